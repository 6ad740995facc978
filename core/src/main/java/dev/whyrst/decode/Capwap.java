package dev.whyrst.decode;

/** Data between wireless access points and their controller (RFC 5415 section 4), unless it is encrypted. */
final class Capwap {

    private static final int MIN_LENGTH = 8;
    private static final int PLAIN = 0x00;
    private static final int NATIVE_FRAME = 0x01;
    private static final int FRAGMENT = 0x80;
    private static final int FRAGMENT_OFFSET = 6;

    private Capwap() {}

    static DecodeOutcome decode(Walk walk, int at) {
        if (!walk.has(at, MIN_LENGTH) || Bytes.u8(walk.bytes, at) != PLAIN) {
            return DecodeOutcome.NOT_TCP;
        }
        int headerLength = Bytes.u8(walk.bytes, at + 1) >> 3 << 2;
        if (headerLength < MIN_LENGTH) {
            return DecodeOutcome.NOT_TCP;
        }
        if ((walk.bytes[at + 3] & FRAGMENT) != 0 && Bytes.u16(walk.bytes, at + FRAGMENT_OFFSET) >> 3 != 0) {
            return DecodeOutcome.FRAGMENT;
        }
        boolean nativeFrame = (walk.bytes[at + 2] & NATIVE_FRAME) != 0;
        return frame(walk, nativeFrame, at + headerLength);
    }

    private static DecodeOutcome frame(Walk walk, boolean nativeFrame, int at) {
        if (!nativeFrame && !Plausible.ethernet(walk, at)) {
            return DecodeOutcome.NOT_TCP;
        }
        walk.pass(Encapsulation.CAPWAP, Encapsulation.NO_ID);
        return nativeFrame ? Wlan.eitherByteOrder(walk, at) : Ethernet.decode(walk, at);
    }
}
