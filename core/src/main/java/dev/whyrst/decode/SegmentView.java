package dev.whyrst.decode;

/**
 * The TCP segment of one frame, decoded in place: reset by each decode, valid only after {@link
 * DecodeOutcome#TCP_SEGMENT}.
 *
 * <p>After {@link DecodeOutcome#ICMP_QUOTE} the view holds the quoted packet's addresses, ports and SEG.SEQ (its source
 * as the source), the ICMP fields, and TTL, identification and link address of the ICMP packet itself; nothing else.
 *
 * <p>Addresses are 128 bits (IPv4 mapped, see {@link dev.whyrst.net.IpAddress}). Where headers were snapped away the
 * fields say so instead of guessing.
 */
public final class SegmentView {

    /** The highest number of a {@link #tunnel}. */
    public static final int MAX_TUNNELS = 511;

    private static final int MOST_KEPT = 4096;

    /** Room for a payload that is kept, so that few of them ask for more. */
    private static final int LEAST_KEPT = 256;

    long frame;
    int captureIndex;
    long timeNanos;

    long srcHigh;
    long srcLow;
    long dstHigh;
    long dstLow;
    int srcPort;
    int dstPort;

    int seq;
    int ack;
    int flags;
    int window;
    int payloadLength;

    int ttl;
    int ipId;
    boolean ipv6;
    boolean dontFragment;
    int dscpEcn;
    int macTag;
    int encapsulation;
    int tunnel;
    boolean checksumBad;
    boolean checksumOffloaded;

    int icmpType;
    int icmpCode;
    long icmpSenderHigh;
    long icmpSenderLow;

    boolean optionsSeen;
    int maxSegmentSize;
    int windowShift;
    boolean sackPermitted;
    boolean timestamps;
    int tsVal;
    int tsEcr;
    int optionsLength;
    int mptcpResetReason;

    byte[] bytes = new byte[0];
    private byte[] kept = new byte[0];
    int payloadOffset;
    int payloadCaptured;

    /** Number of the frame in its own file, from 1. */
    public long frame() {
        return frame;
    }

    /** Which input the frame came from, from 0. */
    public int captureIndex() {
        return captureIndex;
    }

    /** Capture time, nanoseconds since the epoch. */
    public long timeNanos() {
        return timeNanos;
    }

    public long srcHigh() {
        return srcHigh;
    }

    public long srcLow() {
        return srcLow;
    }

    public long dstHigh() {
        return dstHigh;
    }

    public long dstLow() {
        return dstLow;
    }

    public int srcPort() {
        return srcPort;
    }

    public int dstPort() {
        return dstPort;
    }

    /** SEG.SEQ as in the header. */
    public int seq() {
        return seq;
    }

    /** The acknowledgment field as in the header, whether or not ACK is set. */
    public int ack() {
        return ack;
    }

    /** The control bits, see {@link dev.whyrst.net.TcpFlags}. */
    public int flags() {
        return flags;
    }

    /** The window field as in the header, unscaled; -1 where it was not captured. */
    public int window() {
        return window;
    }

    /**
     * TCP data in bytes, from the IP length (0 to 262144; segmentation offload makes large ones), not from what was
     * captured.
     */
    public int payloadLength() {
        return payloadLength;
    }

    /** TTL or hop limit. */
    public int ttl() {
        return ttl;
    }

    /** IPv4 identification, or the IPv6 flow label (20 bits). */
    public int ipId() {
        return ipId;
    }

    public boolean isIpv6() {
        return ipv6;
    }

    /** DF of IPv4; false for IPv6. */
    public boolean dontFragment() {
        return dontFragment;
    }

    /** The IPv4 TOS or IPv6 traffic class octet. */
    public int dscpEcn() {
        return dscpEcn;
    }

    /** 16 bits that stand for the link-layer source address (a hash); 0 where the link has none. */
    public int macTag() {
        return macTag;
    }

    /**
     * What carried the segment between link and IP: an index into {@link FrameDecoder#encapsulation(int)}; 0 for
     * nothing.
     */
    public int encapsulation() {
        return encapsulation;
    }

    /**
     * Which tunnel carried the segment, whatever tags stood around it; 0 for none. Tunnels beyond the first {@link
     * #MAX_TUNNELS} of a capture share that number.
     */
    public int tunnel() {
        return tunnel;
    }

    /**
     * Whether the TCP checksum is wrong; verified for resets that were captured whole. What transmit offload leaves in
     * the field is not wrong, see {@link #checksumOffloaded}.
     */
    public boolean checksumBad() {
        return checksumBad;
    }

    /** Whether the checksum of a reset was left to the network card: it was captured on the host that sent it. */
    public boolean checksumOffloaded() {
        return checksumOffloaded;
    }

    /** ICMP or (with {@link #isIpv6}) ICMPv6 type; only after {@link DecodeOutcome#ICMP_QUOTE}. */
    public int icmpType() {
        return icmpType;
    }

    /** ICMP code; only after {@link DecodeOutcome#ICMP_QUOTE}. */
    public int icmpCode() {
        return icmpCode;
    }

    /** Who sent the ICMP error; only after {@link DecodeOutcome#ICMP_QUOTE}. */
    public long icmpSenderHigh() {
        return icmpSenderHigh;
    }

    public long icmpSenderLow() {
        return icmpSenderLow;
    }

    /** Whether the TCP options were captured whole and well formed; if not, the option fields say nothing. */
    public boolean optionsSeen() {
        return optionsSeen;
    }

    /** MSS option in bytes, or -1. */
    public int maxSegmentSize() {
        return maxSegmentSize;
    }

    /** Window scale shift count, or -1. */
    public int windowShift() {
        return windowShift;
    }

    public boolean sackPermitted() {
        return sackPermitted;
    }

    /** Whether the timestamps option is present (RFC 7323). */
    public boolean hasTimestamps() {
        return timestamps;
    }

    public int tsVal() {
        return tsVal;
    }

    public int tsEcr() {
        return tsEcr;
    }

    /** Bytes of TCP options in the header, 0 to 40. */
    public int optionsLength() {
        return optionsLength;
    }

    /** Reason code of an MP_TCPRST option (RFC 8684 section 3.6), or -1. */
    public int mptcpResetReason() {
        return mptcpResetReason;
    }

    /** The buffer that holds the payload; valid as long as the frame. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the payload begins in {@link #bytes}. */
    public int payloadOffset() {
        return payloadOffset;
    }

    /** How many bytes of the payload were captured. */
    public int payloadCaptured() {
        return payloadCaptured;
    }

    /**
     * Makes the view outlive its frame: keeps up to {@value #MOST_KEPT} bytes of the payload, or none.
     *
     * @param payload whether later steps want the payload
     */
    public void detach(boolean payload) {
        int length = payload ? Math.min(payloadCaptured, MOST_KEPT) : 0;
        if (kept.length < length) {
            kept = new byte[Math.min(MOST_KEPT, Math.max(LEAST_KEPT, Integer.highestOneBit(length) << 1))];
        }
        if (length > 0) {
            System.arraycopy(bytes, payloadOffset, kept, 0, length);
        }
        bytes = kept;
        payloadOffset = 0;
        payloadCaptured = length;
    }
}
