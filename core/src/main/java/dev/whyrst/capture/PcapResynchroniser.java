package dev.whyrst.capture;

import dev.whyrst.net.Nanos;

/**
 * Finds record headers in the middle of a pcap file, where nothing marks them: by lengths and times that are possible,
 * in a chain of several records or up to the very end of the file.
 */
final class PcapResynchroniser extends Resynchroniser {

    private static final long MAX_JUMP_SECONDS = 24 * 3600;

    private final PcapLayout layout;
    private final long lastSeconds;

    /** Where {@code lastNanos} is the time of the last frame before the damage. */
    PcapResynchroniser(PcapLayout layout, long lastNanos) {
        this.layout = layout;
        this.lastSeconds = lastNanos / Nanos.SECOND;
    }

    @Override
    boolean begins(byte[] bytes, int at, int limit, boolean last) {
        if (!isPlausible(bytes, at, limit)) {
            return false;
        }
        long seconds = layout.seconds(bytes, at);
        // The last frame may have been damaged itself; then more frames must agree with each other.
        int chain = isNear(seconds, lastSeconds) ? 2 : 4;
        int next = at;
        for (int record = 1; record < chain; record++) {
            next += layout.headerLength() + layout.capturedLength(bytes, next);
            if (last && next == limit) {
                return record > 1 || chain == 2;
            }
            if (!isPlausible(bytes, next, limit) || !isNear(layout.seconds(bytes, next), seconds)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNear(long seconds, long others) {
        return Math.abs(seconds - others) <= MAX_JUMP_SECONDS;
    }

    private boolean isPlausible(byte[] bytes, int at, int limit) {
        if (at + layout.headerLength() > limit) {
            return false;
        }
        int captured = layout.capturedLength(bytes, at);
        int original = layout.originalLength(bytes, at);
        return captured > 0
                && captured <= FrameLimits.ORDINARY
                && original >= captured
                && original <= FrameLimits.ORDINARY
                && layout.fractionIsPossible(bytes, at);
    }
}
