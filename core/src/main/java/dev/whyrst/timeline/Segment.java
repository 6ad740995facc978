package dev.whyrst.timeline;

import dev.whyrst.net.TcpFlags;

/**
 * One captured TCP segment as rules and reports see it.
 *
 * @param at the frame that holds it
 * @param timeNanos capture time, nanoseconds since the epoch
 * @param from the side that the header names as the sender
 * @param flags control bits, see {@link TcpFlags}
 * @param seq SEG.SEQ relative to the sender's ISN (the SYN has 0); for a sender without known ISN relative to its first
 *     observed number less one, as Wireshark counts
 * @param ack SEG.ACK relative to the other side's ISN; meaningless without ACK
 * @param rawSeq SEG.SEQ as in the header
 * @param rawAck the acknowledgment field as in the header
 * @param payloadLength TCP data in bytes
 * @param rawWindow the window field, unscaled; -1 where it was not captured
 * @param ttl TTL or hop limit
 * @param ipId IPv4 identification, or the IPv6 flow label
 * @param dontFragment DF of IPv4
 * @param timestamps whether the timestamps option is present
 * @param tsVal its value
 * @param macTag a hash of the link-layer source address; 0 where there is none
 * @param optionsLength bytes of TCP options, -1 where they were not captured
 * @param payload what the payload looks like
 */
public record Segment(
        FrameRef at,
        long timeNanos,
        Side from,
        int flags,
        long seq,
        long ack,
        int rawSeq,
        int rawAck,
        int payloadLength,
        int rawWindow,
        int ttl,
        int ipId,
        boolean dontFragment,
        boolean timestamps,
        int tsVal,
        int macTag,
        int optionsLength,
        PayloadKind payload) {

    /** Bytes of the longest TLS alert, encrypted or not, with its record's header. */
    private static final int MOST_ALERT_BYTES = 40;

    public boolean isReset() {
        return TcpFlags.has(flags, TcpFlags.RST);
    }

    public boolean isSyn() {
        return TcpFlags.has(flags, TcpFlags.SYN);
    }

    /** A SYN without ACK: the first step of a handshake. */
    public boolean isInitialSyn() {
        return isSyn() && !hasAck();
    }

    public boolean isSynAck() {
        return isSyn() && hasAck();
    }

    public boolean isFin() {
        return TcpFlags.has(flags, TcpFlags.FIN);
    }

    public boolean hasAck() {
        return TcpFlags.has(flags, TcpFlags.ACK);
    }

    public boolean hasPayload() {
        return payloadLength > 0;
    }

    /** Whether its payload is a TLS alert, or an encrypted record that is as short as one. */
    public boolean mayBeAlert() {
        return payload.isAlert() || payload == PayloadKind.TLS_DATA && payloadLength <= MOST_ALERT_BYTES;
    }

    /** SEG.LEN: the payload, and one each for SYN and FIN. */
    public int segLength() {
        return payloadLength + (isSyn() ? 1 : 0) + (isFin() ? 1 : 0);
    }

    /** The relative number after the segment's last: SEG.SEQ + SEG.LEN. */
    public long end() {
        return seq + segLength();
    }

    /** {@link #end} as a header value. */
    public int rawEnd() {
        return rawSeq + segLength();
    }

    /** A segment is known by its frame; and what the compiler makes for records is assembled at run time, slowly. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Segment segment && at.equals(segment.at);
    }

    @Override
    public int hashCode() {
        return at.hashCode();
    }

    /** {@code RST,ACK} and the like. */
    public String flagNames() {
        return TcpFlags.describe(flags);
    }
}
