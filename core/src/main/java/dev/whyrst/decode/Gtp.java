package dev.whyrst.decode;

/** User data of mobile networks: GTP-U (3GPP TS 29.281) and the older version 0 (GSM 09.60). */
final class Gtp {

    private static final int LENGTH = 2;
    private static final int MIN_LENGTH = 8;
    private static final int VERSION_0_LENGTH = 20;
    private static final int OPTIONAL_FIELDS_LENGTH = 4;
    private static final int USER_DATA = 255;

    private static final int VERSION_AND_TYPE = 0xf0;
    private static final int VERSION_1 = 0x30;
    private static final int VERSION_0 = 0x10;
    private static final int EXTENSION = 0x04;
    private static final int ANY_OPTIONAL_FIELD = 0x07;

    private Gtp() {}

    static DecodeOutcome decode(Walk walk, int at) {
        if (!walk.has(at, MIN_LENGTH) || Bytes.u8(walk.bytes, at + 1) != USER_DATA) {
            return DecodeOutcome.NOT_TCP;
        }
        int flags = Bytes.u8(walk.bytes, at);
        int next;
        if ((flags & VERSION_AND_TYPE) == VERSION_1) {
            next = behindVersion1(walk, flags, at);
        } else if ((flags & VERSION_AND_TYPE) == VERSION_0) {
            next = at + VERSION_0_LENGTH;
        } else {
            return DecodeOutcome.NOT_TCP;
        }
        int gtpEnd = at + MIN_LENGTH + Bytes.u16(walk.bytes, at + LENGTH);
        if ((flags & VERSION_AND_TYPE) == VERSION_1 && gtpEnd < walk.wireEnd) {
            walk.endOnWireAt(gtpEnd);
        }
        if (!Plausible.ip(walk, next)) {
            return DecodeOutcome.NOT_TCP;
        }
        walk.pass(Encapsulation.GTP, Encapsulation.NO_ID);
        return Ip.decode(walk, next);
    }

    /** Skips sequence number, N-PDU number and the chain of extension headers, each of at least four bytes. */
    private static int behindVersion1(Walk walk, int flags, int at) {
        int next = at + MIN_LENGTH;
        if ((flags & ANY_OPTIONAL_FIELD) == 0) {
            return next;
        }
        next += OPTIONAL_FIELDS_LENGTH;
        boolean extension = (flags & EXTENSION) != 0;
        while (extension && walk.has(next, 1) && walk.bytes[next - 1] != 0) {
            next += Math.max(Bytes.u8(walk.bytes, next), 1) << 2;
        }
        return next;
    }
}
