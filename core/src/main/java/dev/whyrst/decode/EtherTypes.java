package dev.whyrst.decode;

/** What stands behind an EtherType, wherever one occurs: Ethernet, cooked links, SNAP, GRE. */
final class EtherTypes {

    static final int IPV4 = 0x0800;
    static final int IPV6 = 0x86dd;
    static final int VLAN = 0x8100;
    static final int VLAN_PROVIDER = 0x88a8;
    static final int VLAN_OLD_1 = 0x9100;
    static final int VLAN_OLD_2 = 0x9200;
    static final int VLAN_OLD_3 = 0x9300;

    private EtherTypes() {}

    static DecodeOutcome decode(Walk walk, int type, int at) {
        if (!walk.descend()) {
            return DecodeOutcome.MALFORMED;
        }
        switch (type) {
            case IPV4:
            case IPV6:
                return Ip.decode(walk, at);
            case VLAN:
            case VLAN_PROVIDER:
            case VLAN_OLD_1:
            case VLAN_OLD_2:
            case VLAN_OLD_3:
                return Vlan.decode(walk, at);
            default:
                return DecodeOutcome.NOT_IP;
        }
    }
}
