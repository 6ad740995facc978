package dev.whyrst.decode;

/**
 * The kinds of encapsulation that a report names, and how it names them.
 *
 * <p>An identifier is part of the name only where both directions of a conversation carry the same one (a VLAN, a VXLAN
 * network); labels that each direction chooses for itself (MPLS, GTP-U and L2TP tunnels) would tear conversations
 * apart.
 */
final class Encapsulation {

    static final int NO_ID = -1;

    static final int VLAN = 0;
    static final int PORT_EXTENDER = 1;
    static final int BACKBONE_BRIDGE = 2;
    static final int MACSEC = 3;
    static final int MPLS = 4;
    static final int PPPOE = 5;
    static final int GRE = 6;
    static final int ERSPAN = 7;
    static final int PPTP = 8;
    static final int ETHER_IP = 9;
    static final int VXLAN = 10;
    static final int GENEVE = 11;
    static final int GTP = 12;
    static final int L2TP = 13;
    static final int IP_IN_IP = 14;
    static final int TEREDO = 15;
    static final int AH = 16;
    static final int NSH = 17;
    static final int CAPWAP = 18;
    static final int LISP = 19;
    static final int TZSP = 20;
    static final int TRILL = 21;
    static final int MIRROR = 22;
    static final int FABRIC_PATH = 23;

    private static final String[] NAMES = {
        "VLAN",
        "802.1BR",
        "802.1ah",
        "MACsec",
        "MPLS",
        "PPPoE",
        "GRE",
        "ERSPAN",
        "PPTP",
        "EtherIP",
        "VXLAN",
        "GENEVE",
        "GTP-U",
        "L2TP",
        "IP in IP",
        "Teredo",
        "AH",
        "NSH",
        "CAPWAP",
        "LISP",
        "TZSP",
        "TRILL",
        "Juniper mirror",
        "FabricPath"
    };

    private Encapsulation() {}

    /** Whether the encapsulation is a network of its own around a packet, and no tag or label of the link. */
    static boolean isTunnel(int kind) {
        return switch (kind) {
            case VLAN, PORT_EXTENDER, BACKBONE_BRIDGE, MACSEC, MPLS, PPPOE, AH, NSH, TRILL, FABRIC_PATH -> false;
            default -> true;
        };
    }

    /** The names of the encapsulations from the outside in, such as {@code VXLAN 5 / VLAN 3}. */
    static String describe(long[] passed, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                text.append(" / ");
            }
            text.append(NAMES[(int) (passed[i] >>> 32)]);
            int id = (int) passed[i];
            if (id != NO_ID) {
                text.append(' ').append(Integer.toUnsignedString(id));
            }
        }
        return text.toString();
    }
}
