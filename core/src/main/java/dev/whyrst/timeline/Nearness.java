package dev.whyrst.timeline;

import dev.whyrst.net.Nanos;

/**
 * Where a host stands, seen from the capture point: what may be asked of the time and the distance of what bears its
 * name.
 */
public enum Nearness {
    /** At the capture point or next to it: no router between, and its answers take no time. */
    HERE,
    /** Its handshake answers have never come as soon as from next to the capture point. */
    AWAY,
    /** The capture holds no handshake with it, or its TTLs and its times do not agree. */
    UNKNOWN;

    /** Time, in nanoseconds, within which an answer has crossed no network worth the name. */
    private static final long NO_NETWORK_NANOS = 200 * Nanos.MICRO;

    /** Time, in nanoseconds, that an answer takes at most within a room. */
    private static final long NETWORK_NANOS = 2 * Nanos.MILLI;

    private static final int[] INITIAL_TTLS = {64, 128, 255};

    /**
     * @param minRttNanos the shortest time from a handshake segment to the host to its answer; -1 if none was captured
     */
    static Nearness of(TtlCounts ttls, long minRttNanos) {
        if (minRttNanos > NETWORK_NANOS) {
            return AWAY;
        }
        boolean soon = minRttNanos >= 0 && minRttNanos <= NO_NETWORK_NANOS;
        return soon && hasInitial(ttls) ? HERE : UNKNOWN;
    }

    /**
     * Where the host stands, seen from where one of its conversations was captured: an input of several captures may
     * know a host from beside it and from far away.
     *
     * @param roundTripNanos the shortest round trip to the host in that conversation; -1 if it is not known
     */
    public Nearness inConversation(long roundTripNanos) {
        return this == HERE && roundTripNanos > NETWORK_NANOS ? UNKNOWN : this;
    }

    /** Whether a TTL is one with which stacks send: no router has lowered it. */
    public static boolean isInitial(int ttl) {
        for (int initial : INITIAL_TTLS) {
            if (ttl == initial) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasInitial(TtlCounts ttls) {
        for (int initial : INITIAL_TTLS) {
            if (ttls.count(initial) > 0) {
                return true;
            }
        }
        return false;
    }
}
