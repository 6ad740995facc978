package dev.whyrst.decode;

/**
 * UDP, for the tunnels in it. A tunnel is known by its port, the destination's before the source's, and believed only
 * when its header and what follows are plausible.
 */
final class Udp {

    private static final int HEADER_LENGTH = 8;
    private static final int LENGTH = 4;

    private static final int L2TP = 1701;
    private static final int GTP = 2152;
    private static final int GTP_OLD = 3386;
    private static final int TEREDO = 3544;
    private static final int LISP = 4341;
    private static final int GRE = 4754;
    private static final int VXLAN = 4789;
    private static final int VXLAN_GPE = 4790;
    private static final int CAPWAP = 5247;
    private static final int GENEVE = 6081;
    private static final int MPLS = 6635;
    private static final int VXLAN_OLD = 8472;
    private static final int MIRROR = 30030;
    private static final int TZSP = 37008;

    private Udp() {}

    /**
     * A length that does not even cover the header carries nothing; 0 is the length of a jumbogram (RFC 2675 section
     * 4).
     */
    static DecodeOutcome decode(Walk walk, int at) {
        if (!walk.has(at, HEADER_LENGTH)) {
            return walk.cutShort();
        }
        int source = Bytes.u16(walk.bytes, at);
        int destination = Bytes.u16(walk.bytes, at + 2);
        int port = isTunnel(destination) ? destination : source;
        if (!isTunnel(port)) {
            return DecodeOutcome.NOT_TCP;
        }
        int length = Bytes.u16(walk.bytes, at + LENGTH);
        if (length < HEADER_LENGTH && !(length == 0 && walk.view.ipv6)) {
            return DecodeOutcome.NOT_TCP;
        }
        if (length > 0 && at + length <= walk.wireEnd) {
            walk.endOnWireAt(at + length);
        }
        return tunnel(walk, port, at + HEADER_LENGTH);
    }

    private static boolean isTunnel(int port) {
        return switch (port) {
            case L2TP,
                    GTP,
                    GTP_OLD,
                    TEREDO,
                    LISP,
                    GRE,
                    VXLAN,
                    VXLAN_GPE,
                    CAPWAP,
                    GENEVE,
                    MPLS,
                    VXLAN_OLD,
                    MIRROR,
                    TZSP -> true;
            default -> false;
        };
    }

    private static DecodeOutcome tunnel(Walk walk, int port, int at) {
        return switch (port) {
            case VXLAN, VXLAN_OLD -> Overlay.vxlan(walk, at);
            case VXLAN_GPE -> Overlay.vxlanGpe(walk, at);
            case GENEVE -> Overlay.geneve(walk, at);
            case LISP -> Overlay.lisp(walk, at);
            case GTP, GTP_OLD -> Gtp.decode(walk, at);
            case L2TP -> L2tp.overUdp(walk, at);
            case TEREDO -> Teredo.decode(walk, at);
            case CAPWAP -> Capwap.decode(walk, at);
            case TZSP -> Mirror.tzsp(walk, at);
            case MIRROR -> Mirror.juniper(walk, at);
            case GRE -> Gre.decode(walk, at);
            default -> Mpls.decode(walk, at);
        };
    }
}
