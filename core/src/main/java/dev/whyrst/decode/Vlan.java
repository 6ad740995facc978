package dev.whyrst.decode;

/** IEEE 802.1Q tags, single or stacked (802.1ad): priority and VLAN in two bytes, then the next type. */
final class Vlan {

    private static final int TAG_LENGTH = 4;
    private static final int ID_MASK = 0xfff;

    private Vlan() {}

    static DecodeOutcome decode(Walk walk, int at) {
        if (!walk.has(at, TAG_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        int id = Bytes.u16(walk.bytes, at) & ID_MASK;
        // VLAN 0 means "priority only" and often stands in one direction alone.
        if (id != 0) {
            walk.pass(Encapsulation.VLAN, id);
        }
        return Ethernet.typeOrLength(walk, Bytes.u16(walk.bytes, at + 2), at + TAG_LENGTH);
    }
}
