package dev.whyrst.decode;

/** Packets that were carried in ATM cells (RFC 2684): with LLC, or bare where the circuit has one protocol. */
final class Atm {

    private static final int SUN_LENGTH = 4;
    private static final int SUN_TRAFFIC_TYPE = 0x0f;
    private static final int SUN_LLC = 2;
    private static final int SUN_LAN_EMULATION = 1;
    private static final int LAN_EMULATION_LENGTH = 2;

    private Atm() {}

    static DecodeOutcome decode(Walk walk, int at) {
        return Plausible.ip(walk, at) ? Ip.decode(walk, at) : Llc.decode(walk, at);
    }

    /** Behind the header of SunATM devices, which tells the kind of traffic. */
    static DecodeOutcome sun(Walk walk, int at) {
        if (!walk.has(at, SUN_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        return switch (walk.bytes[at] & SUN_TRAFFIC_TYPE) {
            case SUN_LLC -> decode(walk, at + SUN_LENGTH);
            case SUN_LAN_EMULATION -> Ethernet.decode(walk, at + SUN_LENGTH + LAN_EMULATION_LENGTH);
            default -> DecodeOutcome.NOT_IP;
        };
    }
}
