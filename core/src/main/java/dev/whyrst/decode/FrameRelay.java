package dev.whyrst.decode;

/** Frame relay: RFC 2427 encapsulation, or Cisco's own, which has an EtherType after the address. */
final class FrameRelay {

    private static final int MAX_ADDRESS_LENGTH = 4;
    private static final int LAST_ADDRESS_BYTE = 1;
    private static final int UNNUMBERED_INFORMATION = 0x03;

    private static final int NLPID_SNAP = 0x80;
    private static final int NLPID_IPV6 = 0x8e;
    private static final int NLPID_IPV4 = 0xcc;
    private static final int NLPID_PPP = 0xcf;

    private FrameRelay() {}

    static DecodeOutcome decode(Walk walk, int at) {
        int next = behindAddress(walk, at);
        if (!walk.has(next, 2)) {
            return DecodeOutcome.NOT_IP;
        }
        if (Bytes.u8(walk.bytes, next) != UNNUMBERED_INFORMATION) {
            return EtherTypes.decode(walk, Bytes.u16(walk.bytes, next), next + 2);
        }
        boolean padded = walk.bytes[next + 1] == 0;
        return networkProtocol(walk, padded ? next + 2 : next + 1);
    }

    private static int behindAddress(Walk walk, int at) {
        int next = at;
        while (walk.has(next, 1) && next - at < MAX_ADDRESS_LENGTH) {
            if ((walk.bytes[next++] & LAST_ADDRESS_BYTE) != 0) {
                break;
            }
        }
        return next;
    }

    private static DecodeOutcome networkProtocol(Walk walk, int at) {
        if (!walk.has(at, 6)) {
            return DecodeOutcome.NOT_IP;
        }
        return switch (Bytes.u8(walk.bytes, at)) {
            case NLPID_IPV4, NLPID_IPV6 -> Ip.decode(walk, at + 1);
            case NLPID_SNAP -> Llc.snapProtocol(walk, at + 1);
            case NLPID_PPP -> Ppp.decode(walk, at + 1);
            default -> DecodeOutcome.NOT_IP;
        };
    }
}
