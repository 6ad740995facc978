package dev.whyrst.decode;

/** IPv6 through IPv4 NATs (RFC 4380): optional authentication and origin indications, then an IPv6 packet. */
final class Teredo {

    private static final int AUTHENTICATION = 0x0001;
    private static final int AUTHENTICATION_FIXED_LENGTH = 13;
    private static final int ORIGIN = 0x0000;
    private static final int ORIGIN_LENGTH = 8;

    private Teredo() {}

    static DecodeOutcome decode(Walk walk, int at) {
        int next = at;
        if (walk.has(next, 4) && Bytes.u16(walk.bytes, next) == AUTHENTICATION) {
            next += AUTHENTICATION_FIXED_LENGTH + Bytes.u8(walk.bytes, next + 2) + Bytes.u8(walk.bytes, next + 3);
        }
        if (walk.has(next, 2) && Bytes.u16(walk.bytes, next) == ORIGIN) {
            next += ORIGIN_LENGTH;
        }
        if (!Plausible.ip(walk, next) || (walk.bytes[next] & 0xf0) != 0x60) {
            return DecodeOutcome.NOT_TCP;
        }
        walk.pass(Encapsulation.TEREDO, Encapsulation.NO_ID);
        return Ip.decode(walk, next);
    }
}
