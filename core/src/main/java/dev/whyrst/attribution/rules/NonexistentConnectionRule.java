package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.facts.Afterlife;
import dev.whyrst.attribution.facts.Misdirected;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TriggerSigns;
import dev.whyrst.attribution.facts.TtlFit;
import dev.whyrst.text.Sentence;
import dev.whyrst.timeline.Renaming;
import dev.whyrst.timeline.Segment;
import java.util.Optional;

/** A segment for a connection that its receiver does not know, and the capture shows no earlier life of it. */
final class NonexistentConnectionRule extends Rule {

    NonexistentConnectionRule() {
        super(Cause.NONEXISTENT_CONNECTION);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (c.isAlone()) {
            return unseenTrigger(c);
        }
        if (Misdirected.isAnswered(c, c.ttlFit())) {
            return misdirected(c);
        }
        if (c.handshake().syn().isPresent() && TriggerSigns.acknowledgesNothing(c)) {
            return unheardOf(c);
        }
        boolean unknown = !c.spoke(c.sender()) && c.handshake().syn().isEmpty();
        if (!unknown || c.trigger().isEmpty()) {
            return Opinion.no("?");
        }
        Segment trigger = c.trigger().get().segment();
        if (trigger.isInitialSyn()) {
            return Opinion.no("?");
        }
        Proof proof = claim(c).strong(
                        () -> "The RST answers a lone " + trigger.flagNames()
                                + " segment; the capture shows no handshake and no segment of "
                                + Words.who(c, c.sender()) + " before",
                        trigger,
                        c.rst())
                .settledBy("A capture that begins earlier: it shows whether the connection ever existed");
        Optional<Renaming> renaming = c.timeline().renaming();
        if (renaming.isPresent()) {
            return renamed(c, trigger, renaming.get(), proof);
        }
        if (trigger.hasAck()) {
            proof.doubt("A connection that is older than the capture sends such segments too");
        }
        if (c.ttlFit() == TtlFit.SAME && !trigger.isSyn()) {
            proof.strong(() -> "Its TTL " + c.rst().ttl() + " is that of the host's other segments", c.rst());
            return proof.claim(trigger.hasAck() ? Confidence.MEDIUM : Confidence.CERTAIN);
        }
        return proof.claim(trigger.hasAck() ? Confidence.MEDIUM : Confidence.HIGH);
    }

    /** A lone RST without ACK has the form of an answer by a stack that has no such connection. */
    private Opinion unseenTrigger(RstContext c) {
        if (c.rst().hasAck() || c.rst().rawSeq() == 0 || c.ttlFit() != TtlFit.SAME) {
            return Opinion.no("?");
        }
        return claim(c).weak(
                        "The RST has the form of an answer to a segment with ACK; that segment was not captured",
                        c.rst())
                .settledBy("A capture of both directions that begins earlier")
                .claim(Confidence.LOW);
    }

    private Opinion misdirected(RstContext c) {
        Segment trigger = c.trigger().orElseThrow().segment();
        Proof proof = claim(c).decisive(
                        () -> "The RST answers " + Words.frame(trigger) + ", which lies behind all that "
                                + Words.who(c, c.sender())
                                + " had offered room for: with the connection its stack would have"
                                + " sent an ACK",
                        trigger,
                        c.rst())
                .doubt("A NAT that takes such a segment for invalid passes it on under another name")
                .settledBy(() -> "A capture at "
                        + c.timeline().endpoint(c.sender()).address() + ": it shows what the segment was called there");
        boolean gap = !TriggerSigns.goesOn(c) && Afterlife.of(c, c.ttlFit()).isEmpty();
        if (gap) {
            proof.doubt(
                    "What its sender had sent before was not captured, nor perhaps a wider room or the end of the connection");
        }
        return proof.claim(gap ? Confidence.MEDIUM : Confidence.HIGH);
    }

    /** The segment belongs to a connection that the RST's sender has, but comes from another port than its own. */
    private static Opinion renamed(RstContext c, Segment trigger, Renaming renaming, Proof proof) {
        return proof.strong(
                        () -> Sentence.begin(Words.frame(trigger))
                                + " goes on with the numbers of the connection from port "
                                + renaming.port() + " of the same host, "
                                + Words.duration(trigger.timeNanos() - renaming.lastNanos())
                                + " after its last segment: a device on the path had forgotten it and gave it another port",
                        trigger,
                        c.rst())
                .settledBy("The idle timers and the log of the address translation on the path")
                .claim(Confidence.HIGH);
    }

    /** A segment made by hand that names an earlier connection by its ports alone. */
    private Opinion unheardOf(RstContext c) {
        Segment trigger = c.trigger().orElseThrow().segment();
        return claim(c).strong(
                        () -> "The RST answers " + Words.frame(trigger) + ", which acknowledges what "
                                + Words.who(c, c.sender()) + " had never sent: a probe, of no connection",
                        trigger,
                        c.rst())
                .settledBy(
                        () -> "What runs on " + c.timeline().endpoint(c.peer()).address())
                .claim(c.ttlFit().differs() ? Confidence.LOW : Confidence.HIGH);
    }
}
