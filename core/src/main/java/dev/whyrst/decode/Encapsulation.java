package dev.whyrst.decode;

/**
 * The kinds of encapsulation that a report names, and how it names them.
 *
 * <p>An identifier is part of the name only where both directions of a conversation carry the same one (a VLAN, a VXLAN
 * network); labels that each direction chooses for itself (MPLS, GTP-U and L2TP tunnels) would tear conversations apart.
 */
final class Encapsulation {

    static final int NO_ID = -1;

    static final int VLAN = 0;

    private static final String[] NAMES = {"VLAN"};

    private Encapsulation() {}

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
