package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.signals.ResetCase;
import dev.whyrst.timeline.Segment;
import java.util.List;
import java.util.Optional;

/** Keep-alive probes stayed unanswered, and the prober's stack gave up with a RST (RFC 9293 section 3.8.4). */
final class KeepAliveTimeoutRule implements Rule {

    /** What coarse timers add; nanoseconds. */
    private static final long SLACK = 50_000_000L;

    /** How many probes the capture may have missed. */
    private static final int MOST_MISSED = 2;

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
        long interval = interval(c, probes);
        Proof proof = Proof.of(cause(), c)
                .decisive(
                        () -> probes.size() + " keep-alive probes, " + Words.duration(interval)
                                + " apart, stayed unanswered; then their sender reset the connection",
                        first,
                        last,
                        c.rst())
                .settledBy(() -> "Why " + c.timeline().endpoint(c.peer()).address()
                        + " fell silent: its uptime, or a capture near it");
        int rounds = rounds(c.rst().timeNanos() - last.timeNanos(), interval);
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

    /** How many intervals the prober waited behind the last probe that was captured, few at most; 0 if it was none of these. */
    private static int rounds(long waited, long interval) {
        for (int i = 1; i <= MOST_MISSED + 1; i++) {
            if (Math.abs(waited - i * interval) <= interval / 4 + SLACK) {
                return i;
            }
        }
        return 0;
    }

    /** The time from probe to probe, the shortest where the capture may lack some; to the RST where there is but one. */
    private static long interval(ResetCase c, List<Segment> probes) {
        Segment last = probes.get(probes.size() - 1);
        long shortest = probes.size() > 1 ? Long.MAX_VALUE : c.rst().timeNanos() - last.timeNanos();
        for (int i = 1; i < probes.size(); i++) {
            shortest = Math.min(
                    shortest, probes.get(i).timeNanos() - probes.get(i - 1).timeNanos());
        }
        return shortest;
    }
}
