package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.facts.LinuxAnswer;
import dev.whyrst.attribution.facts.Pace;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TtlFit;
import dev.whyrst.text.Durations;
import dev.whyrst.timeline.Incarnation;
import dev.whyrst.timeline.PortFacts;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/**
 * A segment met a connection in TIME_WAIT: a SYN that may not use its ports again (RFC 9293 section 3.10.7.4), or what the TIME_WAIT
 * acknowledged met a host that no longer had the connection (RFC 1337).
 */
final class TimeWaitRule extends Rule {

    TimeWaitRule() {
        super(Cause.TIME_WAIT);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (c.finishedBefore(Side.INITIATOR) && c.finishedBefore(Side.RESPONDER)) {
            return acknowledgmentOfTimeWait(c);
        }
        Optional<Incarnation> previous = c.timeline().previous();
        if (previous.isEmpty()) {
            return Opinion.no("neither the conversation nor an earlier one on the same ports was closed by both sides");
        }
        if (!previous.get().finished()) {
            return Opinion.no("the earlier connection on the same ports was not closed by both sides");
        }
        Optional<Segment> syn = c.handshake().syn();
        if (syn.isEmpty()) {
            return Opinion.no("no SYN of the conversation was captured");
        }
        long since = syn.get().timeNanos() - previous.get().lastNanos();
        if (since > Thresholds.LONGEST_TIME_WAIT) {
            return Opinion.no("the earlier connection on the same ports was over for longer than a TIME_WAIT lasts");
        }
        return c.sender() == Side.INITIATOR
                ? duplicateSyn(c, syn.get(), since)
                : refusedSyn(c, syn.get(), previous.get(), since);
    }

    /** The SYN was none that the initiator's stack knew of: an old duplicate, whose answer it rejects. */
    private Opinion duplicateSyn(RstContext c, Segment syn, long since) {
        if (c.trigger().isEmpty() || !c.trigger().get().segment().hasAck()) {
            return Opinion.no("the RST does not answer a segment with ACK");
        }
        if (c.handshake().syns() > 1) {
            return Opinion.no("the initiator had sent its SYN again");
        }
        if (c.spokeBeyondHandshake(Side.INITIATOR) || c.handshake().ack().isPresent()) {
            return Opinion.no("the initiator had gone on with the connection after its SYN");
        }
        return claim(c).strong(
                        () -> "The same ports carried a connection that was closed " + Durations.measured(since)
                                + " before the SYN; the host without it rejects what the SYN drew from the side in TIME_WAIT",
                        syn,
                        c.trigger().get().segment(),
                        c.rst())
                .base(
                        Confidence.HIGH,
                        "That it was the TIME_WAIT which answered the SYN is inferred from the close before it",
                        c.trigger().get().segment())
                .claim();
    }

    /** The stack in TIME_WAIT refused the SYN by itself. */
    private Opinion refusedSyn(RstContext c, Segment syn, Incarnation previous, long since) {
        if (!c.triggeredBy(Segment::isInitialSyn)) {
            return Opinion.no("the RST does not answer a SYN");
        }
        if (c.spoke(Side.RESPONDER)) {
            return Opinion.no("the responder had answered otherwise before");
        }
        // lwIP resets such a SYN (samples/time-wait/scenario.txt, host L). Linux drops or acknowledges it, or takes it:
        // its RST tells of a
        // port that was closed (near-miss.txt there, port 9100).
        if (LinuxAnswer.is(c)) {
            return Opinion.no("the RST is made as by Linux, which resets no SYN that meets a TIME_WAIT");
        }
        if (c.responderPort().map(PortFacts::accepted).orElse(0L) == 0) {
            return Opinion.no("the port accepted no connection in the capture");
        }
        if (Integer.compareUnsigned(syn.rawSeq() - previous.initiatorNext(), Thresholds.OLD_WINDOW) >= 0) {
            return Opinion.no("the number of the SYN does not lie in the window of the earlier connection");
        }
        return claim(c).strong(
                        () -> "The same ports carried a connection that was closed " + Durations.measured(since)
                                + " before, and the SYN's number lies in its window: it met its TIME_WAIT",
                        syn,
                        c.rst())
                .base(
                        Confidence.HIGH,
                        "A port that nobody listened on in that moment, or whose queue was full, is answered alike by such a stack")
                .claim();
    }

    private Opinion acknowledgmentOfTimeWait(RstContext c) {
        if (c.trigger().isEmpty() || !isBareAck(c.trigger().get().segment())) {
            return Opinion.no("the RST does not answer a bare ACK");
        }
        if (!Pace.isPrompt(c)) {
            return Opinion.no("the RST came later after the ACK than an answer would");
        }
        Segment ack = c.trigger().get().segment();
        Optional<Segment> fin = c.firstFin(c.peer());
        if (fin.isEmpty() || ack.timeNanos() < fin.get().timeNanos()) {
            return Opinion.no("the ACK that the RST answers is not known to come after the FIN of the same side");
        }
        if (!c.acknowledgedBefore(fin.get())) {
            return Opinion.no("the sender of the RST had not acknowledged the other side's FIN");
        }
        if (isFirstOfItsKind(c, ack)) {
            return Opinion.no("the ACK that the RST answers is the one that ends the close");
        }
        return claim(c).decisive(
                        "Both sides had closed and acknowledged it; the RST answers a late bare ACK of the side in TIME_WAIT",
                        fin.get(),
                        ack,
                        c.rst())
                .limit(
                        Confidence.HIGH,
                        c.ttlFit() != TtlFit.SAME,
                        "Its TTL is not that of its sender's other segments: a device on the path may have answered",
                        c.rst())
                .claim();
    }

    private static boolean isBareAck(Segment s) {
        return s.hasAck() && !s.hasPayload() && !s.isFin() && !s.isSyn();
    }

    /** Whether the ACK is the one that ends the close: it met a socket that had gone early, and is no late word of a TIME_WAIT. */
    private static boolean isFirstOfItsKind(RstContext c, Segment ack) {
        for (Segment s : c.timeline().before(c.reset())) {
            if (s.equals(ack)) {
                return true;
            }
            if (s.from() == ack.from() && !s.isReset() && s.hasAck() && s.ack() >= ack.ack()) {
                return false;
            }
        }
        return true;
    }
}
