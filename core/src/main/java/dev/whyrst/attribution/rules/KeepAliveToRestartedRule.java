package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.facts.ConnectionlessAnswer;
import dev.whyrst.attribution.facts.LostState;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TriggerSigns;
import dev.whyrst.timeline.Segment;

/** A keep-alive probe (SEQ = SND.NXT - 1, 0 or 1 byte) met a peer that had lost the connection. */
final class KeepAliveToRestartedRule extends Rule {

    KeepAliveToRestartedRule() {
        super(Cause.KEEPALIVE_TO_RESTARTED_PEER);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (!c.answersProbe()
                || !ConnectionlessAnswer.is(c)
                || TriggerSigns.acknowledgesNothing(c) && c.handshake().syn().isPresent()
                || c.finishedBefore(c.sender())
                || c.ttlFit().differs()) {
            return Opinion.no("?");
        }
        Segment probe = c.trigger().orElseThrow().segment();
        Proof proof = claim(c).decisive(
                        () -> "The RST answers a keep-alive probe (SEQ = SND.NXT - 1, "
                                + Words.bytes(probe.payloadLength()) + ") after "
                                + Words.duration(c.silence().beforeTrigger())
                                + " of silence",
                        probe,
                        c.rst());
        if (c.spoke(c.sender()) && LostState.isProven(c, c.ttlFit(), c.forgerySigns())) {
            proof.decisive(
                    "It comes from as far as the host and as fast, and the prober had all that the host had sent, no FIN among it",
                    probe,
                    c.rst());
            return proof.claim(Confidence.CERTAIN);
        }
        boolean ofAnother = OtherEnds.mayBeAnothers(c, proof);
        boolean sure = c.spoke(c.sender()) && !ofAnother;
        return proof.settledBy(() ->
                        "The uptime of " + c.timeline().endpoint(c.sender()).address())
                .claim(sure ? Confidence.HIGH : Confidence.MEDIUM);
    }
}
