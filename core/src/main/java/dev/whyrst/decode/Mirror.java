package dev.whyrst.decode;

/** Copies of frames that a device sends to an analyser in UDP. */
final class Mirror {

    private static final int TZSP_LENGTH = 4;
    private static final int TZSP_VERSION = 1;
    private static final int TZSP_MAX_FRAME_TYPE = 1;
    private static final int TZSP_ETHERNET = 1;
    private static final int TZSP_WLAN = 18;
    private static final int TAG_PADDING = 0;
    private static final int TAG_END = 1;

    private static final int JUNIPER_LENGTH = 8;

    private Mirror() {}

    /** TaZmen sniffer protocol: version, type, protocol, tags of one byte or with a length, then the frame. */
    static DecodeOutcome tzsp(Walk walk, int at) {
        if (!walk.has(at, TZSP_LENGTH)
                || Bytes.u8(walk.bytes, at) != TZSP_VERSION
                || Bytes.u8(walk.bytes, at + 1) > TZSP_MAX_FRAME_TYPE) {
            return DecodeOutcome.NOT_TCP;
        }
        int frame = behindTags(walk, at + TZSP_LENGTH);
        walk.pass(Encapsulation.TZSP, Encapsulation.NO_ID);
        return switch (Bytes.u16(walk.bytes, at + 2)) {
            case TZSP_ETHERNET -> Ethernet.decode(walk, frame);
            case TZSP_WLAN -> Wlan.decode(walk, frame, false);
            default -> DecodeOutcome.NOT_TCP;
        };
    }

    private static int behindTags(Walk walk, int at) {
        int next = at;
        while (walk.has(next, 2)) {
            int tag = Bytes.u8(walk.bytes, next);
            if (tag == TAG_END) {
                return next + 1;
            }
            next += tag == TAG_PADDING ? 1 : 2 + Bytes.u8(walk.bytes, next + 1);
        }
        return walk.end;
    }

    /** Juniper packet mirroring: two identifiers, then the packet. */
    static DecodeOutcome juniper(Walk walk, int at) {
        if (!Plausible.ip(walk, at + JUNIPER_LENGTH)) {
            return DecodeOutcome.NOT_TCP;
        }
        walk.pass(Encapsulation.MIRROR, Encapsulation.NO_ID);
        return Ip.decode(walk, at + JUNIPER_LENGTH);
    }
}
