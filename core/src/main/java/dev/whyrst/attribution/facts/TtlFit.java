package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Thresholds;
import dev.whyrst.timeline.HostFacts;
import dev.whyrst.timeline.Nearness;
import dev.whyrst.timeline.SideSummary;
import dev.whyrst.timeline.TtlCounts;
import java.util.Optional;

/** How the TTL of a RST fits the TTLs of the host that its header names. */
public enum TtlFit {
    /** The host's other segments have it too. */
    SAME,
    /**
     * Another initial value, but the same number of hops: some stacks answer with another TTL than they talk with, and on its own
     * host a program may have chosen the TTL of the connection.
     */
    SAME_DISTANCE,
    /** Fewer hops than the host. */
    NEARER,
    /** More hops than the host. */
    FARTHER,
    /** The host sent nothing else, or its own TTLs vary. */
    UNKNOWN;

    private static final int[] INITIAL = {32, 64, 128, 255};

    /** Whether the RST came from another distance than the host's other segments. */
    public boolean differs() {
        return this == NEARER || this == FARTHER;
    }

    /** How the RST's TTL fits: first what the sender showed in this conversation, else what its host showed elsewhere. */
    public static TtlFit of(ObservedRst r) {
        if (r.onlyInitialSyns()) {
            return UNKNOWN;
        }
        return r.own().minTtl() >= 0 ? inConversation(r, r.own()) : elsewhere(r);
    }

    private static TtlFit inConversation(ObservedRst r, SideSummary own) {
        int ttl = r.rst().ttl();
        if (ttl >= own.minTtl() && ttl <= own.maxTtl()) {
            return SAME;
        }
        if (r.nearness() == Nearness.HERE && Nearness.isInitial(ttl)) {
            return SAME_DISTANCE;
        }
        boolean steady = own.maxTtl() - own.minTtl() <= TtlCounts.DETOUR;
        return steady && !isSmallChangeOfPath(r) ? of(ttl, own.maxTtl()) : UNKNOWN;
    }

    private static TtlFit elsewhere(ObservedRst r) {
        int ttl = r.rst().ttl();
        Optional<HostFacts> host = r.senderHost();
        if (host.isEmpty() || host.get().ttls().total() == 0 || !host.get().isInOnePlace()) {
            return UNKNOWN;
        }
        TtlCounts known = host.get().ttls();
        if (known.count(ttl) > 0) {
            return SAME;
        }
        // Two conversations may take different paths; a device on the path is nearer than the host, not farther.
        TtlFit fit = of(ttl, known.usual());
        return fit == FARTHER && hops(ttl) - hops(known.usual()) <= TtlCounts.DETOUR ? UNKNOWN : fit;
    }

    /** Whether the path changed by a hop or two while the host's own counter of IP-IDs went on: no device counts along. */
    private static boolean isSmallChangeOfPath(ObservedRst r) {
        int detour = Math.abs(hops(r.rst().ttl()) - hops(r.own().maxTtl()));
        return detour > 0
                && detour <= TtlCounts.DETOUR
                && r.timeline().initiator().address().isIpv4()
                && IpIdFit.isNext(r);
    }

    /** Compares a RST's TTL with the usual one of the host; -1 stands for unknown. */
    private static TtlFit of(int reset, int usual) {
        if (usual <= Thresholds.SET_BY_APPLICATION) {
            return UNKNOWN;
        }
        if (reset == usual) {
            return SAME;
        }
        int difference = hops(reset) - hops(usual);
        if (difference == 0) {
            return SAME_DISTANCE;
        }
        return difference < 0 ? NEARER : FARTHER;
    }

    /** The TTL that {@link #of} compared with; -1 if there was none. */
    public static int usual(ObservedRst r) {
        return r.own().minTtl() >= 0
                ? r.own().maxTtl()
                : r.senderHost().map(h -> h.ttls().usual()).orElse(-1);
    }

    /** How many hops nearer the RST's maker is than the host that it names; negative if it is farther. */
    public static int hopsNearer(ObservedRst r) {
        return hops(usual(r)) - hops(r.rst().ttl());
    }

    /**
     * Whether another TTL may be a habit of the host's own stack: all RSTs in its name have it, and it is farther than the host by more
     * than paths change. What stands on the path is nearer, so that the RST began at a value of its own, whoever made it.
     */
    public static boolean mayBeHabit(ObservedRst r, TtlFit fit) {
        return fit == FARTHER
                && hopsNearer(r) < -TtlCounts.DETOUR
                && r.senderHost()
                        .filter(h -> h.resetTtls().count(r.rst().ttl()) == h.resets())
                        .isPresent();
    }

    /** Hops that a TTL has come, if it began as one of the usual initial values. */
    public static int hops(int ttl) {
        for (int initial : INITIAL) {
            if (ttl <= initial) {
                return initial - ttl;
            }
        }
        return 0;
    }
}
