package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.Trigger;
import dev.whyrst.timeline.HostFacts;
import dev.whyrst.timeline.Nearness;
import dev.whyrst.timeline.PortFacts;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.SideSummary;
import dev.whyrst.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * One RST where it stands in its timeline: its numbers, the segment that it answers, and what each side had said before it. All
 * other facts are read off this one.
 *
 * <p>"Sender" is the side that the header names, "peer" the other one. What is kept is the same whoever computes it, so one may be
 * read by several threads, such as one that judges and one that writes the evidence.
 */
public class ObservedRst {

    private final Surroundings surroundings;
    private final Timeline timeline;
    private final Reset reset;
    private final Optional<Trigger> trigger;
    private final OptionalLong acknowledges;
    private final Shape shape;
    private final Handshake handshake;
    private final SaidBefore ofSender;
    private final SaidBefore ofPeer;
    private Boolean answersProbe;

    /** @param reset one of the timeline that the surroundings are of */
    public ObservedRst(Surroundings surroundings, Reset reset) {
        this.surroundings = surroundings;
        this.timeline = surroundings.timeline();
        this.reset = reset;
        this.trigger = Triggers.of(surroundings, reset);
        this.acknowledges = reset.segment().hasAck()
                ? OptionalLong.of(reset.segment().ack())
                : BareAbort.acknowledged(timeline, reset);
        this.shape = Shapes.of(reset, trigger, timeline.of(reset.from()), acknowledges.isPresent());
        this.handshake = Handshake.of(timeline, reset.position());
        this.ofSender = SaidBefore.of(reset.from(), timeline.segments(), reset.position());
        this.ofPeer = SaidBefore.of(reset.from().opposite(), timeline.segments(), reset.position());
    }

    public final Timeline timeline() {
        return timeline;
    }

    public final Reset reset() {
        return reset;
    }

    /** The RST's own segment. */
    public final Segment rst() {
        return reset.segment();
    }

    public final Side sender() {
        return reset.from();
    }

    public final Side peer() {
        return reset.from().opposite();
    }

    /** What the RST's sender sent in the conversation, RSTs apart. */
    public final SideSummary own() {
        return timeline.of(sender());
    }

    /** What the other side sent. */
    public final SideSummary other() {
        return timeline.of(peer());
    }

    public final Shape shape() {
        return shape;
    }

    /** Whether the RST is in the form of an answer that needs no connection: bare, or to a segment without ACK. */
    public final boolean isStateless() {
        return shape == Shape.PASSIVE || shape == Shape.PASSIVE_NO_ACK;
    }

    /** What the RST acknowledges, be it without ACK; empty for an answer that acknowledges nothing. */
    public final OptionalLong acknowledges() {
        return acknowledges;
    }

    public final Optional<Trigger> trigger() {
        return trigger;
    }

    /** Whether the trigger is there and meets the condition. */
    public final boolean triggeredBy(Predicate<Segment> condition) {
        return trigger.isPresent() && condition.test(trigger.get().segment());
    }

    /** Whether the trigger is a keep-alive probe. */
    public final boolean answersProbe() {
        Boolean known = answersProbe;
        if (known == null) {
            known = trigger.isPresent()
                    && KeepAliveProbe.is(timeline, trigger.get().segment());
            answersProbe = known;
        }
        return known;
    }

    public final Handshake handshake() {
        return handshake;
    }

    /** Whether the timeline holds nothing but RSTs. */
    public final boolean isAlone() {
        return timeline.elided() == 0
                && timeline.segments().size() == timeline.resets().size();
    }

    /** The other RSTs of the timeline that passed before this one. */
    public final List<Reset> earlierResets() {
        int count = 0;
        while (timeline.resets().get(count).position() < reset.position()) {
            count++;
        }
        return timeline.resets().subList(0, count);
    }

    /** What the kept segments before the RST tell of a side. */
    final SaidBefore said(Side side) {
        return side == sender() ? ofSender : ofPeer;
    }

    /** Whether the side sent any segment but RSTs before this RST. */
    public final boolean spoke(Side side) {
        return said(side).last() != null
                || timeline.elided() > 0 && timeline.of(side).hasSpoken();
    }

    /** Whether the side sent anything but handshake segments and RSTs before the RST. */
    public final boolean spokeBeyondHandshake(Side side) {
        return said(side).beyondHandshake()
                || timeline.elided() > 0 && timeline.of(side).segments() > 2;
    }

    /** The last kept segment of the side before the RST that is no RST. */
    public final Optional<Segment> last(Side side) {
        return Optional.ofNullable(said(side).last());
    }

    /** The last kept segment with payload of the side before the RST. */
    public final Optional<Segment> lastPayload(Side side) {
        return Optional.ofNullable(said(side).lastPayload());
    }

    /** The side's first FIN among the kept segments before the RST. */
    public final Optional<Segment> firstFin(Side side) {
        return Optional.ofNullable(said(side).firstFin());
    }

    /** Whether the side's FIN passed before the RST. */
    public final boolean finishedBefore(Side side) {
        SideSummary summary = timeline.of(side);
        boolean elidedFin = summary.hasFinished() && summary.finNanos() <= rst().timeNanos();
        return elidedFin || said(side).firstFin() != null;
    }

    /** The highest number of the other side that the side acknowledged before the RST; 0 if none. */
    public final long acknowledged(Side side) {
        return said(side).acknowledged();
    }

    /** Whether the sender had acknowledged all of the peer's segment before the RST: its stack knew the connection. */
    public final boolean acknowledgedBefore(Segment segment) {
        for (Segment s : timeline.before(reset)) {
            boolean acknowledges = s.from() == sender() && !s.isReset() && s.hasAck() && s.ack() >= segment.end();
            if (acknowledges && s.timeNanos() >= segment.timeNanos()) {
                return true;
            }
        }
        return false;
    }

    /** Whether all that the sender had sent were SYNs, which scanners make by hand and their kernel does not. */
    public final boolean onlyInitialSyns() {
        return sender() == Side.INITIATOR
                && ofSender.onlyInitialSyns()
                && timeline.elided() == 0
                && handshake.syn().isPresent();
    }

    /** The connect timeout that was configured for the responder, in nanoseconds. */
    public final OptionalLong connectTimeout() {
        return surroundings.connectTimeout();
    }

    /** What is known of the host that the RST's header names. */
    public final Optional<HostFacts> senderHost() {
        return surroundings.host(sender());
    }

    /** Whether the capture holds any segment but RSTs of the side's host, in whatever conversation. */
    public final boolean isHeard(Side side) {
        return spoke(side)
                || surroundings.host(side).isPresent()
                        && surroundings.host(side).get().ttls().total() > 0;
    }

    /** What is known of the responder's port. */
    public final Optional<PortFacts> responderPort() {
        return surroundings.port();
    }

    /** Whether both sides agreed on timestamps (RFC 7323 section 2.2): an offer in a SYN alone binds nobody. */
    public final boolean usesTimestamps() {
        Optional<Segment> syn = handshake.syn();
        Optional<Segment> synAck = handshake.synAck();
        if (syn.isPresent() && synAck.isPresent()) {
            return syn.get().timestamps() && synAck.get().timestamps();
        }
        Optional<Segment> last = last(sender());
        // A SYN,ACK has them only in answer to a SYN that has them.
        return last.isPresent() && !last.get().isInitialSyn()
                ? last.get().timestamps()
                : own().timestamps() && other().timestamps();
    }

    /**
     * Whether the RST's sender is a responder that had another connection from its last segment here, or soon after it, to the RST and
     * beyond: neither its host nor its service restarted in that time.
     */
    public final boolean othersLivedOn() {
        Optional<Segment> last = last(sender());
        if (sender() != Side.RESPONDER || last.isEmpty()) {
            return false;
        }
        long from = last.get().timeNanos();
        long until = rst().timeNanos();
        return surroundings.livedThrough(from + (until - from) / Thresholds.NEARLY_ALL_PARTS, until);
    }

    /** Where the sender's host stands, seen from the capture point. */
    public final Nearness nearness() {
        return surroundings.nearness(sender());
    }

    /** Shortest time from a segment to that side to its answer at this capture point, nanoseconds; -1 if it is not known. */
    public final long roundTrip(Side side) {
        return surroundings.roundTrip(side);
    }
}
