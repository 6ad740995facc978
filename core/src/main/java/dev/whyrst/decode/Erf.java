package dev.whyrst.decode;

/** Records of Endace cards (LINKTYPE_ERF): a header with the type of frame that follows. */
final class Erf {

    private static final int HEADER_LENGTH = 16;
    private static final int TYPE = 8;
    private static final int TYPE_MASK = 0x7f;
    private static final int MORE_EXTENSIONS = 0x80;
    private static final int EXTENSION_LENGTH = 8;
    private static final int ETHERNET_OFFSET = 2;

    private Erf() {}

    static DecodeOutcome decode(Walk walk, int at) {
        if (!walk.has(at, HEADER_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        int next = at + HEADER_LENGTH;
        boolean extension = (walk.bytes[at + TYPE] & MORE_EXTENSIONS) != 0;
        while (extension && walk.has(next, EXTENSION_LENGTH)) {
            extension = (walk.bytes[next] & MORE_EXTENSIONS) != 0;
            next += EXTENSION_LENGTH;
        }
        return frame(walk, walk.bytes[at + TYPE] & TYPE_MASK, next);
    }

    private static DecodeOutcome frame(Walk walk, int type, int at) {
        return switch (type) {
            // HDLC_POS and its multi-channel, coloured and hashed relatives
            case 1, 5, 10, 15, 17, 19 -> Ppp.hdlc(walk, at);
            // ETH, and its coloured and hashed relatives
            case 2, 11, 16, 20 -> Ethernet.decode(walk, at + ETHERNET_OFFSET);
            // IPV4; IPV6
            case 22, 23 -> Ip.decode(walk, at);
            default -> DecodeOutcome.NOT_IP;
        };
    }
}
