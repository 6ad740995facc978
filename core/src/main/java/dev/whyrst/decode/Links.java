package dev.whyrst.decode;

/** The link types by the LINKTYPE_ number of the capture file. */
final class Links {

    static final int ETHERNET = 1;

    private static final int NULL = 0;
    private static final int TOKEN_RING = 6;
    private static final int ARCNET_BSD = 7;
    private static final int SLIP = 8;
    private static final int PPP = 9;
    private static final int FDDI = 10;
    private static final int RAW_BSD = 12;
    private static final int RAW_OPENBSD = 14;
    private static final int PPP_HDLC = 50;
    private static final int PPP_ETHER = 51;
    private static final int ATM_RFC1483 = 100;
    private static final int RAW = 101;
    private static final int C_HDLC = 104;
    private static final int IEEE802_11 = 105;
    private static final int ATM_CLIP = 106;
    private static final int FRELAY = 107;
    private static final int LOOP = 108;
    private static final int ENC = 109;
    private static final int LINUX_SLL = 113;
    private static final int PFLOG = 117;
    private static final int IEEE802_11_PRISM = 119;
    private static final int IP_OVER_FC = 122;
    private static final int SUNATM = 123;
    private static final int IEEE802_11_RADIOTAP = 127;
    private static final int ARCNET_LINUX = 129;
    private static final int APPLE_IP_OVER_IEEE1394 = 138;
    private static final int DOCSIS = 143;
    private static final int PKTAP_PRIVATE = 149;
    private static final int IEEE802_11_AVS = 163;
    private static final int PPP_PPPD = 166;
    private static final int JUNIPER_ETHER = 178;
    private static final int JUNIPER_PPP = 179;
    private static final int JUNIPER_FRELAY = 180;
    private static final int JUNIPER_CHDLC = 181;
    private static final int PPI = 192;
    private static final int ERF = 197;
    private static final int PPP_WITH_DIR = 204;
    private static final int C_HDLC_WITH_DIR = 205;
    private static final int FRELAY_WITH_DIR = 206;
    private static final int IPNET = 226;
    private static final int IPV4 = 228;
    private static final int IPV6 = 229;
    private static final int NFLOG = 239;
    private static final int NETANALYZER = 240;
    private static final int NETANALYZER_TRANSPARENT = 241;
    private static final int IPOIB = 242;
    private static final int NETLINK = 253;
    private static final int PKTAP = 258;
    private static final int EPON = 259;
    private static final int ETHERNET_MPACKET = 274;
    private static final int LINUX_SLL2 = 276;
    private static final int DSA_TAG_BRCM = 281;
    private static final int DSA_TAG_BRCM_PREPEND = 282;
    private static final int DSA_TAG_DSA = 284;
    private static final int DSA_TAG_EDSA = 285;

    private static final int SLIP_HEADER_LENGTH = 16;

    private Links() {}

    static DecodeOutcome decode(Walk walk, int linkType, int at) {
        if (!walk.descend()) {
            return DecodeOutcome.MALFORMED;
        }
        return switch (linkType) {
            case ETHERNET -> Ethernet.decode(walk, at);
            case RAW, RAW_BSD, RAW_OPENBSD, IPV4, IPV6 -> Ip.decode(walk, at);
            case NULL, LOOP -> Loopback.decode(walk, at);
            case LINUX_SLL -> Cooked.sll(walk, at);
            case LINUX_SLL2 -> Cooked.sll2(walk, at);
            default -> wireless(walk, linkType, at);
        };
    }

    private static DecodeOutcome wireless(Walk walk, int linkType, int at) {
        return switch (linkType) {
            case IEEE802_11 -> Wlan.decode(walk, at, false);
            case IEEE802_11_RADIOTAP -> WlanCapture.radiotap(walk, at);
            case IEEE802_11_PRISM -> WlanCapture.prism(walk, at);
            case IEEE802_11_AVS -> WlanCapture.avs(walk, at);
            case PPI -> WlanCapture.ppi(walk, at);
            default -> serial(walk, linkType, at);
        };
    }

    private static DecodeOutcome serial(Walk walk, int linkType, int at) {
        return switch (linkType) {
            case PPP, PPP_HDLC -> Ppp.hdlc(walk, at);
            case PPP_ETHER -> Ppp.overEthernet(walk, at);
            case PPP_PPPD, PPP_WITH_DIR -> Ppp.withDirection(walk, at);
            case C_HDLC -> Ppp.ciscoHdlc(walk, at);
            case C_HDLC_WITH_DIR -> Ppp.ciscoHdlc(walk, at + 1);
            case FRELAY -> FrameRelay.decode(walk, at);
            case FRELAY_WITH_DIR -> FrameRelay.decode(walk, at + 1);
            case SLIP -> Ip.decode(walk, at + SLIP_HEADER_LENGTH);
            case ATM_RFC1483, ATM_CLIP -> Atm.decode(walk, at);
            case SUNATM -> Atm.sun(walk, at);
            default -> lan(walk, linkType, at);
        };
    }

    private static DecodeOutcome lan(Walk walk, int linkType, int at) {
        return switch (linkType) {
            case FDDI -> Lans.fddi(walk, at);
            case TOKEN_RING -> Lans.tokenRing(walk, at);
            case ARCNET_BSD -> Lans.arcnet(walk, at);
            case ARCNET_LINUX -> Lans.arcnetLinux(walk, at);
            case IP_OVER_FC -> Lans.fibreChannel(walk, at);
            case APPLE_IP_OVER_IEEE1394 -> Lans.fireWire(walk, at);
            case IPOIB -> Lans.infiniband(walk, at);
            default -> tap(walk, linkType, at);
        };
    }

    private static DecodeOutcome tap(Walk walk, int linkType, int at) {
        return switch (linkType) {
            case NFLOG -> Taps.nflog(walk, at);
            case NETLINK -> Taps.netlink(walk, at);
            case PFLOG -> Taps.pflog(walk, at);
            case ENC -> Taps.enc(walk, at);
            case IPNET -> Taps.ipnet(walk, at);
            case PKTAP, PKTAP_PRIVATE -> Taps.pktap(walk, at);
            default -> device(walk, linkType, at);
        };
    }

    private static DecodeOutcome device(Walk walk, int linkType, int at) {
        return switch (linkType) {
            case DSA_TAG_BRCM, DSA_TAG_DSA -> Devices.switchTag(walk, at, 4);
            case DSA_TAG_EDSA -> Devices.switchTag(walk, at, 8);
            case DSA_TAG_BRCM_PREPEND -> Devices.broadcomBefore(walk, at);
            case ETHERNET_MPACKET -> Devices.mpacket(walk, at);
            case EPON -> Devices.epon(walk, at);
            case NETANALYZER -> Devices.netAnalyzer(walk, at, false);
            case NETANALYZER_TRANSPARENT -> Devices.netAnalyzer(walk, at, true);
            case DOCSIS -> Devices.docsis(walk, at);
            case ERF -> Erf.decode(walk, at);
            default -> juniper(walk, linkType, at);
        };
    }

    private static DecodeOutcome juniper(Walk walk, int linkType, int at) {
        return switch (linkType) {
            case JUNIPER_ETHER -> Devices.juniper(walk, at, ETHERNET);
            case JUNIPER_PPP -> Devices.juniper(walk, at, PPP);
            case JUNIPER_FRELAY -> Devices.juniper(walk, at, FRELAY);
            case JUNIPER_CHDLC -> Devices.juniper(walk, at, C_HDLC);
            default -> DecodeOutcome.UNSUPPORTED_LINK;
        };
    }
}
