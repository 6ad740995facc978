package dev.whyrst.decode;

/** An IP packet whose version only its first four bits tell, and what IP carries. */
final class Ip {

    static final int TCP = 6;

    private Ip() {}

    static DecodeOutcome decode(Walk walk, int at) {
        if (!walk.has(at, 1)) {
            return DecodeOutcome.NOT_IP;
        }
        int version = walk.bytes[at] & 0xf0;
        if (version == 0x40) {
            return Ipv4.decode(walk, at);
        }
        return version == 0x60 ? Ipv6.decode(walk, at) : DecodeOutcome.NOT_IP;
    }

    /** Goes on with the payload of an IP packet, which begins at {@code at}. */
    static DecodeOutcome payload(Walk walk, int protocol, int at) {
        if (protocol == TCP) {
            return Tcp.decode(walk, at);
        }
        return DecodeOutcome.NOT_TCP;
    }
}
