package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.signals.ProbeBeat;
import dev.whyrst.attribution.signals.ResetCase;
import dev.whyrst.timeline.Segment;
import java.util.List;
import java.util.Optional;

/** Keep-alive probes stayed unanswered, and the prober's stack gave up with a RST (RFC 9293 section 3.8.4). */
final class KeepAliveTimeoutRule implements Rule {

    @Override
    public Cause cause() {
        return Cause.KEEPALIVE_TIMEOUT;
    }

    @Override
    public Optional<Claim> examine(ResetCase c) {
        if (!c.rst().hasAck()) {
            return Optional.empty();
        }
        List<Segment> probes = c.unansweredProbes(c.sender());
        if (probes.isEmpty()) {
            return Optional.empty();
        }
        Segment first = probes.get(0);
        Segment last = probes.get(probes.size() - 1);
        long interval = ProbeBeat.interval(c, probes);
        Proof proof = Proof.of(cause(), c)
                .decisive(
                        () -> probes.size() + " keep-alive probes, " + Words.duration(interval)
                                + " apart, stayed unanswered; then their sender reset the connection",
                        first,
                        last,
                        c.rst())
                .settledBy(() -> "Why " + c.timeline().endpoint(c.peer()).address()
                        + " fell silent: its uptime, or a capture near it");
        int rounds = ProbeBeat.rounds(c, probes);
        if (rounds != 1) {
            proof.doubt(
                    "A prober gives up as long after its last probe as its probes are apart; this RST came at another time");
            return proof.claim(rounds == 0 ? Confidence.LOW : Confidence.MEDIUM);
        }
        if (c.spoke(c.peer())) {
            return proof.claim(probes.size() >= 2 ? Confidence.CERTAIN : Confidence.MEDIUM);
        }
        if (c.isHeard(c.peer())) {
            return proof.doubt("No segment of the other side was captured on this connection")
                    .claim(Confidence.MEDIUM);
        }
        proof.doubt("No segment of the other side was captured: it may have answered");
        return proof.claim(probes.size() >= 2 ? Confidence.MEDIUM : Confidence.LOW);
    }
}
