package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.facts.ConnectionlessAnswer;
import dev.whyrst.attribution.facts.LostState;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TriggerSigns;
import dev.whyrst.text.Counts;
import dev.whyrst.text.Durations;
import dev.whyrst.timeline.Segment;

/**
 * A keep-alive probe (SEQ = SND.NXT - 1, 0 or 1 byte; RFC 9293 section 3.8.4) met a peer that had lost the connection, and its
 * stack answered with RST (section 3.10.7.1; Linux: SK_RST_REASON_NO_SOCKET).
 */
final class KeepAliveToRestartedRule extends Rule {

    KeepAliveToRestartedRule() {
        super(Cause.KEEPALIVE_TO_RESTARTED_PEER);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (c.trigger().isEmpty() || !c.answersProbe()) {
            return Opinion.no("the RST does not answer a keep-alive probe");
        }
        if (!ConnectionlessAnswer.is(c)) {
            return Opinion.no("the RST does not have the form of an answer by a stack without the connection");
        }
        if (TriggerSigns.acknowledgesNothing(c) && c.handshake().syn().isPresent()) {
            return Opinion.no(
                    "what the RST answers acknowledges what its sender had never sent, as a probe by hand does");
        }
        if (c.finishedBefore(c.sender())) {
            return Opinion.no("the RST's sender had closed its direction before");
        }
        return c.ttlFit().differs()
                ? Opinion.no("the RST came from another distance than the segments of the host that it names")
                : lost(c, c.trigger().get().segment());
    }

    private Opinion lost(RstContext c, Segment probe) {
        Proof proof = claim(c).decisive(
                        () -> "The RST answers a keep-alive probe (SEQ = SND.NXT - 1, "
                                + Counts.bytes(probe.payloadLength()) + ") after "
                                + Durations.measured(c.silence().beforeTrigger())
                                + " of silence",
                        probe,
                        c.rst());
        if (c.spoke(c.sender()) && !c.othersLivedOn() && LostState.isProven(c, c.ttlFit(), c.forgerySigns())) {
            return proof.decisive(
                            "It comes from as far as the host and as fast, and the prober had all that the host had sent, no FIN among it",
                            probe,
                            c.rst())
                    .claim();
        }
        return RivalExplanations.otherAnswerer(c, proof)
                .base(
                        Confidence.HIGH,
                        "Not every other story is excluded: the length of the silence, or what the capture lacks, leaves room for one")
                .limit(
                        Confidence.MEDIUM,
                        !c.spoke(c.sender()),
                        "Nothing that the RST's sender had sent on the connection was captured")
                .settledBy(() ->
                        "The uptime of " + c.timeline().endpoint(c.sender()).address())
                .claim();
    }
}
