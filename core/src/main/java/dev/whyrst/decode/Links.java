package dev.whyrst.decode;

/** The link types by the LINKTYPE_ number of the capture file. */
final class Links {

    static final int ETHERNET = 1;

    private static final int NULL = 0;
    private static final int RAW_BSD = 12;
    private static final int RAW_OPENBSD = 14;
    private static final int RAW = 101;
    private static final int LOOP = 108;
    private static final int LINUX_SLL = 113;
    private static final int IPV4 = 228;
    private static final int IPV6 = 229;
    private static final int LINUX_SLL2 = 276;

    private Links() {}

    static DecodeOutcome decode(Walk walk, int linkType, int at) {
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
                return DecodeOutcome.UNSUPPORTED_LINK;
        }
    }
}
