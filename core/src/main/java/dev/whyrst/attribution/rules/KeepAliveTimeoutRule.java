package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.facts.ProbeBeat;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.Silence;
import dev.whyrst.attribution.facts.Unanswered;
import dev.whyrst.timeline.Segment;
import java.util.List;

/** Keep-alive probes stayed unanswered, and the prober's stack gave up with a RST (RFC 9293 section 3.8.4). */
final class KeepAliveTimeoutRule extends Rule {

    /** No stack sends more probes in vain by default. */
    private static final int MOST_PROBES = 10;

    KeepAliveTimeoutRule() {
        super(Cause.KEEPALIVE_TIMEOUT);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (!c.rst().hasAck()) {
            return Opinion.no("?");
        }
        List<Segment> probes = Unanswered.probes(c, c.sender());
        if (probes.isEmpty()) {
            return Opinion.no("?");
        }
        Segment first = probes.get(0);
        Segment last = probes.get(probes.size() - 1);
        long interval = ProbeBeat.interval(c, probes);
        Proof proof = claim(c).decisive(
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
            return proof.claim(unanswered(c, probes, interval, proof));
        }
        if (c.isHeard(c.peer())) {
            return proof.doubt("No segment of the other side was captured on this connection")
                    .claim(Confidence.MEDIUM);
        }
        proof.doubt("No segment of the other side was captured: it may have answered");
        return proof.claim(probes.size() >= 2 ? Confidence.MEDIUM : Confidence.LOW);
    }

    /** How sure it is that nobody answered, where the other side was heard before: its answers may take a way that is not captured. */
    private static Confidence unanswered(RstContext c, List<Segment> probes, long interval, Proof proof) {
        if (probes.size() < 2) {
            return Confidence.MEDIUM;
        }
        if (probes.size() > MOST_PROBES) {
            proof.doubt("No stack probes so often in vain by default: the answers may not have been captured");
            return Confidence.MEDIUM;
        }
        long idle = Silence.before(c, probes.get(0));
        if (Math.abs(idle - interval) <= interval / 4) {
            proof.doubt(
                    "The probes came as far apart as the first one after the last segment: so do probes that are answered");
            return Confidence.HIGH;
        }
        return Confidence.CERTAIN;
    }
}
