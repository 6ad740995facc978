package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.facts.CloseSigns;
import dev.whyrst.attribution.facts.Pending;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.timeline.Segment;
import java.util.Optional;

/** Both sides had sent their FIN: the RST only tidies up, nothing is lost. */
final class BenignAfterTeardownRule extends Rule {

    BenignAfterTeardownRule() {
        super(Cause.BENIGN_AFTER_TEARDOWN);
    }

    @Override
    public Opinion examine(RstContext c) {
        Optional<Segment> own = c.firstFin(c.sender());
        Optional<Segment> others = c.firstFin(c.peer());
        if (!c.finishedBefore(c.sender()) || !c.finishedBefore(c.peer())) {
            return Opinion.no("?");
        }
        Proof proof = claim(c);
        if (own.isPresent() && others.isPresent()) {
            proof.strong("Both sides had closed with FIN before the RST", own.get(), others.get(), c.rst());
        }
        long lost = Pending.untaken(c);
        if (lost > 0) {
            return proof.against(() -> Words.bytes(lost) + " that " + Words.who(c, c.peer())
                            + " had sent before its FIN were never acknowledged")
                    .claim(Confidence.LOW);
        }
        long unheard = Pending.unacknowledged(c);
        if (unheard > 0) {
            return proof.against(() -> Words.bytes(unheard) + " that its sender had sent were never acknowledged")
                    .claim(Confidence.LOW);
        }
        if (c.shape() == Shape.ACTIVE && Pending.unanswered(c) > 0) {
            boolean farewell =
                    c.lastPayload(c.peer()).filter(Segment::mayBeAlert).isPresent();
            return proof.against(() -> "The last " + Words.bytes(Pending.unanswered(c))
                            + " of the peer drew no answer: they may have been unread")
                    .claim(farewell ? Confidence.MEDIUM : Confidence.LOW);
        }
        boolean dataLate = c.isStateless() && (c.triggeredBy(Segment::hasPayload) || CloseSigns.refusedData(c));
        if (dataLate) {
            proof.against("It answers data that came after the close");
        }
        return proof.claim(dataLate ? Confidence.LOW : Confidence.HIGH);
    }
}
