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
        switch (linkType) {
            case ETHERNET:
                return Ethernet.decode(walk, at);
            case RAW:
            case RAW_BSD:
            case RAW_OPENBSD:
            case IPV4:
            case IPV6:
                return Ip.decode(walk, at);
            case NULL:
            case LOOP:
                return Loopback.decode(walk, at);
            case LINUX_SLL:
                return Cooked.sll(walk, at);
            case LINUX_SLL2:
                return Cooked.sll2(walk, at);
            default:
                return wireless(walk, linkType, at);
        }
    }

    private static DecodeOutcome wireless(Walk walk, int linkType, int at) {
        switch (linkType) {
            case IEEE802_11:
                return Wlan.decode(walk, at, false);
            case IEEE802_11_RADIOTAP:
                return WlanCapture.radiotap(walk, at);
            case IEEE802_11_PRISM:
                return WlanCapture.prism(walk, at);
            case IEEE802_11_AVS:
                return WlanCapture.avs(walk, at);
            case PPI:
                return WlanCapture.ppi(walk, at);
            default:
                return serial(walk, linkType, at);
        }
    }

    private static DecodeOutcome serial(Walk walk, int linkType, int at) {
        switch (linkType) {
            case PPP:
            case PPP_HDLC:
                return Ppp.hdlc(walk, at);
            case PPP_ETHER:
                return Ppp.overEthernet(walk, at);
            case PPP_PPPD:
            case PPP_WITH_DIR:
                return Ppp.withDirection(walk, at);
            case C_HDLC:
                return Ppp.ciscoHdlc(walk, at);
            case C_HDLC_WITH_DIR:
                return Ppp.ciscoHdlc(walk, at + 1);
            case FRELAY:
                return FrameRelay.decode(walk, at);
            case FRELAY_WITH_DIR:
                return FrameRelay.decode(walk, at + 1);
            case SLIP:
                return Ip.decode(walk, at + SLIP_HEADER_LENGTH);
            case ATM_RFC1483:
            case ATM_CLIP:
                return Atm.decode(walk, at);
            case SUNATM:
                return Atm.sun(walk, at);
            default:
                return lan(walk, linkType, at);
        }
    }

    private static DecodeOutcome lan(Walk walk, int linkType, int at) {
        switch (linkType) {
            case FDDI:
                return Lans.fddi(walk, at);
            case TOKEN_RING:
                return Lans.tokenRing(walk, at);
            case ARCNET_BSD:
                return Lans.arcnet(walk, at);
            case ARCNET_LINUX:
                return Lans.arcnetLinux(walk, at);
            case IP_OVER_FC:
                return Lans.fibreChannel(walk, at);
            case APPLE_IP_OVER_IEEE1394:
                return Lans.fireWire(walk, at);
            case IPOIB:
                return Lans.infiniband(walk, at);
            default:
                return tap(walk, linkType, at);
        }
    }

    private static DecodeOutcome tap(Walk walk, int linkType, int at) {
        switch (linkType) {
            case NFLOG:
                return Taps.nflog(walk, at);
            case PFLOG:
                return Taps.pflog(walk, at);
            case ENC:
                return Taps.enc(walk, at);
            case IPNET:
                return Taps.ipnet(walk, at);
            case PKTAP:
            case PKTAP_PRIVATE:
                return Taps.pktap(walk, at);
            default:
                return device(walk, linkType, at);
        }
    }

    private static DecodeOutcome device(Walk walk, int linkType, int at) {
        switch (linkType) {
            case DSA_TAG_BRCM:
            case DSA_TAG_DSA:
                return Devices.switchTag(walk, at, 4);
            case DSA_TAG_EDSA:
                return Devices.switchTag(walk, at, 8);
            case DSA_TAG_BRCM_PREPEND:
                return Devices.broadcomBefore(walk, at);
            case ETHERNET_MPACKET:
                return Devices.mpacket(walk, at);
            case EPON:
                return Devices.epon(walk, at);
            case NETANALYZER:
                return Devices.netAnalyzer(walk, at, false);
            case NETANALYZER_TRANSPARENT:
                return Devices.netAnalyzer(walk, at, true);
            case DOCSIS:
                return Devices.docsis(walk, at);
            case ERF:
                return Erf.decode(walk, at);
            default:
                return juniper(walk, linkType, at);
        }
    }

    private static DecodeOutcome juniper(Walk walk, int linkType, int at) {
        switch (linkType) {
            case JUNIPER_ETHER:
                return Devices.juniper(walk, at, ETHERNET);
            case JUNIPER_PPP:
                return Devices.juniper(walk, at, PPP);
            case JUNIPER_FRELAY:
                return Devices.juniper(walk, at, FRELAY);
            case JUNIPER_CHDLC:
                return Devices.juniper(walk, at, C_HDLC);
            default:
                return DecodeOutcome.UNSUPPORTED_LINK;
        }
    }
}
