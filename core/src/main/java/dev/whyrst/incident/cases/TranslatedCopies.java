package dev.whyrst.incident.cases;

import dev.whyrst.net.Mixer;
import dev.whyrst.net.Nanos;
import dev.whyrst.timeline.Segment;

/**
 * Finds conversations that the capture holds twice, under other addresses: on a host that translates, as container hosts do, a capture of
 * all interfaces has each before and behind the translation. Neither the number nor the timestamp of a SYN is translated, and two hosts
 * choose both alike by chance once in 2⁶⁴. Scanners, whose SYNs have one number, have no timestamps.
 */
final class TranslatedCopies {

    /** Translations take microseconds; estimate, with room for a host under load. */
    private static final long LONGEST_NANOS = 50 * Nanos.MILLI;

    /** Conversations that are remembered; a power of two. */
    private static final int SLOTS = 1 << 12;

    private final long seed = Mixer.seed();
    private final long[] keys = new long[SLOTS];
    private final long[] begins = new long[SLOTS];
    private final int[] rows = new int[SLOTS];

    /** The case of which a conversation that begins with that segment is a copy; -1 if there is none. */
    int original(Segment begin, long clockAhead) {
        if (!tells(begin)) {
            return -1;
        }
        int slot = slot(begin);
        boolean copy = rows[slot] != 0
                && keys[slot] == key(begin)
                && Math.abs(begins[slot] - begin.timeNanos() + clockAhead) <= LONGEST_NANOS;
        return copy ? rows[slot] - 1 : -1;
    }

    /** Remembers the case of a conversation that begins with that segment. */
    void learn(Segment begin, long clockAhead, int row) {
        if (tells(begin)) {
            int slot = slot(begin);
            keys[slot] = key(begin);
            begins[slot] = begin.timeNanos() - clockAhead;
            rows[slot] = row + 1;
        }
    }

    private static boolean tells(Segment begin) {
        return begin.isInitialSyn() && begin.timestamps();
    }

    private static long key(Segment begin) {
        return (long) begin.rawSeq() << Integer.SIZE | begin.tsVal() & 0xffff_ffffL;
    }

    private int slot(Segment begin) {
        return Mixer.place(Mixer.mix(seed, key(begin))) & SLOTS - 1;
    }
}
