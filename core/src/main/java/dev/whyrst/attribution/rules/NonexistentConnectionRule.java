package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.facts.Afterlife;
import dev.whyrst.attribution.facts.Misdirected;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TriggerSigns;
import dev.whyrst.attribution.facts.TtlFit;
import dev.whyrst.text.Durations;
import dev.whyrst.text.Sentence;
import dev.whyrst.timeline.Renaming;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/**
 * A segment for a connection that its receiver does not know, and the capture shows no earlier life of it (RFC 9293 section 3.5.2,
 * group 1; Linux: SK_RST_REASON_NO_SOCKET).
 */
final class NonexistentConnectionRule extends Rule {

    private static final Opinion NO_TRIGGER =
            Opinion.no("no captured segment has the numbers that the RST would answer");

    NonexistentConnectionRule() {
        super(Cause.NONEXISTENT_CONNECTION);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (c.isAlone()) {
            return unseenTrigger(c);
        }
        if (c.trigger().isEmpty()) {
            return NO_TRIGGER;
        }
        Segment trigger = c.trigger().get().segment();
        if (Misdirected.isAnswered(c, c.ttlFit())) {
            return misdirected(c, trigger);
        }
        if (c.handshake().hasTwoAnswers() && c.sender() == Side.RESPONDER && !c.spokeBeyondHandshake(Side.RESPONDER)) {
            return ofOtherAnswer(c, trigger);
        }
        if (c.handshake().syn().isPresent()) {
            return TriggerSigns.acknowledgesNothing(c)
                    ? unheardOf(c, trigger)
                    : Opinion.no("a SYN of the connection was captured before");
        }
        if (c.spoke(c.sender())) {
            return Opinion.no("its sender had spoken on the connection before");
        }
        return trigger.isInitialSyn()
                ? Opinion.no("the RST answers a SYN, which asks for a new connection")
                : loneSegment(c, trigger);
    }

    /** A segment with ACK may be of a connection that is older than the capture; one without belongs to none. */
    private Opinion loneSegment(RstContext c, Segment trigger) {
        Proof proof = claim(c).strong(
                        () -> "The RST answers a lone " + trigger.flagNames()
                                + " segment; the capture shows no handshake and no segment of "
                                + Words.who(c, c.sender()) + " before",
                        trigger,
                        c.rst())
                .settledBy("A capture that begins earlier: it shows whether the connection ever existed");
        Optional<Renaming> renaming = c.timeline().renaming();
        if (renaming.isPresent()) {
            return renamed(trigger, c.rst(), renaming.get(), proof);
        }
        return proof.doubt(
                        Confidence.MEDIUM,
                        trigger.hasAck(),
                        "A connection that is older than the capture sends such segments too")
                .strong(
                        c.ttlFit() == TtlFit.SAME && !trigger.isSyn(),
                        () -> "Its TTL " + c.rst().ttl() + " is that of the host's other segments",
                        c.rst())
                .limit(
                        Confidence.HIGH,
                        c.ttlFit() != TtlFit.SAME,
                        "No segment of the host with the RST's TTL shows that the RST is its own",
                        c.rst())
                .claim();
    }

    /** The segment belongs to a connection that the RST's sender has, but comes from another port than its own. */
    private static Opinion renamed(Segment trigger, Segment rst, Renaming renaming, Proof proof) {
        return proof.strong(
                        () -> Sentence.begin(Words.frame(trigger))
                                + " goes on with the numbers of the connection from port "
                                + renaming.port() + " of the same host, "
                                + Durations.measured(trigger.timeNanos() - renaming.lastNanos())
                                + " after its last segment: a device on the path had forgotten it and gave it another port",
                        trigger,
                        rst)
                .settledBy("The idle timers and the log of the address translation on the path")
                .base(Confidence.HIGH, "That the two are one connection is inferred from their numbers")
                .claim();
    }

    /** A lone RST without ACK has the form of an answer by a stack that has no such connection. */
    private Opinion unseenTrigger(RstContext c) {
        if (c.rst().hasAck()) {
            return Opinion.no("the RST is all that was captured, and has the form of an abort or of a refusal");
        }
        if (c.rst().rawSeq() == 0) {
            return Opinion.no(
                    "the RST is all that was captured, and bears no number that it could have from a segment");
        }
        if (c.ttlFit() != TtlFit.SAME) {
            return Opinion.no("the RST is all that was captured, and its TTL is not known to be the host's");
        }
        return claim(c).weak(
                        "The RST has the form of an answer to a segment with ACK; that segment was not captured",
                        c.rst())
                .settledBy("A capture of both directions that begins earlier")
                .base(Confidence.LOW, "Nothing but the RST was captured of the conversation", c.rst())
                .claim();
    }

    /** The segment passed a NAT untranslated. */
    private Opinion misdirected(RstContext c, Segment trigger) {
        return claim(c).decisive(
                        () -> "The RST answers " + Words.frame(trigger) + ", which lies behind all that "
                                + Words.who(c, c.sender())
                                + " had offered room for: with the connection its stack would have"
                                + " sent an ACK",
                        trigger,
                        c.rst())
                .doubt(Confidence.HIGH, "A NAT that takes such a segment for invalid passes it on under another name")
                .settledBy(() -> "A capture at "
                        + c.timeline().endpoint(c.sender()).address() + ": it shows what the segment was called there")
                .doubt(
                        Confidence.MEDIUM,
                        !TriggerSigns.goesOn(c) && Afterlife.of(c, c.ttlFit()).isEmpty(),
                        "What its sender had sent before was not captured, nor perhaps a wider room or the end of the connection")
                .claim();
    }

    /** The SYN was answered twice, and the initiator took up the connection that the responder has not. */
    private Opinion ofOtherAnswer(RstContext c, Segment trigger) {
        return claim(c).strong(
                        () -> "The SYN was answered by two SYN,ACKs of different numbers; the RST answers "
                                + Words.frame(trigger)
                                + ", which acknowledges one of them, while its sender keeps the other",
                        c.handshake().synAck().orElseThrow(),
                        trigger,
                        c.rst())
                .settledBy(
                        "Who answers the SYN twice: a doubled path (a bond that broadcasts), an address that two hosts have, or a proxy")
                .base(Confidence.MEDIUM, "Which of the two answers its maker keeps is inferred", trigger)
                .claim();
    }

    /** A segment made by hand that names an earlier connection by its ports alone. */
    private Opinion unheardOf(RstContext c, Segment trigger) {
        return claim(c).strong(
                        () -> "The RST answers " + Words.frame(trigger) + ", which acknowledges what "
                                + Words.who(c, c.sender()) + " had never sent: a probe, of no connection",
                        trigger,
                        c.rst())
                .settledBy(
                        () -> "What runs on " + c.timeline().endpoint(c.peer()).address())
                .base(Confidence.HIGH, "That the segment was made by hand is inferred from its numbers", trigger)
                .limit(
                        Confidence.LOW,
                        c.ttlFit().differs(),
                        "The RST came from another distance than its sender's segments",
                        c.rst())
                .claim();
    }
}
