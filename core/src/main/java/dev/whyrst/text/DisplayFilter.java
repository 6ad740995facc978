package dev.whyrst.text;

/** Parts of Wireshark's display filters. */
public final class DisplayFilter {

    private DisplayFilter() {}

    /** Packets from or to a host, by its address as people write it. */
    public static String host(String address) {
        return (address.indexOf(':') >= 0 ? "ipv6.addr" : "ip.addr") + " == " + address;
    }
}
