package dev.whyrst.decode;

/** What stands after an EtherType, wherever one occurs: Ethernet, cooked links, SNAP, GRE. */
final class EtherTypes {

    static final int IPV4 = 0x0800;
    static final int IPV6 = 0x86dd;
    static final int VLAN = 0x8100;
    static final int VLAN_PROVIDER = 0x88a8;
    static final int BRIDGED_ETHERNET = 0x6558;
    static final int PPP = 0x880b;
    static final int MPLS = 0x8847;
    static final int MPLS_UPSTREAM = 0x8848;
    static final int MACSEC = 0x88e5;

    private static final int VLAN_OLD_1 = 0x9100;
    private static final int VLAN_OLD_2 = 0x9200;
    private static final int VLAN_OLD_3 = 0x9300;
    private static final int PPPOE_SESSION = 0x8864;
    private static final int JUMBO_LLC = 0x8870;
    private static final int BACKBONE_BRIDGE = 0x88e7;
    private static final int VN_TAG = 0x8926;
    private static final int E_TAG = 0x893f;
    private static final int NSH = 0x894f;
    private static final int TRILL = 0x22f3;
    private static final int FABRIC_PATH = 0x8903;
    private static final int CISCO_METADATA = 0x8909;
    private static final int HSR = 0x892f;
    private static final int REDUNDANCY = 0xf1c1;
    private static final int DSA = 0xdada;

    private EtherTypes() {}

    static DecodeOutcome decode(Walk walk, int type, int at) {
        if (!walk.descend()) {
            return DecodeOutcome.MALFORMED;
        }
        return switch (type) {
            case IPV4, IPV6 -> Ip.decode(walk, at);
            case VLAN, VLAN_PROVIDER, VLAN_OLD_1, VLAN_OLD_2, VLAN_OLD_3 -> EthernetTags.vlan(walk, at);
            case MPLS, MPLS_UPSTREAM -> Mpls.decode(walk, at);
            case PPPOE_SESSION -> Ppp.overEthernet(walk, at);
            default -> rare(walk, type, at);
        };
    }

    private static DecodeOutcome rare(Walk walk, int type, int at) {
        return switch (type) {
            case PPP -> Ppp.decode(walk, at);
            case BRIDGED_ETHERNET -> Ethernet.decode(walk, at);
            case JUMBO_LLC -> Llc.decode(walk, at);
            case BACKBONE_BRIDGE -> EthernetTags.backboneBridge(walk, at);
            case MACSEC -> EthernetTags.macSec(walk, at);
            case E_TAG -> EthernetTags.extender(walk, at, 8);
            case VN_TAG -> EthernetTags.extender(walk, at, 6);
            case CISCO_METADATA -> EthernetTags.ciscoMetadata(walk, at);
            case HSR, REDUNDANCY -> EthernetTags.skip(walk, at, 6);
            case DSA -> EthernetTags.skip(walk, at, 8);
            case NSH -> Nsh.decode(walk, at);
            case TRILL -> EthernetTags.trill(walk, at);
            case FABRIC_PATH -> EthernetTags.fabricPath(walk, at);
            default -> unknown(walk, type);
        };
    }

    private static DecodeOutcome unknown(Walk walk, int type) {
        walk.unknownTypes.count(type);
        return DecodeOutcome.NOT_IP;
    }
}
