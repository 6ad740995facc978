package dev.whyrst.net;

/** An address and a TCP port (0 to 65535). */
public record Endpoint(IpAddress address, int port) implements Comparable<Endpoint> {

    /** {@code 10.0.0.27:8888}, or {@code [2001:db8::1]:8888}. */
    @Override
    public String toString() {
        return address.isIpv4() ? address + ":" + port : "[" + address + "]:" + port;
    }

    /** By address, then by port. */
    @Override
    public int compareTo(Endpoint other) {
        int byAddress = address.compareTo(other.address);
        return byAddress != 0 ? byAddress : Integer.compare(port, other.port);
    }
}
