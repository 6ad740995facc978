package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Side;

/** Whether a RST is an initiator's bare answer (RFC 9293 section 3.10.7.3) to a SYN,ACK that was not captured. */
public final class UnseenSynAck {

    private UnseenSynAck() {}

    /** Whether the number behind the SYN and the missing ACK flag tell so. */
    public static boolean isAnswered(ObservedRst r) {
        return r.trigger().isEmpty()
                && !r.rst().hasAck()
                && r.onlyInitialSyns()
                && r.rst().rawSeq() == r.handshake().syn().orElseThrow().rawEnd()
                && !r.spoke(Side.RESPONDER);
    }
}
