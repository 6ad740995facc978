package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.signals.ResetCase;
import dev.whyrst.timeline.Segment;
import java.util.Optional;

/** One side had closed (its FIN was seen), the other went on sending; the RST answers that (RFC 1122 section 4.2.2.13). */
final class DataAfterCloseRule implements Rule {

    @Override
    public Cause cause() {
        return Cause.DATA_AFTER_CLOSE;
    }

    @Override
    public Optional<Claim> examine(ResetCase c) {
        Optional<Segment> fin = c.firstFin(c.sender());
        if (!c.finishedBefore(c.sender()) || c.trigger().isEmpty()) {
            return Optional.empty();
        }
        Segment trigger = c.trigger().get().segment();
        boolean provoking = trigger.hasPayload() || trigger.isFin();
        if (!provoking || c.shape() == Shape.ACTIVE && !c.isPrompt()) {
            return Optional.empty();
        }
        Proof proof = Proof.of(cause(), c);
        if (fin.isPresent()) {
            proof.strong(Words.who(c, c.sender()) + " had closed with FIN in " + Words.frame(fin.get()), fin.get());
        }
        proof.decisive(
                "The RST answers "
                        + (trigger.hasPayload() ? Words.bytes(trigger.payloadLength()) + " of data" : "the FIN")
                        + " that came to the closed connection in " + Words.frame(trigger),
                trigger,
                c.rst());
        if (c.finishedBefore(c.peer())) {
            proof.doubt("Both sides had sent their FIN");
            return proof.claim(Confidence.MEDIUM);
        }
        if (c.shape() == Shape.ACTIVE) {
            proof.doubt("The RST carries an acknowledgment, as an abort does");
            return proof.claim(Confidence.MEDIUM);
        }
        return proof.claim(Confidence.CERTAIN);
    }
}
