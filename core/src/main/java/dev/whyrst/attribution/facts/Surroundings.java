package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.HostFacts;
import dev.whyrst.timeline.Nearness;
import dev.whyrst.timeline.NetworkFacts;
import dev.whyrst.timeline.PortFacts;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Timeline;
import java.util.Optional;
import java.util.OptionalLong;

/** What all RSTs of one timeline have in common: its hosts, its port and its round trips, each looked up once at most. */
public final class Surroundings {

    private static final long NOT_YET = Long.MIN_VALUE;

    private final Timeline timeline;
    private final NetworkFacts facts;
    private final OptionalLong connectTimeout;
    private Optional<HostFacts> initiator;
    private Optional<HostFacts> responder;
    private Optional<PortFacts> port;
    private final long[] roundTrips = {NOT_YET, NOT_YET};
    private final long[] roundTripsHere = {NOT_YET, NOT_YET};

    /** @param connectTimeout the connect timeout that was configured for the responder, in nanoseconds */
    public Surroundings(Timeline timeline, NetworkFacts facts, OptionalLong connectTimeout) {
        this.timeline = timeline;
        this.facts = facts;
        this.connectTimeout = connectTimeout;
    }

    Timeline timeline() {
        return timeline;
    }

    OptionalLong connectTimeout() {
        return connectTimeout;
    }

    /** What is known of the side's host. */
    Optional<HostFacts> host(Side side) {
        Optional<HostFacts> known = side == Side.INITIATOR ? initiator : responder;
        if (known == null) {
            known = facts.host(timeline.endpoint(side).address());
            if (side == Side.INITIATOR) {
                initiator = known;
            } else {
                responder = known;
            }
        }
        return known;
    }

    /** What is known of the responder's port. */
    Optional<PortFacts> port() {
        Optional<PortFacts> known = port;
        if (known == null) {
            known = facts.port(timeline.responder());
            port = known;
        }
        return known;
    }

    /** Whether the responder had another connection that was older than the first of the times and went on after the other. */
    boolean livedThrough(long fromNanos, long untilNanos) {
        return facts.portLoad(timeline.responder()).livedThrough(fromNanos, untilNanos);
    }

    /** Shortest time from a segment to the side to its answer at this capture point, nanoseconds; -1 if it is not known. */
    long roundTrip(Side side) {
        if (roundTrips[side.ordinal()] == NOT_YET) {
            roundTrips[side.ordinal()] = measure(side);
        }
        return roundTrips[side.ordinal()];
    }

    /** Where the side's host stands, seen from the capture point. */
    Nearness nearness(Side side) {
        return host(side).map(HostFacts::nearness).orElse(Nearness.UNKNOWN).inConversation(roundTripHere(side));
    }

    private long measure(Side side) {
        Optional<HostFacts> host = host(side);
        long ofHost = host.isPresent() ? host.get().minRttNanos() : -1;
        long here = roundTripHere(side);
        return here >= 0 && (ofHost < 0 || here < ofHost) ? here : ofHost;
    }

    /** The same by this conversation alone. */
    private long roundTripHere(Side side) {
        if (roundTripsHere[side.ordinal()] == NOT_YET) {
            roundTripsHere[side.ordinal()] = RoundTrips.shortest(timeline, side);
        }
        return roundTripsHere[side.ordinal()];
    }
}
