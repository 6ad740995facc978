package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.facts.CloseSigns;
import dev.whyrst.attribution.facts.Pending;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.text.Counts;
import dev.whyrst.timeline.Segment;
import java.util.Optional;

/**
 * Both sides had sent their FIN: the RST only tidies up, nothing is lost (RFC 9293 section 3.6; Linux:
 * SK_RST_REASON_TCP_ABORT_ON_CLOSE or SK_RST_REASON_NO_SOCKET).
 */
final class BenignAfterTeardownRule extends Rule {

    BenignAfterTeardownRule() {
        super(Cause.BENIGN_AFTER_TEARDOWN);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (!c.finishedBefore(c.sender())) {
            return Opinion.no("no FIN of its sender was seen before the RST");
        }
        if (!c.finishedBefore(c.peer())) {
            return Opinion.no("no FIN of the peer was seen before the RST");
        }
        Optional<Segment> own = c.firstFin(c.sender());
        Optional<Segment> others = c.firstFin(c.peer());
        Proof proof = claim(c).base(
                        Confidence.HIGH,
                        "That nobody wanted to say or hear more is inferred: no capture shows what the programs still waited for");
        if (own.isPresent() && others.isPresent()) {
            proof.strong("Both sides had closed with FIN before the RST", own.get(), others.get(), c.rst());
        }
        long untaken = Pending.untaken(c);
        if (untaken > 0) {
            return proof.against(
                            Confidence.LOW,
                            () -> Counts.bytes(untaken) + " that " + Words.who(c, c.peer())
                                    + " had sent before its FIN were never acknowledged")
                    .claim();
        }
        long unheard = Pending.unacknowledged(c);
        if (unheard > 0) {
            return proof.against(
                            Confidence.LOW,
                            () -> Counts.bytes(unheard) + " that its sender had sent were never acknowledged")
                    .claim();
        }
        long unread = c.shape() == Shape.ACTIVE ? Pending.unanswered(c) : 0;
        return unread > 0 ? perhapsUnread(c, unread, proof) : unlessLateData(c, proof);
    }

    private static Opinion perhapsUnread(RstContext c, long unread, Proof proof) {
        boolean farewell = c.lastPayload(c.peer()).filter(Segment::mayBeAlert).isPresent();
        return proof.against(
                        farewell ? Confidence.MEDIUM : Confidence.LOW,
                        () -> "The last " + Counts.bytes(unread)
                                + " of the peer drew no answer: they may have been unread")
                .claim();
    }

    private static Opinion unlessLateData(RstContext c, Proof proof) {
        return proof.against(
                        Confidence.LOW,
                        c.isStateless() && (c.triggeredBy(Segment::hasPayload) || CloseSigns.refusedData(c)),
                        "It answers data that came after the close")
                .claim();
    }
}
