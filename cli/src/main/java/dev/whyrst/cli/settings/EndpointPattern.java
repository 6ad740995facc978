package dev.whyrst.cli.settings;

import dev.whyrst.net.Endpoint;
import java.util.Optional;

/**
 * Endpoints as people name several at once: {@code 10.0.0.27:8888}, {@code 10.0.0.0/8:8888}, {@code [2001:db8::/32]:443},
 * {@code :8000-8999} (any address), {@code 10.0.0.27} (any port), {@code *}.
 *
 * @param addresses the addresses, null for any
 * @param firstPort the lowest port
 * @param lastPort the highest port
 */
public record EndpointPattern(AddressRange addresses, int firstPort, int lastPort) {

    private static final int MAX_PORT = 65535;

    /**
     * The endpoints that a text names.
     *
     * @throws UsageException when it names none
     */
    public static EndpointPattern parse(String text) {
        String address = text;
        String ports = "";
        int colon = portColon(text);
        if (colon >= 0) {
            address = text.substring(0, colon);
            ports = text.substring(colon + 1);
            if (ports.isEmpty()) {
                throw new UsageException("'" + text + "' ends with a colon, but without a port");
            }
        }
        if (text.isEmpty()) {
            throw new UsageException("an endpoint is empty; write * for all");
        }
        AddressRange addresses =
                address.isEmpty() || address.equals("*") ? null : AddressRange.parse(unbracket(address));
        int dash = ports.indexOf('-');
        int first = ports.isEmpty() ? 0 : port(text, dash < 0 ? ports : ports.substring(0, dash));
        int last = ports.isEmpty() ? MAX_PORT : port(text, dash < 0 ? ports : ports.substring(dash + 1));
        if (first > last) {
            throw new UsageException("'" + text + "' has a port range that ends before it begins");
        }
        return new EndpointPattern(addresses, first, last);
    }

    public boolean matches(Endpoint endpoint) {
        return endpoint.port() >= firstPort
                && endpoint.port() <= lastPort
                && (addresses == null || addresses.contains(endpoint.address()));
    }

    /** The endpoint of that address and port. */
    public static Endpoint endpoint(String address, int port) {
        return new Endpoint(AddressRange.parse(address).base(), port);
    }

    /** The endpoint that it names where it is a single one. */
    public Optional<Endpoint> single() {
        return addresses != null && addresses.isSingle() && firstPort == lastPort
                ? Optional.of(new Endpoint(addresses.base(), firstPort))
                : Optional.empty();
    }

    /** Where the colon before the port stands, or -1: an IPv6 address without brackets has no port. */
    private static int portColon(String text) {
        int last = text.lastIndexOf(':');
        if (text.startsWith("[")) {
            return last > text.indexOf(']') ? last : -1;
        }
        return last > 0 && text.indexOf(':') != last ? -1 : last;
    }

    private static String unbracket(String address) {
        return address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
    }

    private static int port(String text, String digits) {
        if (digits.matches("[0-9]{1,5}") && Integer.parseInt(digits) <= MAX_PORT) {
            return Integer.parseInt(digits);
        }
        throw new UsageException("'" + text + "' has no valid port: '" + digits + "' is no number from 0 to 65535");
    }
}
