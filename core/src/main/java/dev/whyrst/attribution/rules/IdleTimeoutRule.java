package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.facts.ForgerySigns;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.StatedCause;
import dev.whyrst.attribution.facts.StatedCause.Trust;
import dev.whyrst.attribution.facts.TriggerSigns;
import dev.whyrst.attribution.facts.TtlFit;
import dev.whyrst.text.Durations;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import java.util.Optional;

/**
 * A device on the path that keeps state had forgotten the idle connection and resets the next segment in the host's name, or
 * resets both ends when its timer runs out (RFC 5382 section 5: such a timer should be no shorter than 2 h 4 min; many are).
 */
final class IdleTimeoutRule extends Rule {

    private static final String PERHAPS_OF_HOST = "Nothing shows that the RST is not the host's own";

    IdleTimeoutRule() {
        super(Cause.IDLE_TIMEOUT);
    }

    @Override
    public Opinion examine(RstContext c) {
        Optional<StatedCause> stated = c.stated();
        if (StatedCause.isStated(stated, StatedCause.Kind.IDLE_TIMER)) {
            return stated(c, stated.get());
        }
        if (TriggerSigns.isMissing(c, c.silence()) && c.forgerySigns().fromElsewhere()) {
            return unasked(c, c.silence().beforeRst());
        }
        if (c.shape() == Shape.ACTIVE && c.silence().isAsLongAsTimer()) {
            return worded(c, c.silence().beforeRst());
        }
        if (!c.spoke(c.sender()) || !c.spoke(c.peer())) {
            return Opinion.no("the capture does not hold both ends of the connection before the RST");
        }
        return afterSilence(c, c.silence().beforeTrigger());
    }

    private Opinion afterSilence(RstContext c, long silence) {
        if (silence < Thresholds.LONG_SILENCE) {
            return c.trigger().isPresent()
                    ? Opinion.no("the segment that the RST may answer did not come out of a silence")
                    : Opinion.no("the RST did not come out of a silence");
        }
        Optional<Reset> toOtherEnd = c.forgerySigns().bothEnds();
        if (toOtherEnd.isPresent()) {
            return toBothEnds(c, silence, toOtherEnd.get());
        }
        if (c.trigger().isEmpty()) {
            return Opinion.no("the RST answers nothing, and none went to the other end at the same moment");
        }
        return c.isStateless()
                ? answer(c, silence, c.trigger().get().segment())
                : Opinion.no(
                        "the RST is an abort with the connection's numbers, no answer of one who has forgotten it");
    }

    private Opinion stated(RstContext c, StatedCause stated) {
        Proof proof = claim(c).by(Emitter.MIDDLEBOX);
        if (stated.trust() == Trust.CLEAR) {
            return proof.decisive(() -> StatedWords.sentence(stated), c.rst()).claim();
        }
        settled(proof).strong(() -> StatedWords.sentence(stated), c.rst());
        long silence = Math.max(c.silence().beforeRst(), c.silence().beforeTrigger());
        if (silence < Thresholds.LONG_SILENCE) {
            return proof.doubt(
                            Confidence.LOW,
                            () -> "The conversation had been silent for only " + Durations.measured(silence),
                            c.rst())
                    .claim();
        }
        return proof.weak(() -> "It came after " + Durations.measured(silence) + " of silence", c.rst())
                .base(
                        Confidence.HIGH,
                        "What states the cause is a code, no text in clear: it may stand there by chance")
                .limit(Confidence.MEDIUM, !stated.isOfDevice(), "Any host or device may state a cause in this form")
                .claim();
    }

    /** The next segment after a silence was answered as by one who does not know the connection. */
    private Opinion answer(RstContext c, long silence, Segment trigger) {
        ForgerySigns signs = c.forgerySigns();
        Proof proof = claim(c).weak(
                        () -> "The first segment after " + Durations.measured(silence)
                                + " of silence was answered by RST",
                        trigger,
                        c.rst());
        if (signs.fromElsewhere() || signs.flowLabelZero()) {
            return ofDevice(c, silence, proof);
        }
        boolean alone = silence >= Thresholds.SHORTEST_IDLE_TIMER && c.othersLivedOn();
        return settled(proof.strong(alone, RivalExplanations.OTHERS_LIVED_ON, c.rst())
                        .by(alone ? Emitter.UNKNOWN : Emitter.of(c.sender()))
                        .doubt(alone ? Confidence.MEDIUM : Confidence.LOW, PERHAPS_OF_HOST))
                .claim();
    }

    /** Devices that keep account of the numbers word the end of an idle connection as its host would. */
    private Opinion worded(RstContext c, long silence) {
        return claim(c).weak(() -> "The RST came out of " + Durations.measured(silence) + " of silence", c.rst())
                .doubt(Confidence.LOW, PERHAPS_OF_HOST)
                .claim();
    }

    /** A RST that nothing had asked for, from another distance than its host: a timer ran out on the path. */
    private Opinion unasked(RstContext c, long silence) {
        Proof proof = claim(c).strong(
                        () -> "The RST came out of " + Durations.measured(silence) + " of silence"
                                + (c.trigger().isEmpty() ? ", in which nothing asked for it" : ""),
                        c.rst());
        return ofDevice(c, silence, proof);
    }

    /** A timer that runs out resets both ends without being asked. */
    private Opinion toBothEnds(RstContext c, long silence, Reset toOtherEnd) {
        Proof proof = claim(c).strong(
                        () -> "After " + Durations.measured(silence)
                                + " of silence RSTs went to both ends at the same moment: neither end knew of the other's",
                        c.rst(),
                        toOtherEnd.segment());
        if (c.forgerySigns().fromElsewhere()) {
            return ofDevice(c, silence, proof);
        }
        return settled(origin(c, proof))
                .base(
                        Confidence.MEDIUM,
                        "Neither its TTL nor its link-layer address shows that another box than the host made it")
                .claim();
    }

    /** A claim where another box than the host made the RST: so short timers are not known, and others forget connections too. */
    private static Opinion ofDevice(RstContext c, long silence, Proof proof) {
        return settled(origin(c, proof))
                .base(
                        Confidence.HIGH,
                        "That a timer ran out is told by the silence alone: a device that restarted or took over forgets connections too")
                .doubt(
                        Confidence.MEDIUM,
                        silence < Thresholds.SHORTEST_IDLE_TIMER,
                        "So short an idle timer is not known: what answered may have taken over from a router or host that failed")
                .limit(
                        Confidence.MEDIUM,
                        !c.forgerySigns().ttl().differs(),
                        "Its TTL does not show that it came from another distance than the host's segments",
                        c.rst())
                .claim();
    }

    private static Proof origin(RstContext c, Proof proof) {
        ForgerySigns signs = c.forgerySigns();
        return proof.by(Emitter.MIDDLEBOX)
                .strong(
                        signs.ttl().differs(),
                        () -> "Its TTL " + c.rst().ttl() + " is not the host's " + TtlFit.usual(c)
                                + ": another box answered",
                        c.rst())
                .weak(signs.flowLabelZero(), "Its flow label is 0, the host's own segments carry another", c.rst())
                .strong(signs.otherMac(), "It came from another link-layer address than the host's segments", c.rst());
    }

    private static Proof settled(Proof proof) {
        return proof.settledBy("The idle timers of the devices on the path; a capture at the host that the RST names");
    }
}
