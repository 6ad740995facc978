package dev.whyrst.report;

import dev.whyrst.attribution.Alternative;
import dev.whyrst.attribution.ApplicationSees;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Harm;
import dev.whyrst.attribution.Observation;
import dev.whyrst.attribution.Place;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.Trigger;
import dev.whyrst.attribution.Verdict;
import dev.whyrst.net.Endpoint;
import dev.whyrst.net.TcpFlags;
import dev.whyrst.timeline.ConversationEnd;
import dev.whyrst.timeline.ConversationId;
import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.IcmpError;
import dev.whyrst.timeline.PayloadKind;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.RoleBasis;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.SideSummary;
import dev.whyrst.timeline.Standing;
import dev.whyrst.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Tells a conversation segment by segment and ends in the attribution of its last RST: model objects without packets.
 */
public final class Story {

    public static final int RST = TcpFlags.RST;
    public static final int SYN = TcpFlags.SYN;
    public static final int ACK = TcpFlags.ACK;
    static final int FIN = TcpFlags.FIN;
    static final int PSH = TcpFlags.PSH;

    private static final int INITIAL_NUMBER = 0x5eed_0000;

    private final Endpoint initiator;
    private final Endpoint responder;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Alternative> alternatives = new ArrayList<>();
    private final List<IcmpError> icmpErrors = new ArrayList<>();
    private int capture;
    private long frame = 1;
    private long clock;
    private long stream;
    private int rstAt = -1;
    private int triggerAt = -1;
    private int elidedBefore = -1;
    private int elided;
    private String serverName = "";
    private String encapsulation = "";
    private String history = "ShADadR";
    private String rstText = "";
    private Standing standing = Standing.EXACT;
    private Cause cause = Cause.UNDETERMINED;
    private Confidence confidence = Confidence.LOW;
    private Emitter emitter = Emitter.UNKNOWN;
    private Shape shape = Shape.PASSIVE;
    private Harm harm = new Harm(Harm.Level.LIKELY, "the connection was lost");
    private String settle = "";
    private Optional<String> incident = Optional.empty();
    private Optional<String> repeatOf = Optional.empty();
    private Optional<FrameRef> peerFrame = Optional.empty();
    private long unread = -1;
    private long unacknowledged = -1;
    private long silence;
    private OptionalLong timeout = OptionalLong.empty();
    private ApplicationSees sees = new ApplicationSees("ECONNRESET", "nothing");

    private Story(Endpoint initiator, Endpoint responder) {
        this.initiator = initiator;
        this.responder = responder;
    }

    public static Story between(Endpoint initiator, Endpoint responder) {
        return new Story(initiator, responder);
    }

    /** Where the next segment stands: its frame and time. */
    Story at(int captureIndex, long frameNumber, long nanos) {
        capture = captureIndex;
        frame = frameNumber;
        clock = nanos;
        return this;
    }

    Story inStream(long number) {
        stream = number;
        return this;
    }

    public Story initiator(int flags, long seq, long ack, int length) {
        return add(Side.INITIATOR, flags, seq, ack, length, 64);
    }

    public Story responder(int flags, long seq, long ack, int length) {
        return add(Side.RESPONDER, flags, seq, ack, length, 63);
    }

    Story forgedByMiddlebox(Side claimed, int flags, long seq, long ack, int ttl) {
        emitter = Emitter.MIDDLEBOX;
        return add(claimed, flags, seq, ack, 0, ttl);
    }

    Story later(long nanos) {
        clock += nanos;
        return this;
    }

    Story skip(int segmentsNotKept, long nanos) {
        elidedBefore = segments.size();
        elided = segmentsNotKept;
        frame += segmentsNotKept;
        clock += nanos;
        return this;
    }

    /** The segment told last is the trigger. */
    public Story trigger() {
        triggerAt = segments.size() - 1;
        return this;
    }

    public Story because(Cause why, Confidence sure, Emitter who, Shape form) {
        cause = why;
        confidence = sure;
        emitter = who;
        shape = form;
        return this;
    }

    Story says(Evidence.Stance stance, Evidence.Weight weight, String statement, long... frames) {
        evidence.add(fact(stance, weight, statement, frames));
        return this;
    }

    Story ruledOut(Cause other, Confidence level, String why, long... frames) {
        Evidence against = fact(Evidence.Stance.AGAINST, Evidence.Weight.STRONG, why, frames);
        alternatives.add(new Alternative(other, level, List.of(against), List.of()));
        return this;
    }

    Story elsewhere(String statement, FrameRef... frames) {
        evidence.add(new Evidence(Evidence.Stance.FOR, Evidence.Weight.WEAK, statement, List.of(frames)));
        return this;
    }

    Story quotedBy(IcmpError error) {
        icmpErrors.add(error);
        return this;
    }

    Story of(String serverNameSeen, String carriedIn) {
        serverName = serverNameSeen;
        encapsulation = carriedIn;
        return this;
    }

    Story history(String letters) {
        history = letters;
        return this;
    }

    Story standing(Standing where) {
        standing = where;
        return this;
    }

    Story rstText(String payload) {
        rstText = payload;
        return this;
    }

    Story settle(String how) {
        settle = how;
        return this;
    }

    public Story partOf(String incidentId) {
        incident = Optional.of(incidentId);
        return this;
    }

    public Story repeats(String id) {
        repeatOf = Optional.of(id);
        return this;
    }

    Story peerFrame(FrameRef at) {
        peerFrame = Optional.of(at);
        return this;
    }

    Story lost(long unreadBytes, long unacknowledgedBytes) {
        unread = unreadBytes;
        unacknowledged = unacknowledgedBytes;
        return this;
    }

    Story silence(long nanos) {
        silence = nanos;
        return this;
    }

    public Story timeout(long nanos) {
        timeout = OptionalLong.of(nanos);
        return this;
    }

    Story harmless() {
        harm = new Harm(Harm.Level.NONE, "both sides had closed");
        return this;
    }

    Story sees(String atInitiator, String atResponder) {
        sees = new ApplicationSees(atInitiator, atResponder);
        return this;
    }

    public Attribution end(String id) {
        Segment rst = segments.get(rstAt);
        Reset reset = new Reset(rst, rstAt, rstAt + 1L, standing, rstText, -1, false);
        Optional<Trigger> trigger = triggerAt < 0
                ? Optional.empty()
                : Optional.of(new Trigger(
                        segments.get(triggerAt),
                        rst.timeNanos() - segments.get(triggerAt).timeNanos()));
        return new Attribution(
                new Place(id, timeline(reset), reset, incident, repeatOf, peerFrame),
                new Observation(shape, trigger, Optional.empty(), unread, unacknowledged, silence, sees, timeout),
                new Verdict(
                        cause,
                        confidence,
                        harm,
                        emitter,
                        List.copyOf(evidence),
                        List.of(),
                        List.copyOf(alternatives),
                        settle));
    }

    private Timeline timeline(Reset reset) {
        return new Timeline(
                new ConversationId(stream, 0),
                initiator,
                responder,
                RoleBasis.SYN,
                List.copyOf(segments),
                elided,
                elidedBefore,
                List.of(reset),
                summary(Side.INITIATOR),
                summary(Side.RESPONDER),
                history,
                47,
                encapsulation,
                serverName,
                List.copyOf(icmpErrors),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                ConversationEnd.END_OF_CAPTURE);
    }

    private SideSummary summary(Side side) {
        int count = (int)
                segments.stream().filter(s -> s.from() == side && !s.isReset()).count();
        return new SideSummary(count, 0, 0, 0, 0, 64, 64, 0, 0, -1, 0, null, true, 7, 1460, false, 0, 0, 0);
    }

    private Story add(Side from, int flags, long seq, long ack, int length, int ttl) {
        if (TcpFlags.has(flags, RST) && rstAt < 0) {
            rstAt = segments.size();
        }
        segments.add(new Segment(
                new FrameRef(capture, frame++),
                clock,
                from,
                flags,
                seq,
                ack,
                INITIAL_NUMBER + (int) seq,
                TcpFlags.has(flags, ACK) ? INITIAL_NUMBER + (int) ack : 0,
                length,
                TcpFlags.has(flags, RST) ? 0 : 502,
                ttl,
                4711,
                true,
                false,
                0,
                1,
                0,
                length > 0 ? PayloadKind.OTHER : PayloadKind.NONE));
        return this;
    }

    private Evidence fact(Evidence.Stance stance, Evidence.Weight weight, String statement, long... frames) {
        List<FrameRef> shown = new ArrayList<>();
        for (long number : frames) {
            shown.add(new FrameRef(capture, number));
        }
        return new Evidence(stance, weight, statement, shown);
    }
}
