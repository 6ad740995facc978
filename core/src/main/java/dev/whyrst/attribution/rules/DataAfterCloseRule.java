package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.facts.CloseSigns;
import dev.whyrst.attribution.facts.Pace;
import dev.whyrst.attribution.facts.Pending;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TtlFit;
import dev.whyrst.attribution.facts.Windows;
import dev.whyrst.timeline.Segment;
import java.util.Optional;

/** One side had closed (its FIN was seen), the other went on sending; the RST answers that (RFC 1122 section 4.2.2.13). */
final class DataAfterCloseRule extends Rule {

    DataAfterCloseRule() {
        super(Cause.DATA_AFTER_CLOSE);
    }

    @Override
    public Opinion examine(RstContext c) {
        Optional<Segment> fin = c.firstFin(c.sender());
        if (!c.finishedBefore(c.sender()) && c.isStateless() && c.trigger().isPresent()) {
            return UncapturedClose.opinion(c);
        }
        if (!c.finishedBefore(c.sender()) && !(c.rst().hasAck() && CloseSigns.missedFin(c, c.sender()))) {
            return Opinion.no("?");
        }
        if (c.rst().hasAck()) {
            return inActiveForm(c, fin);
        }
        if (c.trigger().isEmpty()) {
            return withoutTrigger(c, fin);
        }
        Segment trigger = c.trigger().get().segment();
        boolean refused = CloseSigns.refusedData(c);
        if (!trigger.hasPayload() && !trigger.isFin() && !c.answersProbe() && !refused) {
            return Opinion.no("?");
        }
        Proof proof = closed(c, fin);
        proof.decisive(
                () -> "The RST answers "
                        + what(c, trigger)
                        + " that came to the closed connection in " + Words.frame(trigger),
                trigger,
                c.rst());
        if (c.ttlFit().differs()) {
            proof.against(() -> "Its TTL " + c.rst().ttl() + " is not the host's " + TtlFit.usual(c), c.rst());
            return proof.claim(Pace.isTooFast(c) ? Confidence.LOW : Confidence.MEDIUM);
        }
        if (!trigger.hasPayload() || c.answersProbe()) {
            return withoutData(proof, refused);
        }
        return proof.claim(ofClosed(c, proof));
    }

    /** How sure it is that the host still knew of its close: one that had closed a single direction may have restarted meanwhile. */
    private static Confidence ofClosed(RstContext c, Proof proof) {
        if (!CloseSigns.tookDataAfterFin(c)) {
            return Confidence.CERTAIN;
        }
        proof.doubt("Behind its FIN the host had gone on taking data: it may have closed fully since, or restarted");
        return CloseSigns.wasUnheard(c, c.peer()) ? Confidence.MEDIUM : Confidence.HIGH;
    }

    private Opinion withoutTrigger(RstContext c, Optional<Segment> fin) {
        if (fin.isPresent() && c.rst().seq() == fin.get().end() && Pending.isInFlight(c)) {
            return behindFin(c, fin);
        }
        boolean answeredEarlier = c.timeline().earlierReset() > 0;
        return c.spoke(c.peer()) && !answeredEarlier ? Opinion.no("?") : unseenTrigger(c, fin);
    }

    /** Simple stacks answer from their own numbers, behind their FIN, not from those of the segment. */
    private Opinion behindFin(RstContext c, Optional<Segment> fin) {
        return closed(c, fin)
                .strong(
                        "It stands right behind that FIN, and data of the peer had come that was never acknowledged",
                        c.rst())
                .claim(c.ttlFit().differs() ? Confidence.MEDIUM : Confidence.HIGH);
    }

    private static Opinion withoutData(Proof proof, boolean refused) {
        if (refused) {
            return proof.strong("Data of the peer was on its way that the closing side never acknowledged")
                    .claim(Confidence.HIGH);
        }
        return proof.doubt("No data was in the segment that it answers").claim(Confidence.MEDIUM);
    }

    private static String what(RstContext c, Segment trigger) {
        if (c.answersProbe()) {
            return "the keep-alive probe";
        }
        if (trigger.hasPayload()) {
            return Words.bytes(trigger.payloadLength()) + " of data";
        }
        return trigger.isFin() ? "the FIN" : "an ACK";
    }

    /** Some stacks abort the closed connection when data comes to it; what they had taken before they had acknowledged. */
    private Opinion inActiveForm(RstContext c, Optional<Segment> fin) {
        Optional<Segment> late = c.lastPayload(c.peer()).filter(s -> !c.acknowledgedBefore(s));
        if (late.isEmpty()) {
            return Opinion.no("?");
        }
        Proof proof = closed(c, fin)
                .strong(
                        () -> Words.bytes(late.get().payloadLength())
                                + " of data that the closing side never took came to it in " + Words.frame(late.get()),
                        late.get(),
                        c.rst());
        if (fin.isPresent()
                && c.rst().seq() == fin.get().end()
                && CloseSigns.refusesData(c, c.ttlFit(), late.get())
                && !CloseSigns.tookDataAfterFin(c)) {
            proof.decisive(
                    "The RST came when that data had arrived, and offers no room for it as a connection that can receive would",
                    late.get(),
                    c.rst());
            return proof.claim(Confidence.CERTAIN);
        }
        Optional<String> decided = OwnDecision.shownBy(c);
        if (decided.isPresent()) {
            return proof.against(decided.get(), c.rst()).claim(Confidence.LOW);
        }
        boolean likely = c.finishedBefore(c.sender()) && !Windows.isKnown(c);
        return proof.doubt("The RST carries an acknowledgment, as an abort does", c.rst())
                .claim(likely ? Confidence.HIGH : Confidence.MEDIUM);
    }

    /** With only the sender's direction captured the form of the RST tells that it answers, not what. */
    private Opinion unseenTrigger(RstContext c, Optional<Segment> fin) {
        return closed(c, fin)
                .weak("The RST has the form of an answer; what it answers was not captured or is not kept", c.rst())
                .settledBy("A capture of both directions")
                .claim(Confidence.MEDIUM);
    }

    private Proof closed(RstContext c, Optional<Segment> fin) {
        Proof proof = claim(c);
        fin.ifPresent(f ->
                proof.strong(() -> Words.whoFirst(c, c.sender()) + " had closed with FIN in " + Words.frame(f), f));
        return c.finishedBefore(c.sender()) ? proof : UncapturedClose.tellMissedFin(proof, c);
    }
}
