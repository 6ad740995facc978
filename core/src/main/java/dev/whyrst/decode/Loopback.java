package dev.whyrst.decode;

/** The four bytes of address family that BSD systems put before a loopback packet (LINKTYPE_NULL, LINKTYPE_LOOP). */
final class Loopback {

    private static final int HEADER_LENGTH = 4;

    /** Some drivers label PPP frames as loopback. */
    private static final int PPP_ADDRESS_AND_CONTROL = 0xff03;

    private Loopback() {}

    /**
     * The family's number and byte order depend on the system that captured; the packet itself tells its version
     * itself.
     */
    static DecodeOutcome decode(Walk walk, int at) {
        if (!walk.has(at, HEADER_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        int big = Bytes.i32(walk.bytes, at);
        if (big >>> 16 == PPP_ADDRESS_AND_CONTROL) {
            return Ppp.decode(walk, at);
        }
        int little = Bytes.i32Little(walk.bytes, at);
        return isIp(big) || isIp(little) ? Ip.decode(walk, at + HEADER_LENGTH) : DecodeOutcome.NOT_IP;
    }

    /** AF_INET, and AF_INET6 of Linux, NetBSD and OpenBSD, FreeBSD, Darwin, in that order. */
    private static boolean isIp(int family) {
        return family == 2 || family == 10 || family == 24 || family == 28 || family == 30;
    }
}
