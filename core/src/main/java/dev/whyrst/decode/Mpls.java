package dev.whyrst.decode;

/** MPLS label stacks (RFC 3032), which do not say what they carry. */
final class Mpls {

    private static final int ENTRY_LENGTH = 4;
    private static final int BOTTOM_OF_STACK = 0x01;
    private static final int CONTROL_WORD_LENGTH = 4;

    private Mpls() {}

    static DecodeOutcome decode(Walk walk, int at) {
        int next = at;
        boolean bottom = false;
        while (!bottom) {
            if (!walk.has(next, ENTRY_LENGTH)) {
                return DecodeOutcome.NOT_IP;
            }
            bottom = (walk.bytes[next + 2] & BOTTOM_OF_STACK) != 0;
            next += ENTRY_LENGTH;
        }
        walk.pass(Encapsulation.MPLS, Encapsulation.NO_ID);
        return guess(walk, next);
    }

    /** IP by its version (RFC 4928 section 2), else an Ethernet pseudowire with or without control word (RFC 4448). */
    private static DecodeOutcome guess(Walk walk, int at) {
        if (Plausible.ip(walk, at)) {
            return Ip.decode(walk, at);
        }
        if (Plausible.ethernet(walk, at + CONTROL_WORD_LENGTH) && (walk.bytes[at] & 0xf0) == 0) {
            return EtherTypes.decode(walk, EtherTypes.BRIDGED_ETHERNET, at + CONTROL_WORD_LENGTH);
        }
        if (Plausible.ethernet(walk, at)) {
            return EtherTypes.decode(walk, EtherTypes.BRIDGED_ETHERNET, at);
        }
        return DecodeOutcome.NOT_IP;
    }
}
