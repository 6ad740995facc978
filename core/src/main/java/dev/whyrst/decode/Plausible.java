package dev.whyrst.decode;

/**
 * Whether bytes look like a packet, where nothing else says that one is there: after a port number that only suggests
 * a tunnel, or a label stack. A segment found by a wrong guess would be an invented one.
 */
final class Plausible {

    private Plausible() {}

    /** A header of IPv4 or IPv6 whose lengths fit into the layer around it. */
    static boolean ip(Walk walk, int at) {
        if (!walk.has(at, Ipv4.MIN_HEADER_LENGTH)) {
            return false;
        }
        int version = walk.bytes[at] & 0xf0;
        return version == 0x40 ? ipv4(walk, at) : version == 0x60 && ipv6(walk, at);
    }

    /** An Ethernet frame that holds, perhaps after VLAN tags, something that may be or carry IP. */
    static boolean ethernet(Walk walk, int at) {
        int next = behindTags(walk, at);
        if (next < 0) {
            return false;
        }
        int type = Bytes.u16(walk.bytes, next - 2);
        if (isIp(type)) {
            return ip(walk, next);
        }
        return type == EtherTypes.MPLS || (Ethernet.isLength(type) && type <= walk.wireEnd - next);
    }

    /** An Ethernet frame that holds IP, perhaps after VLAN tags. */
    static boolean ipInEthernet(Walk walk, int at) {
        int next = behindTags(walk, at);
        return next >= 0 && isIp(Bytes.u16(walk.bytes, next - 2)) && ip(walk, next);
    }

    /** Behind the type field that is no VLAN's; -1 where the frame ends before. */
    private static int behindTags(Walk walk, int at) {
        int next = at + Ethernet.HEADER_LENGTH;
        while (walk.has(at, next - at)) {
            int type = Bytes.u16(walk.bytes, next - 2);
            if (type != EtherTypes.VLAN && type != EtherTypes.VLAN_PROVIDER) {
                return next;
            }
            next += 4;
        }
        return -1;
    }

    private static boolean isIp(int type) {
        return type == EtherTypes.IPV4 || type == EtherTypes.IPV6;
    }

    private static boolean ipv4(Walk walk, int at) {
        int headerLength = (walk.bytes[at] & 0xf) << 2;
        int totalLength = Bytes.u16(walk.bytes, at + 2);
        return headerLength >= Ipv4.MIN_HEADER_LENGTH
                && (totalLength == 0 || totalLength >= headerLength)
                && fits(walk, at, totalLength);
    }

    private static boolean ipv6(Walk walk, int at) {
        return fits(walk, at, Ipv6.HEADER_LENGTH + Bytes.u16(walk.bytes, at + 4));
    }

    /** In the first fragment of a packet a length may point beyond the fragment. */
    private static boolean fits(Walk walk, int at, int length) {
        return walk.fragmented || length <= walk.wireEnd - at;
    }
}
