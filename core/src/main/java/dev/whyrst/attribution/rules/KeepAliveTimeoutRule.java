package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.facts.ProbeBeat;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.Silence;
import dev.whyrst.attribution.facts.Unanswered;
import dev.whyrst.text.Durations;
import dev.whyrst.timeline.Segment;
import java.util.List;

/** Keep-alive probes stayed unanswered, and the prober's stack gave up with a RST (RFC 9293 section 3.8.4). */
final class KeepAliveTimeoutRule extends Rule {

    KeepAliveTimeoutRule() {
        super(Cause.KEEPALIVE_TIMEOUT);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (!c.rst().hasAck()) {
            return Opinion.no("the RST lacks the ACK of a prober that gives up");
        }
        List<Segment> probes = Unanswered.probes(c, c.sender());
        if (probes.isEmpty()) {
            return Opinion.no("no unanswered keep-alive probes of its sender came before the RST");
        }
        Segment first = probes.get(0);
        Segment last = probes.get(probes.size() - 1);
        long interval = ProbeBeat.interval(c, probes);
        Proof proof = claim(c).decisive(() -> unanswered(probes.size(), interval), first, last, c.rst())
                .settledBy(() -> "Why " + c.timeline().endpoint(c.peer()).address()
                        + " fell silent: its uptime, or a capture near it");
        int rounds = ProbeBeat.rounds(c, probes);
        if (rounds != 1) {
            return proof.doubt(
                            rounds == 0 ? Confidence.LOW : Confidence.MEDIUM,
                            "A prober gives up as long after its last probe as its probes are apart; this RST came at another time")
                    .claim();
        }
        if (c.spoke(c.peer())) {
            return heard(c, probes, interval, proof);
        }
        if (c.isHeard(c.peer())) {
            return proof.doubt(Confidence.MEDIUM, "No segment of the other side was captured on this connection")
                    .claim();
        }
        return proof.doubt(Confidence.MEDIUM, "No segment of the other side was captured: it may have answered")
                .limit(
                        Confidence.LOW,
                        probes.size() < Thresholds.SEVERAL_PROBES,
                        "Only one of its probes was captured: nothing shows a beat that the RST keeps",
                        first)
                .claim();
    }

    /** A claim where the other side was heard before: its answers may take a way that is not captured all the same. */
    private static Opinion heard(RstContext c, List<Segment> probes, long interval, Proof proof) {
        Segment first = probes.get(0);
        if (probes.size() < Thresholds.SEVERAL_PROBES) {
            return proof.base(
                            Confidence.MEDIUM,
                            "Only one probe stayed unanswered: the capture may have lost its answer, and nothing shows a beat that the RST keeps",
                            first)
                    .claim();
        }
        if (probes.size() > Thresholds.MOST_PROBES) {
            return proof.doubt(
                            Confidence.MEDIUM,
                            "No stack probes so often in vain by default: the answers may not have been captured")
                    .claim();
        }
        long idle = Silence.before(c, first);
        return proof.doubt(
                        Confidence.HIGH,
                        Math.abs(idle - interval) <= interval / 4,
                        "The probes came as far apart as the first one after the last segment: so do probes that are answered")
                .claim();
    }

    private static String unanswered(int probes, long interval) {
        return probes == 1
                ? "1 keep-alive probe stayed unanswered; then its sender reset the connection"
                : probes + " keep-alive probes, " + Durations.measured(interval)
                        + " apart, stayed unanswered; then their sender reset the connection";
    }
}
