package dev.whyrst.decode;

/** Local networks other than Ethernet: addresses of their own, then LLC or a protocol number. */
final class Lans {

    private static final int FDDI_LENGTH = 13;
    private static final int FDDI_SOURCE = 7;
    private static final int FDDI_CLASS = 0xf0;
    private static final int FDDI_LLC_ASYNCHRONOUS = 0x50;
    private static final int FDDI_LLC_SYNCHRONOUS = 0xd0;

    private static final int TOKEN_RING_LENGTH = 14;
    private static final int TOKEN_RING_SOURCE = 8;
    private static final int TOKEN_RING_FRAME_TYPE = 0xc0;
    private static final int TOKEN_RING_LLC = 0x40;
    private static final int SOURCE_ROUTED = 0x80;
    private static final int ROUTING_LENGTH = 0x1f;

    private static final int ARCNET_IP_RFC1051 = 240;
    private static final int ARCNET_IP = 212;
    private static final int ARCNET_IPV6 = 196;
    private static final int ARCNET_EXCEPTION = 0xff;

    private static final int FIBRE_CHANNEL_LENGTH = 16;
    private static final int FIRE_WIRE_LENGTH = 18;
    private static final int INFINIBAND_LENGTH = 44;
    private static final int INFINIBAND_TYPE = 40;

    private Lans() {}

    static DecodeOutcome fddi(Walk walk, int at) {
        if (!walk.has(at, FDDI_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        int frameClass = walk.bytes[at] & FDDI_CLASS;
        if (frameClass != FDDI_LLC_ASYNCHRONOUS && frameClass != FDDI_LLC_SYNCHRONOUS) {
            return DecodeOutcome.NOT_IP;
        }
        walk.view.macTag = Ethernet.macTag(walk.bytes, at + FDDI_SOURCE);
        return Llc.decode(walk, at + FDDI_LENGTH);
    }

    static DecodeOutcome tokenRing(Walk walk, int at) {
        if (!walk.has(at, TOKEN_RING_LENGTH + 1) || (walk.bytes[at + 1] & TOKEN_RING_FRAME_TYPE) != TOKEN_RING_LLC) {
            return DecodeOutcome.NOT_IP;
        }
        walk.view.macTag = Ethernet.macTag(walk.bytes, at + TOKEN_RING_SOURCE);
        boolean routed = (walk.bytes[at + TOKEN_RING_SOURCE] & SOURCE_ROUTED) != 0;
        int next = at + TOKEN_RING_LENGTH;
        return Llc.decode(walk, routed ? next + (walk.bytes[next] & ROUTING_LENGTH) : next);
    }

    /** ARCNET as BSD captures it: source, destination, protocol. */
    static DecodeOutcome arcnet(Walk walk, int at) {
        return arcnetProtocol(walk, at + 2);
    }

    /** ARCNET as Linux captures it: with two bytes of offset before the protocol. */
    static DecodeOutcome arcnetLinux(Walk walk, int at) {
        return arcnetProtocol(walk, at + 4);
    }

    /** RFC 1051 puts the packet after the protocol, RFC 1201 splits packets and numbers the pieces. */
    private static DecodeOutcome arcnetProtocol(Walk walk, int at) {
        if (!walk.has(at, 4)) {
            return DecodeOutcome.NOT_IP;
        }
        int protocol = Bytes.u8(walk.bytes, at);
        if (protocol == ARCNET_IP_RFC1051) {
            return Ip.decode(walk, at + 1);
        }
        if (protocol != ARCNET_IP && protocol != ARCNET_IPV6) {
            return DecodeOutcome.NOT_IP;
        }
        int split = Bytes.u8(walk.bytes, at + 1);
        if (split == ARCNET_EXCEPTION) {
            return Ip.decode(walk, at + 8);
        }
        boolean first = split == 0 || (split & 1) != 0;
        return first ? Ip.decode(walk, at + 4) : DecodeOutcome.FRAGMENT;
    }

    /** IP over Fibre Channel (RFC 2625): two network addresses, then LLC. */
    static DecodeOutcome fibreChannel(Walk walk, int at) {
        return Llc.decode(walk, at + FIBRE_CHANNEL_LENGTH);
    }

    /** IP over IEEE 1394 (Apple): two addresses of eight bytes and a type. */
    static DecodeOutcome fireWire(Walk walk, int at) {
        return EthernetTags.skip(walk, at, FIRE_WIRE_LENGTH);
    }

    /** IP over InfiniBand (RFC 4391) after a pseudo header with both addresses. */
    static DecodeOutcome infiniband(Walk walk, int at) {
        if (!walk.has(at, INFINIBAND_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        return EtherTypes.decode(walk, Bytes.u16(walk.bytes, at + INFINIBAND_TYPE), at + INFINIBAND_LENGTH);
    }
}
