package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Shape;
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
 * One RST with everything that rules ask about it, each fact computed when it is first asked for: the signals.
 *
 * <p>"Sender" is the side that the header names, "peer" the other one. What is kept is the same whoever computes it, so a case may be
 * read by several threads, such as one that judges and one that writes the evidence.
 */
public final class ResetCase {

    private static final long NOT_YET = Long.MIN_VALUE;

    private final Setting setting;
    private final Timeline timeline;
    private final Reset reset;
    private final Optional<Trigger> trigger;
    private final OptionalLong acknowledges;
    private final Shape shape;
    private final Handshake handshake;
    private final Prelude ofSender;
    private final Prelude ofPeer;
    private Optional<StatedCause> stated;
    private ForgerySigns forgerySigns;
    private Buffers buffers;
    private TtlFit ttlFit;
    private Boolean answersProbe;
    private long silence = NOT_YET;

    public ResetCase(Setting setting, Reset reset) {
        this.setting = setting;
        this.timeline = setting.timeline();
        this.reset = reset;
        this.trigger = Triggers.of(setting, reset);
        this.acknowledges = reset.segment().hasAck()
                ? OptionalLong.of(reset.segment().ack())
                : BareAbort.acknowledged(timeline, reset);
        this.shape = Shapes.of(reset, trigger, timeline.of(reset.from()), acknowledges.isPresent());
        this.handshake = Handshake.of(timeline, reset.position());
        this.ofSender = Prelude.of(reset.from(), timeline.segments(), reset.position());
        this.ofPeer = Prelude.of(reset.from().opposite(), timeline.segments(), reset.position());
    }

    /** What speaks for a third party as the RST's maker. */
    public ForgerySigns forgerySigns() {
        ForgerySigns known = forgerySigns;
        if (known == null) {
            known = ForgerySigns.of(this);
            forgerySigns = known;
        }
        return known;
    }

    /** What the RST itself states as its cause. */
    public Optional<StatedCause> stated() {
        Optional<StatedCause> known = stated;
        if (known == null) {
            Optional<StatedCause> inWords = StatedCause.of(reset);
            known = inWords.isPresent() ? inWords : WindowCodes.of(this);
            stated = known;
        }
        return known;
    }

    /** Whether the RST states a cause of that kind, and not by chance. */
    public boolean states(StatedCause.Kind kind) {
        return stated().isPresent()
                && stated().get().kind() == kind
                && stated().get().trust() != StatedCause.Trust.HINT;
    }

    /** What windows and traffic tell of the sender's receive queue. */
    public Buffers buffers() {
        Buffers known = buffers;
        if (known == null) {
            known = Buffers.of(this);
            buffers = known;
        }
        return known;
    }

    public Timeline timeline() {
        return timeline;
    }

    public Reset reset() {
        return reset;
    }

    /** The RST's own segment. */
    public Segment rst() {
        return reset.segment();
    }

    public Side sender() {
        return reset.from();
    }

    public Side peer() {
        return reset.from().opposite();
    }

    /** What the RST's sender sent in the conversation, RSTs apart. */
    public SideSummary own() {
        return timeline.of(sender());
    }

    /** What the other side sent. */
    public SideSummary other() {
        return timeline.of(peer());
    }

    public Shape shape() {
        return shape;
    }

    /** What the RST acknowledges, be it without ACK; empty for an answer that acknowledges nothing. */
    public OptionalLong acknowledges() {
        return acknowledges;
    }

    public Optional<Trigger> trigger() {
        return trigger;
    }

    public Handshake handshake() {
        return handshake;
    }

    /** The connect timeout that was configured for the responder, in nanoseconds. */
    public OptionalLong connectTimeout() {
        return setting.connectTimeout();
    }

    /** Whether the trigger is there and meets the condition. */
    public boolean triggeredBy(Predicate<Segment> condition) {
        return trigger.isPresent() && condition.test(trigger.get().segment());
    }

    /** Whether the RST is in the form of an answer that needs no connection: bare, or to a segment without ACK. */
    public boolean isStateless() {
        return shape == Shape.PASSIVE || shape == Shape.PASSIVE_NO_ACK;
    }

    /** Whether the trigger is a keep-alive probe. */
    public boolean answersProbe() {
        Boolean known = answersProbe;
        if (known == null) {
            known = trigger.isPresent()
                    && Unanswered.isKeepAlive(timeline, trigger.get().segment());
            answersProbe = known;
        }
        return known;
    }

    /** Whether the answer can only mean that its sender's host has lost the connection. */
    public boolean provesLostState() {
        return LostState.isProven(this);
    }

    /** Shortest time from a segment to that side to its answer at this capture point, nanoseconds; -1 if it is not known. */
    public long roundTrip(Side side) {
        return setting.roundTrip(side);
    }

    /**
     * Whether the RST followed its trigger as fast as only a kernel answers: within the sender's round trip and some
     * milliseconds.
     */
    public boolean isPrompt() {
        return Pace.isPrompt(this);
    }

    /**
     * Whether the RST is an answer by a stack that has no such connection: in the stateless form, or, as some stacks set ACK in
     * every RST, at once to a segment that the sender had not acknowledged and without the marks of the connection.
     */
    public boolean answersWithoutConnection() {
        return isStateless() || ActiveAnswer.is(this);
    }

    /** Whether the RST announces the room that its sender's SYN announced, now scaled: its stack took the connection up. */
    public boolean isScaledWindowOfSyn() {
        return Windows.isScaledOfSyn(this);
    }

    /** Whether the RST announces a window as the connection had it: a stack that has lost the connection has none to announce. */
    public boolean knowsWindow() {
        return rst().rawWindow() > 0 && Windows.wasAnnounced(this);
    }

    /** Whether the timeline holds nothing but RSTs. */
    public boolean isAlone() {
        return timeline.elided() == 0
                && timeline.segments().size() == timeline.resets().size();
    }

    /** Whether the RST answers a segment that a host with the connection would not have reset. */
    public boolean answersMisdirected() {
        return Misdirected.isAnswered(this);
    }

    /** Whether the sender had acknowledged all of the peer's segment before the RST: its stack knew the connection. */
    public boolean acknowledgedBefore(Segment segment) {
        for (Segment s : timeline.before(reset)) {
            boolean acknowledges = s.from() == sender() && !s.isReset() && s.hasAck() && s.ack() >= segment.end();
            if (acknowledges && s.timeNanos() >= segment.timeNanos()) {
                return true;
            }
        }
        return false;
    }

    /** Where the sender's host stands, seen from the capture point. */
    public Nearness nearness() {
        return setting.nearness(sender());
    }

    /**
     * Whether the trigger's answer came sooner than the sender's host can answer at this capture point. Only handshakes tell how
     * far it is: other acknowledgments may have been delayed.
     */
    public boolean isTooFast() {
        return Pace.isTooFast(this);
    }

    /** Whether the side's FIN passed before the RST. */
    public boolean finishedBefore(Side side) {
        SideSummary summary = timeline.of(side);
        boolean elidedFin = summary.hasFinished() && summary.finNanos() <= rst().timeNanos();
        return elidedFin || prelude(side).firstFin() != null;
    }

    /** The side's first FIN among the kept segments before the RST. */
    public Optional<Segment> firstFin(Side side) {
        return Optional.ofNullable(prelude(side).firstFin());
    }

    /** The last kept segment of the side before the RST that is no RST. */
    public Optional<Segment> last(Side side) {
        return Optional.ofNullable(prelude(side).last());
    }

    /** The last kept segment with payload of the side before the RST. */
    public Optional<Segment> lastPayload(Side side) {
        return Optional.ofNullable(prelude(side).lastPayload());
    }

    /** The highest number of the other side that the side acknowledged before the RST; 0 if none. */
    public long acknowledged(Side side) {
        return prelude(side).acknowledged();
    }

    /** Whether the side sent anything but handshake segments and RSTs before the RST. */
    public boolean spokeBeyondHandshake(Side side) {
        return prelude(side).beyondHandshake()
                || timeline.elided() > 0 && timeline.of(side).segments() > 2;
    }

    /** Whether the side sent any segment but RSTs before this RST. */
    public boolean spoke(Side side) {
        return prelude(side).last() != null
                || timeline.elided() > 0 && timeline.of(side).hasSpoken();
    }

    private Prelude prelude(Side side) {
        return side == sender() ? ofSender : ofPeer;
    }

    /** How many connections the responder's port aborted in the moment of this RST, if that was its largest burst; else 0. */
    public int abortedTogether() {
        return PortFate.abortedTogether(this);
    }

    /** Whether the responder's port refused connections after the RST that it had accepted before. */
    public boolean refusedAfterwards() {
        return PortFate.refusedAfterwards(this);
    }

    /** Whether the capture holds any segment but RSTs of the side's host, in whatever conversation. */
    public boolean isHeard(Side side) {
        return spoke(side)
                || setting.host(side).isPresent()
                        && setting.host(side).get().ttls().total() > 0;
    }

    /** What is known of the host that the RST's header names. */
    public Optional<HostFacts> senderHost() {
        return setting.host(sender());
    }

    /** What is known of the responder's port. */
    public Optional<PortFacts> responderPort() {
        return setting.port();
    }

    /** How the RST's TTL fits: first what the sender showed in this conversation, else what its host showed elsewhere. */
    public TtlFit ttlFit() {
        TtlFit known = ttlFit;
        if (known == null) {
            known = TtlFit.of(this);
            ttlFit = known;
        }
        return known;
    }

    /** Whether all that the sender had sent were SYNs, which scanners make by hand and their kernel does not. */
    public boolean onlyInitialSyns() {
        return sender() == Side.INITIATOR
                && ofSender.onlyInitialSyns()
                && timeline.elided() == 0
                && handshake.syn().isPresent();
    }

    /**
     * Whether the initiator, which waited for a SYN,ACK, answered a segment that is none. Its attempt goes on after such a RST (RFC
     * 9293 section 3.10.7.3).
     */
    public boolean isAnswerInSynSent() {
        return shape == Shape.PASSIVE && onlyInitialSyns() && triggeredBy(s -> s.hasAck() && !s.isSyn());
    }

    /** The TTL that {@link #ttlFit} compared with; -1 if there was none. */
    public int usualTtl() {
        return own().minTtl() >= 0
                ? own().maxTtl()
                : senderHost().map(h -> h.ttls().usual()).orElse(-1);
    }

    /** How long nothing was captured of the conversation before the RST itself, whatever it may answer; nanoseconds. */
    public long silenceBeforeRst() {
        return Silence.before(timeline, reset, rst());
    }

    /** How long nothing was captured of the conversation before the trigger, or before the RST without one; nanoseconds. */
    public long silenceNanos() {
        long known = silence;
        if (known == NOT_YET) {
            known = Silence.before(
                    timeline, reset, trigger.map(Trigger::segment).orElse(rst()));
            silence = known;
        }
        return known;
    }

    /** Whether the RST's sender acted as if it had not sent it: new data or a new acknowledgment of its own afterwards. */
    public Optional<Segment> afterlife() {
        return Afterlife.of(this);
    }

    /** Payload bytes of the peer that the sender's stack had taken but that drew no payload in answer; 0 if all were answered. */
    public long unansweredBytes() {
        return Pending.unanswered(this, ofSender);
    }

    /** Payload bytes of the sender that the peer had not acknowledged when the RST passed. */
    public long unacknowledgedBytes() {
        return Pending.unacknowledged(this);
    }

    /** Payload bytes that the peer had sent before its FIN and that the sender never acknowledged; 0 where that is not known. */
    public long untakenBytes() {
        return Pending.untaken(this);
    }

    /** Whether the peer had sent data that the sender never acknowledged, not even with the RST. */
    public boolean peerDataInFlight() {
        return Pending.isInFlight(this);
    }

    /** Keep-alive probes of the side before the RST, the last run of them without a sign of the other side. */
    public List<Segment> unansweredProbes(Side side) {
        return Unanswered.probes(timeline, reset, side);
    }

    /** Retransmissions of the side before the RST since the last sign of the other side. */
    public List<Segment> unansweredRetransmissions(Side side) {
        return Unanswered.retransmissions(timeline, reset, side);
    }

    /** The other RSTs of the timeline that passed before this one. */
    public List<Reset> earlierResets() {
        int count = 0;
        while (timeline.resets().get(count).position() < reset.position()) {
            count++;
        }
        return timeline.resets().subList(0, count);
    }
}
