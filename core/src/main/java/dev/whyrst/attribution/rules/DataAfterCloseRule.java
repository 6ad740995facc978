package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.facts.CloseSigns;
import dev.whyrst.attribution.facts.Pace;
import dev.whyrst.attribution.facts.Pending;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TriggerSigns;
import dev.whyrst.attribution.facts.TtlFit;
import dev.whyrst.attribution.facts.Windows;
import dev.whyrst.text.Counts;
import dev.whyrst.timeline.Segment;
import java.util.Optional;

/**
 * One side had closed (its FIN was seen), the other went on sending; the RST answers that (RFC 1122 section 4.2.2.13; Linux:
 * SK_RST_REASON_TCP_ABORT_ON_DATA, and SK_RST_REASON_NO_SOCKET once the socket is gone).
 */
final class DataAfterCloseRule extends Rule {

    DataAfterCloseRule() {
        super(Cause.DATA_AFTER_CLOSE);
    }

    @Override
    public Opinion examine(RstContext c) {
        boolean closed = c.finishedBefore(c.sender());
        if (!closed && c.isStateless() && c.trigger().isPresent()) {
            return UncapturedClose.opinion(c, c.trigger().get().segment());
        }
        if (!closed && !(c.rst().hasAck() && CloseSigns.missedFin(c, c.sender()))) {
            return Opinion.no("no FIN of its sender was seen before the RST");
        }
        Optional<Segment> fin = c.firstFin(c.sender());
        if (c.rst().hasAck()) {
            return inActiveForm(c, fin);
        }
        return c.trigger().isPresent() ? answer(c, fin, c.trigger().get().segment()) : withoutTrigger(c, fin);
    }

    private Opinion answer(RstContext c, Optional<Segment> fin, Segment trigger) {
        boolean refused = CloseSigns.refusedData(c);
        if (!trigger.hasPayload() && !trigger.isFin() && !c.answersProbe() && !refused) {
            return Opinion.no("the RST answers an ACK without data, and no data of the peer was left unacknowledged");
        }
        Proof proof = closed(c, fin)
                .decisive(
                        () -> "The RST answers "
                                + what(c, trigger)
                                + " that came to the closed connection in " + Words.frame(trigger),
                        trigger,
                        c.rst());
        if (c.ttlFit().differs()) {
            return fromElsewhere(c, proof);
        }
        return !trigger.hasPayload() || c.answersProbe() ? withoutData(proof, refused) : ofClosed(c, proof);
    }

    private static Opinion fromElsewhere(RstContext c, Proof proof) {
        return proof.against(
                        Confidence.MEDIUM,
                        () -> "Its TTL " + c.rst().ttl() + " is not the host's " + TtlFit.usual(c),
                        c.rst())
                .limit(
                        Confidence.LOW,
                        TriggerSigns.isAfterOwnReset(c),
                        "The host's own answers came from its own distance: this one is another's",
                        c.rst())
                .limit(
                        Confidence.LOW,
                        Pace.isTooFast(c),
                        "It came sooner than that host, which is away from the capture point, ever answered",
                        c.rst())
                .claim();
    }

    private static Opinion withoutData(Proof proof, boolean refused) {
        if (refused) {
            return proof.strong("Data of the peer was on its way that the closing side never acknowledged")
                    .base(
                            Confidence.HIGH,
                            "The segment that it answers bears no data: that data had come is inferred from what was not acknowledged")
                    .claim();
        }
        return proof.doubt(Confidence.MEDIUM, "No data was in the segment that it answers")
                .claim();
    }

    /** Whether the host still knew of its close: one that had closed a single direction may have restarted meanwhile. */
    private static Opinion ofClosed(RstContext c, Proof proof) {
        if (CloseSigns.tookDataAfterFin(c)) {
            proof.doubt(
                            Confidence.HIGH,
                            "Behind its FIN the host had gone on taking data: it may have closed fully since, or restarted")
                    .limit(
                            Confidence.MEDIUM,
                            CloseSigns.wasUnheard(c, c.peer()),
                            "The peer had said the same again and again without an answer: the host was away, perhaps for a restart");
        }
        return proof.claim();
    }

    private Opinion withoutTrigger(RstContext c, Optional<Segment> fin) {
        if (fin.isPresent() && c.rst().seq() == fin.get().end() && Pending.isInFlight(c)) {
            return afterFin(c, fin);
        }
        boolean answeredEarlier = c.timeline().earlierReset() > 0;
        return c.spoke(c.peer()) && !answeredEarlier
                ? Opinion.no("no segment of the peer has the numbers that the RST would answer")
                : unseenTrigger(c, fin);
    }

    /** Simple stacks answer from their own numbers, those after their FIN, not from those of the segment. */
    private Opinion afterFin(RstContext c, Optional<Segment> fin) {
        return closed(c, fin)
                .strong(
                        "It stands right behind that FIN, and data of the peer had come that was never acknowledged",
                        c.rst())
                .base(
                        Confidence.HIGH,
                        "Its numbers are not those of an answer to the data: that it answers the data is inferred")
                .limit(
                        Confidence.MEDIUM,
                        c.ttlFit().differs(),
                        "It came from another distance than the host's segments",
                        c.rst())
                .claim();
    }

    /** With only the sender's direction captured the form of the RST tells that it answers, not what. */
    private Opinion unseenTrigger(RstContext c, Optional<Segment> fin) {
        return closed(c, fin)
                .weak("The RST has the form of an answer; what it answers was not captured or is not kept", c.rst())
                .settledBy("A capture of both directions")
                .base(Confidence.MEDIUM, "Whether data drew it cannot be told without the segment that it answers")
                .claim();
    }

    /** Some stacks abort the closed connection when data comes to it; what they had taken before they had acknowledged. */
    private Opinion inActiveForm(RstContext c, Optional<Segment> fin) {
        Optional<Segment> late = c.lastPayload(c.peer()).filter(s -> !c.acknowledgedBefore(s));
        if (late.isEmpty()) {
            return Opinion.no("no data of the peer was left unacknowledged before the RST");
        }
        Segment data = late.get();
        Proof proof = closed(c, fin)
                .strong(
                        () -> Counts.bytes(data.payloadLength())
                                + " of data that the closing side never took came to it in " + Words.frame(data),
                        data,
                        c.rst());
        if (fin.isPresent() && isRefusal(c, fin.get(), data)) {
            return proof.decisive(
                            "The RST came when that data had arrived, and offers no room for it as a connection that can receive would",
                            data,
                            c.rst())
                    .claim();
        }
        Optional<String> decided = OwnDecision.shownBy(c);
        return decided.isPresent()
                ? proof.against(Confidence.LOW, decided.get(), c.rst()).claim()
                : perhapsAbort(c, proof);
    }

    private static boolean isRefusal(RstContext c, Segment fin, Segment data) {
        return c.rst().seq() == fin.end()
                && CloseSigns.refusesData(c, c.ttlFit(), data)
                && !CloseSigns.tookDataAfterFin(c);
    }

    private static Opinion perhapsAbort(RstContext c, Proof proof) {
        return proof.doubt(Confidence.HIGH, "The RST carries an acknowledgment, as an abort does", c.rst())
                .limit(
                        Confidence.MEDIUM,
                        !c.finishedBefore(c.sender()),
                        "The FIN itself was not captured: without it the RST is an abort like others")
                .limit(
                        Confidence.MEDIUM,
                        Windows.isKnown(c),
                        "The RST offers the room that the connection had offered, as an abort of the program does",
                        c.rst())
                .claim();
    }

    private Proof closed(RstContext c, Optional<Segment> fin) {
        Proof proof = claim(c);
        fin.ifPresent(f ->
                proof.strong(() -> Words.whoFirst(c, c.sender()) + " had closed with FIN in " + Words.frame(f), f));
        return c.finishedBefore(c.sender()) ? proof : UncapturedClose.tellMissedFin(proof, c);
    }

    private static String what(RstContext c, Segment trigger) {
        if (c.answersProbe()) {
            return "the keep-alive probe";
        }
        if (trigger.hasPayload()) {
            return Counts.bytes(trigger.payloadLength()) + " of data";
        }
        return trigger.isFin() ? "the FIN" : "an ACK";
    }
}
