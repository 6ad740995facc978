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
import dev.whyrst.timeline.Segment;

/**
 * A stateful box on the path had forgotten the idle connection and resets the next segment in the host's name, or resets both
 * ends when its timer runs out.
 */
final class IdleTimeoutRule extends Rule {

    private static final long LONG_SILENCE = 2_000_000_000L;

    IdleTimeoutRule() {
        super(Cause.IDLE_TIMEOUT);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (StatedCause.isStated(c.stated(), StatedCause.Kind.IDLE_TIMER)) {
            return stated(c, c.stated().orElseThrow());
        }
        if (TriggerSigns.isMissing(c, c.silence()) && c.forgerySigns().fromElsewhere()) {
            return unasked(c, c.silence().beforeRst());
        }
        if (c.shape() == Shape.ACTIVE && c.silence().isAsLongAsTimer()) {
            return worded(c, c.silence().beforeRst());
        }
        long silence = c.silence().beforeTrigger();
        if (!c.spoke(c.sender()) || !c.spoke(c.peer()) || silence < LONG_SILENCE) {
            return Opinion.no("?");
        }
        if (c.trigger().isEmpty() || c.forgerySigns().bothEnds().isPresent()) {
            return outOfSilence(c, silence);
        }
        return c.isStateless() ? answer(c, silence) : Opinion.no("?");
    }

    private Opinion stated(RstContext c, StatedCause stated) {
        Proof proof = claim(c).by(Emitter.MIDDLEBOX);
        if (stated.trust() == Trust.CLEAR) {
            return proof.decisive(() -> StatedWords.sentence(stated), c.rst()).claim(Confidence.CERTAIN);
        }
        proof.strong(() -> StatedWords.sentence(stated), c.rst());
        long silence = Math.max(c.silence().beforeRst(), c.silence().beforeTrigger());
        if (silence < LONG_SILENCE) {
            proof.doubt(() -> "The conversation had been silent for only " + Words.duration(silence), c.rst());
            return settled(proof).claim(Confidence.LOW);
        }
        proof.weak(() -> "It came after " + Words.duration(silence) + " of silence", c.rst());
        return settled(proof).claim(stated.isOfDevice() ? Confidence.HIGH : Confidence.MEDIUM);
    }

    private Opinion answer(RstContext c, long silence) {
        ForgerySigns signs = c.forgerySigns();
        Segment trigger = c.trigger().orElseThrow().segment();
        Proof proof = claim(c).weak(
                        () -> "The first segment after " + Words.duration(silence) + " of silence was answered by RST",
                        trigger,
                        c.rst());
        if (!signs.fromElsewhere() && !signs.flowLabelZero()) {
            return proof.doubt("Nothing shows that the RST is not the host's own")
                    .claim(Confidence.LOW);
        }
        origin(c, signs, proof);
        return settled(proof).claim(ofSilence(silence, signs, proof));
    }

    /** How sure a timer is: so short ones are not known, but routes and hosts that take over forget connections too. */
    private static Confidence ofSilence(long silence, ForgerySigns signs, Proof proof) {
        if (silence >= Thresholds.SHORTEST_IDLE_TIMER) {
            return signs.ttl().differs() ? Confidence.HIGH : Confidence.MEDIUM;
        }
        proof.doubt(
                "So short an idle timer is not known: what answered may have taken over from a router or host that failed");
        return Confidence.MEDIUM;
    }

    /** Devices that keep account of the numbers word the end of an idle connection as its host would. */
    private Opinion worded(RstContext c, long silence) {
        return claim(c).weak(() -> "The RST came out of " + Words.duration(silence) + " of silence", c.rst())
                .doubt("Nothing shows that the RST is not the host's own")
                .claim(Confidence.LOW);
    }

    /** A RST that nothing had asked for, from another distance than its host: a timer ran out on the path. */
    private Opinion unasked(RstContext c, long silence) {
        Proof proof = claim(c).strong(
                        () -> "The RST came out of " + Words.duration(silence) + " of silence"
                                + (c.trigger().isEmpty() ? ", in which nothing asked for it" : ""),
                        c.rst());
        origin(c, c.forgerySigns(), proof);
        return settled(proof).claim(ofSilence(silence, c.forgerySigns(), proof));
    }

    /** A timer that runs out resets both ends without being asked. */
    private Opinion outOfSilence(RstContext c, long silence) {
        ForgerySigns signs = c.forgerySigns();
        if (signs.bothEnds().isEmpty()) {
            return Opinion.no("?");
        }
        Proof proof = claim(c).strong(
                        () -> "After " + Words.duration(silence)
                                + " of silence RSTs went to both ends at the same moment: neither end knew of the other's",
                        c.rst(),
                        signs.bothEnds().get().segment());
        origin(c, signs, proof);
        return settled(proof).claim(signs.fromElsewhere() ? ofSilence(silence, signs, proof) : Confidence.MEDIUM);
    }

    private static void origin(RstContext c, ForgerySigns signs, Proof proof) {
        proof.by(Emitter.MIDDLEBOX);
        if (signs.ttl().differs()) {
            proof.strong(
                    () -> "Its TTL " + c.rst().ttl() + " is not the host's " + TtlFit.usual(c)
                            + ": another box answered",
                    c.rst());
        }
        if (signs.flowLabelZero()) {
            proof.weak("Its flow label is 0, the host's own segments carry another", c.rst());
        }
        if (signs.otherMac()) {
            proof.strong("It came from another link-layer address than the host's segments", c.rst());
        }
    }

    private static Proof settled(Proof proof) {
        return proof.settledBy("The idle timers of the devices on the path; a capture at the host that the RST names");
    }
}
