package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
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
        if (!c.finishedBefore(c.sender())) {
            return Optional.empty();
        }
        if (c.rst().hasAck()) {
            return inActiveForm(c, fin);
        }
        if (c.trigger().isEmpty()) {
            return c.spoke(c.peer()) ? Optional.empty() : unseenTrigger(c, fin);
        }
        Segment trigger = c.trigger().get().segment();
        if (!trigger.hasPayload() && !trigger.isFin()) {
            return Optional.empty();
        }
        Proof proof = closed(c, fin);
        proof.decisive(
                "The RST answers "
                        + (trigger.hasPayload() ? Words.bytes(trigger.payloadLength()) + " of data" : "the FIN")
                        + " that came to the closed connection in " + Words.frame(trigger),
                trigger,
                c.rst());
        if (c.ttlFit().differs()) {
            proof.against("Its TTL " + c.rst().ttl() + " is not the host's " + c.usualTtl(), c.rst());
            return proof.claim(Confidence.MEDIUM);
        }
        if (!trigger.hasPayload()) {
            proof.doubt("No data was in the segment that it answers");
            return proof.claim(Confidence.MEDIUM);
        }
        return proof.claim(Confidence.CERTAIN);
    }

    /** Some stacks abort the closed connection when data comes to it; what they had taken before they had acknowledged. */
    private Optional<Claim> inActiveForm(ResetCase c, Optional<Segment> fin) {
        Optional<Segment> late = c.lastPayload(c.peer()).filter(s -> !c.acknowledgedBefore(s));
        if (late.isEmpty()) {
            return Optional.empty();
        }
        return closed(c, fin)
                .strong(
                        Words.bytes(late.get().payloadLength())
                                + " of data that the closing side never took came to it in " + Words.frame(late.get()),
                        late.get(),
                        c.rst())
                .doubt("The RST carries an acknowledgment, as an abort does", c.rst())
                .claim(Confidence.HIGH);
    }

    /** With only the sender's direction captured the form of the RST tells that it answers, not what. */
    private Optional<Claim> unseenTrigger(ResetCase c, Optional<Segment> fin) {
        return closed(c, fin)
                .weak("The RST has the form of an answer; what it answers was not captured", c.rst())
                .settledBy("A capture of both directions")
                .claim(Confidence.MEDIUM);
    }

    private Proof closed(ResetCase c, Optional<Segment> fin) {
        Proof proof = Proof.of(cause(), c);
        fin.ifPresent(f -> proof.strong(Words.who(c, c.sender()) + " had closed with FIN in " + Words.frame(f), f));
        return proof;
    }
}
