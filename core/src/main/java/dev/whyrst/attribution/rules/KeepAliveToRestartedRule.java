package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.signals.ResetCase;
import dev.whyrst.timeline.Segment;
import java.util.Optional;

/** A keep-alive probe (SEQ = SND.NXT - 1, 0 or 1 byte) met a peer that had lost the connection. */
final class KeepAliveToRestartedRule implements Rule {

    @Override
    public Cause cause() {
        return Cause.KEEPALIVE_TO_RESTARTED_PEER;
    }

    @Override
    public Optional<Claim> examine(ResetCase c) {
        if (!c.answersProbe()
                || !c.answersWithoutConnection()
                || c.finishedBefore(c.sender())
                || c.ttlFit().differs()) {
            return Optional.empty();
        }
        Segment probe = c.trigger().orElseThrow().segment();
        Proof proof = Proof.of(cause(), c)
                .decisive(
                        () -> "The RST answers a keep-alive probe (SEQ = SND.NXT - 1, "
                                + Words.bytes(probe.payloadLength()) + ") after " + Words.duration(c.silenceNanos())
                                + " of silence",
                        probe,
                        c.rst());
        return proof.settledBy(() ->
                        "The uptime of " + c.timeline().endpoint(c.sender()).address())
                .claim(c.spoke(c.sender()) ? Confidence.HIGH : Confidence.MEDIUM);
    }
}
