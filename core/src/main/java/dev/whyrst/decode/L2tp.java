package dev.whyrst.decode;

/** Layer 2 tunnels: version 2 with PPP (RFC 2661), version 3 with whatever was agreed on (RFC 3931). */
final class L2tp {

    private static final int CONTROL = 0x8000;
    private static final int LENGTH_PRESENT = 0x4000;
    private static final int SEQUENCE_PRESENT = 0x0800;
    private static final int OFFSET_PRESENT = 0x0200;
    private static final int RESERVED = 0x34f0;
    private static final int VERSION = 0x000f;

    private static final int IDS_LENGTH = 4;
    private static final int SEQUENCE_LENGTH = 4;
    private static final int SESSION_LENGTH = 4;
    private static final int VERSION_3_HEADER_LENGTH = 4;

    /** A cookie has no, four or eight bytes, a sublayer no or four; only the control messages told which. */
    private static final int MAX_COOKIE_AND_SUBLAYER = 12;

    private L2tp() {}

    static DecodeOutcome overUdp(Walk walk, int at) {
        if (!walk.has(at, 2)) {
            return DecodeOutcome.NOT_TCP;
        }
        int flags = Bytes.u16(walk.bytes, at);
        if ((flags & (CONTROL | RESERVED)) != 0) {
            return DecodeOutcome.NOT_TCP;
        }
        return switch (flags & VERSION) {
            case 2 -> version2(walk, flags, at);
            case 3 -> session3(walk, at + VERSION_3_HEADER_LENGTH);
            default -> DecodeOutcome.NOT_TCP;
        };
    }

    /** Version 3 right in IP; session 0 marks control messages. */
    static DecodeOutcome overIp(Walk walk, int at) {
        if (!walk.has(at, SESSION_LENGTH) || Bytes.i32(walk.bytes, at) == 0) {
            return DecodeOutcome.NOT_TCP;
        }
        return session3(walk, at);
    }

    private static DecodeOutcome version2(Walk walk, int flags, int at) {
        int next = at + 2 + IDS_LENGTH;
        if ((flags & LENGTH_PRESENT) != 0) {
            next += 2;
        }
        if ((flags & SEQUENCE_PRESENT) != 0) {
            next += SEQUENCE_LENGTH;
        }
        if ((flags & OFFSET_PRESENT) != 0) {
            if (!walk.has(next, 2)) {
                return DecodeOutcome.NOT_TCP;
            }
            next += 2 + Bytes.u16(walk.bytes, next);
        }
        walk.pass(Encapsulation.L2TP, Encapsulation.NO_ID);
        return Ppp.decode(walk, next);
    }

    private static DecodeOutcome session3(Walk walk, int at) {
        int first = at + SESSION_LENGTH;
        for (int next = first; next <= first + MAX_COOKIE_AND_SUBLAYER; next += 4) {
            if (Plausible.ipInEthernet(walk, next)) {
                walk.pass(Encapsulation.L2TP, Encapsulation.NO_ID);
                return EtherTypes.decode(walk, EtherTypes.BRIDGED_ETHERNET, next);
            }
        }
        return DecodeOutcome.NOT_TCP;
    }
}
