package dev.whyrst.capture;

import java.io.IOException;

/** Finds the place after damage where records begin again. */
abstract class Resynchroniser {

    /** How far a record may reach that is believed after damage; the search holds twice as much in memory. */
    static final int LOOK_AHEAD = 1 << 20;

    /**
     * Moves the window forward, by one byte at least, to the next place where a record begins believably.
     *
     * @return false when there is none; the window stands at the end then
     */
    final boolean search(ByteWindow window) throws IOException {
        window.skip(1);
        while (true) {
            // Asking for more only when little is left keeps the copying small, however often a file is damaged.
            boolean more = window.available() >= LOOK_AHEAD || window.require(2 * LOOK_AHEAD);
            int end = more ? window.limit - LOOK_AHEAD + 1 : window.limit;
            for (int at = window.position; at < end; at++) {
                if (begins(window.bytes, at, window.limit, !more)) {
                    window.position = at;
                    return true;
                }
            }
            window.position = end;
            if (!more) {
                return false;
            }
        }
    }

    /**
     * Whether a record begins at {@code at}.
     *
     * @param limit where the known bytes end, at least {@link #LOOK_AHEAD} after {@code at} or at the end of the file
     * @param last whether the file ends at {@code limit}
     */
    abstract boolean begins(byte[] bytes, int at, int limit, boolean last);
}
