package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.signals.ForgerySigns;
import dev.whyrst.attribution.signals.ResetCase;
import dev.whyrst.timeline.Segment;
import java.util.Optional;

/** A stateful box on the path had forgotten the idle connection and resets the next segment, in the host's name. */
final class IdleTimeoutRule implements Rule {

    private static final long LONG_SILENCE = 2_000_000_000L;

    @Override
    public Cause cause() {
        return Cause.IDLE_TIMEOUT;
    }

    @Override
    public Optional<Claim> examine(ResetCase c) {
        boolean known = c.spoke(c.sender()) && c.spoke(c.peer());
        long silence = c.silenceNanos();
        if (!known || !c.isStateless() || silence < LONG_SILENCE || c.trigger().isEmpty()) {
            return Optional.empty();
        }
        ForgerySigns signs = ForgerySigns.of(c);
        Segment trigger = c.trigger().get().segment();
        Proof proof = Proof.of(cause(), c)
                .weak(
                        "The first segment after " + Words.duration(silence) + " of silence was answered by RST",
                        trigger,
                        c.rst());
        if (!signs.fromElsewhere() && !signs.flowLabelZero()) {
            return proof.doubt("Nothing shows that the RST is not the host's own")
                    .claim(Confidence.LOW);
        }
        return proof.by(Emitter.MIDDLEBOX)
                .strong(
                        "Its TTL " + c.rst().ttl() + " is not the host's " + c.usualTtl() + ": another box answered",
                        c.rst())
                .settledBy("The idle timer of the devices on the path; a capture at the host that the RST names")
                .claim(Confidence.HIGH);
    }
}
