package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Side;

/** Whether a RST is an initiator's bare answer (RFC 9293 section 3.10.7.3) to a SYN,ACK that was not captured. */
public final class UnseenSynAck {

    private UnseenSynAck() {}

    /** Whether the number behind the SYN and the missing ACK flag tell so. */
    public static boolean isAnswered(ResetCase c) {
        return c.trigger().isEmpty()
                && !c.rst().hasAck()
                && c.onlyInitialSyns()
                && c.rst().rawSeq() == c.handshake().syn().orElseThrow().rawEnd()
                && !c.spoke(Side.RESPONDER);
    }
}
