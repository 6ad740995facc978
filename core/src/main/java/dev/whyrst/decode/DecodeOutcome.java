package dev.whyrst.decode;

/** What became of one frame; counters are kept by ordinal. */
public enum DecodeOutcome {
    /** A TCP segment was decoded. */
    TCP_SEGMENT,
    /** No IP packet, or none that could be found. */
    NOT_IP,
    /** IP, but no TCP. */
    NOT_TCP,
    /** A fragment that holds no TCP header, or waits for the rest of its packet. */
    FRAGMENT,
    /** Cut by the snap length before the TCP flags. */
    SNAPPED,
    /** A header contradicts itself. */
    MALFORMED,
    /** A TCP header with a data offset below 5: no segment, but its addresses and ports stand in the view. */
    BAD_DATA_OFFSET,
    /**
     * An ICMP or ICMPv6 error that quotes a TCP header; the quoted endpoints stand in the view, with the ICMP type and
     * code.
     */
    ICMP_QUOTE,
    /** A link type that this version does not know. */
    UNSUPPORTED_LINK
}
