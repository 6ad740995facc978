package dev.whyrst.cli.settings;

import dev.whyrst.net.IpAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/**
 * The addresses that share their first bits: a single one, or a CIDR block.
 *
 * @param base an address of the range
 * @param prefix how many of the 128 bits count; IPv4 is mapped, so its /8 is a 104 here
 */
public record AddressRange(IpAddress base, int prefix) {

    private static final int BITS = 128;
    private static final int IPV4_BITS = 32;
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile("(" + OCTET + "\\.){3}" + OCTET);
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /**
     * The addresses that a text names.
     *
     * @throws UsageException when it names none
     */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        IpAddress base = address(slash < 0 ? text : text.substring(0, slash));
        int bits = base.isIpv4() ? IPV4_BITS : BITS;
        int length = slash < 0 ? bits : prefixLength(text, text.substring(slash + 1), bits);
        return new AddressRange(base, BITS - bits + length);
    }

    boolean isSingle() {
        return prefix == BITS;
    }

    boolean contains(IpAddress address) {
        long high = mask(prefix);
        long low = mask(prefix - Long.SIZE);
        return ((address.high() ^ base.high()) & high) == 0 && ((address.low() ^ base.low()) & low) == 0;
    }

    /** A long whose first {@code bits} bits are set; none for negative numbers, all for 64 and more. */
    private static long mask(int bits) {
        if (bits <= 0) {
            return 0;
        }
        return bits >= Long.SIZE ? -1 : -1L << (Long.SIZE - bits);
    }

    private static int prefixLength(String text, String digits, int bits) {
        if (digits.matches("[0-9]{1,3}") && Integer.parseInt(digits) <= bits) {
            return Integer.parseInt(digits);
        }
        throw new UsageException("'" + text + "' has no valid prefix length: it lies between 0 and " + bits);
    }

    private static IpAddress address(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            throw new UsageException("'" + text + "' is no IP address (captures hold addresses, not names)");
        }
        try {
            // Digits and colons only: nothing is looked up.
            InetAddress address = InetAddress.getByName(text);
            ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
            return address instanceof Inet4Address
                    ? IpAddress.ofIpv4(bytes.getInt())
                    : new IpAddress(bytes.getLong(), bytes.getLong());
        } catch (UnknownHostException e) {
            throw new UsageException("'" + text + "' is no IP address");
        }
    }
}
