package dev.whyrst.decode;

/**
 * Links that a system's packet filter or kernel makes up: a header of its own, then an IP packet or another link's
 * frame.
 */
final class Taps {

    private static final int NFLOG_LENGTH = 4;
    private static final int NFLOG_ATTRIBUTE_LENGTH = 4;
    private static final int NFLOG_PAYLOAD = 9;
    private static final int NFLOG_TYPE = 0x7fff;

    private static final int NETLINK_LENGTH = 16;
    private static final int NETLINK_FAMILY = 14;
    private static final int NETFILTER = 12;
    private static final int MESSAGE_LENGTH = 16;
    private static final int SUBSYSTEM_LOG = 4;
    private static final int SUBSYSTEM_QUEUE = 3;
    private static final int QUEUE_PAYLOAD = 10;

    private static final int PFLOG_MIN_LENGTH = 28;
    private static final int ENC_LENGTH = 12;
    private static final int IPNET_LENGTH = 24;

    private static final int PKTAP_MIN_LENGTH = 12;
    private static final int PKTAP_HAS_FRAME = 1;

    private Taps() {}

    /** Linux netfilter: attributes in the byte order of the host that captured; one is the packet. */
    static DecodeOutcome nflog(Walk walk, int at) {
        return netfilter(walk, at, NFLOG_PAYLOAD);
    }

    /**
     * Linux netlink as nlmon shows it: a cooked header whose protocol is the family, a message header in the host's byte
     * order, and in netfilter's log and queue messages the packet as an attribute (linux/netfilter/nfnetlink.h).
     */
    static DecodeOutcome netlink(Walk walk, int at) {
        int message = at + NETLINK_LENGTH;
        if (!walk.has(message, MESSAGE_LENGTH) || Bytes.u16(walk.bytes, at + NETLINK_FAMILY) != NETFILTER) {
            return DecodeOutcome.NOT_IP;
        }
        // The type is the subsystem and a message number, of which those with packets are 0.
        int subsystem = Bytes.u8(walk.bytes, message + 4) | Bytes.u8(walk.bytes, message + 5);
        return switch (subsystem) {
            case SUBSYSTEM_LOG -> netfilter(walk, message + MESSAGE_LENGTH, NFLOG_PAYLOAD);
            case SUBSYSTEM_QUEUE -> netfilter(walk, message + MESSAGE_LENGTH, QUEUE_PAYLOAD);
            default -> DecodeOutcome.NOT_IP;
        };
    }

    private static DecodeOutcome netfilter(Walk walk, int at, int payload) {
        int next = at + NFLOG_LENGTH;
        if (!walk.has(next, NFLOG_ATTRIBUTE_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        // A first attribute is never 256 bytes long: its length's other byte is 0 and shows the order.
        boolean little = walk.bytes[next + 1] == 0;
        while (walk.has(next, NFLOG_ATTRIBUTE_LENGTH)) {
            int length = u16(walk.bytes, next, little);
            int type = u16(walk.bytes, next + 2, little) & NFLOG_TYPE;
            if (type == payload) {
                return Ip.decode(walk, next + NFLOG_ATTRIBUTE_LENGTH);
            }
            if (length < NFLOG_ATTRIBUTE_LENGTH) {
                return DecodeOutcome.NOT_IP;
            }
            next += Wlan.align4(length);
        }
        return walk.cutShort();
    }

    private static int u16(byte[] bytes, int at, boolean little) {
        return little ? Bytes.u16Little(bytes, at) : Bytes.u16(bytes, at);
    }

    /** OpenBSD's packet filter: the header's length without the padding that aligns it, then the packet. */
    static DecodeOutcome pflog(Walk walk, int at) {
        if (!walk.has(at, PFLOG_MIN_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        return Ip.decode(walk, at + Wlan.align4(Bytes.u8(walk.bytes, at)));
    }

    /** OpenBSD's view into IPsec tunnels. */
    static DecodeOutcome enc(Walk walk, int at) {
        return Ip.decode(walk, at + ENC_LENGTH);
    }

    /** Solaris, between zones. */
    static DecodeOutcome ipnet(Walk walk, int at) {
        return Ip.decode(walk, at + IPNET_LENGTH);
    }

    /** Darwin: length, whether a frame follows, and its link type, all little endian. */
    static DecodeOutcome pktap(Walk walk, int at) {
        if (!walk.has(at, PKTAP_MIN_LENGTH) || Bytes.i32Little(walk.bytes, at + 4) != PKTAP_HAS_FRAME) {
            return DecodeOutcome.NOT_IP;
        }
        int length = Bytes.i32Little(walk.bytes, at);
        if (length < PKTAP_MIN_LENGTH || !walk.has(at, length)) {
            return DecodeOutcome.NOT_IP;
        }
        return Links.decode(walk, Bytes.i32Little(walk.bytes, at + 8), at + length);
    }
}
