package dev.whyrst.timeline;

/**
 * Counters and ranges of what one side sent in the conversation, RSTs apart.
 *
 * <p>Sequence numbers are relative as in {@link Segment}; -1 says "not seen".
 *
 * @param segments segments sent, without RSTs
 * @param payloadBytes new payload bytes, retransmissions not counted twice
 * @param retransmissions segments whose numbers had been sent before
 * @param keepAlives keep-alive probes (SEQ = SND.NXT - 1, 0 or 1 byte)
 * @param zeroWindows times the side announced a zero window
 * @param minTtl smallest TTL or hop limit, -1 without segments
 * @param maxTtl largest TTL or hop limit
 * @param sndNxt highest SEG.SEQ + SEG.LEN sent
 * @param ackedHighest highest SEG.ACK sent: what this side has taken from the other
 * @param finSeq sequence number of the FIN's octet, -1 if none
 * @param finNanos when the first FIN was seen
 * @param finFrame the frame of the first FIN, or null
 * @param isnKnown whether SYN or SYN,ACK of this side was captured
 * @param windowShift window scale of this side, -1 where not known, 0 where not negotiated
 * @param maxSegmentSize MSS option, -1 where not known
 * @param timestamps whether the side uses the timestamps option
 * @param firstNanos time of the first segment, 0 if none
 * @param lastNanos time of the last segment before the first RST of the conversation's dossier
 * @param challengeAcks bare ACKs of this side that repeat an earlier ACK in answer to a RST or SYN
 */
public record SideSummary(
        int segments,
        long payloadBytes,
        int retransmissions,
        int keepAlives,
        int zeroWindows,
        int minTtl,
        int maxTtl,
        long sndNxt,
        long ackedHighest,
        long finSeq,
        long finNanos,
        FrameRef finFrame,
        boolean isnKnown,
        int windowShift,
        int maxSegmentSize,
        boolean timestamps,
        long firstNanos,
        long lastNanos,
        int challengeAcks) {

    public boolean hasSpoken() {
        return segments > 0;
    }

    public boolean hasFinished() {
        return finSeq >= 0;
    }
}
