package dev.whyrst.net;

/**
 * An IPv4 or IPv6 address as two longs, the most significant first; IPv4 is mapped into {@code ::ffff:0:0/96}.
 *
 * <p>An IPv6 packet that itself uses a mapped address compares equal to the IPv4 address, as it does on most hosts.
 */
public record IpAddress(long high, long low) implements Comparable<IpAddress> {

    /** The upper bits of {@link #low} that mark an IPv4 address. */
    public static final long IPV4_MARK = 0xffff_0000_0000L;

    private static final long IPV4_BITS = 0xffff_ffffL;

    /** The address of an IPv4 header field, given as its 32 bits. */
    public static IpAddress ofIpv4(int bits) {
        return new IpAddress(0, IPV4_MARK | (bits & IPV4_BITS));
    }

    /** Whether this is an IPv4 address. */
    public boolean isIpv4() {
        return high == 0 && (low & ~IPV4_BITS) == IPV4_MARK;
    }

    /** Dotted decimal, or the compressed lower-case form of RFC 5952. */
    @Override
    public String toString() {
        return isIpv4() ? ipv4Text() : ipv6Text();
    }

    /** Unsigned order of the 128 bits. */
    @Override
    public int compareTo(IpAddress other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    private String ipv4Text() {
        return (low >> 24 & 0xff) + "." + (low >> 16 & 0xff) + "." + (low >> 8 & 0xff) + "." + (low & 0xff);
    }

    private int group(int index) {
        long half = index < 4 ? high : low;
        return (int) (half >>> ((3 - index % 4) * 16)) & 0xffff;
    }

    private String ipv6Text() {
        int zerosFrom = -1;
        int zerosLength = 1;
        for (int i = 0; i < 8; i++) {
            int run = zerosAt(i);
            if (run > zerosLength) {
                zerosFrom = i;
                zerosLength = run;
            }
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            if (i == zerosFrom) {
                text.append("::");
                i += zerosLength - 1;
                continue;
            }
            if (text.length() > 0 && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(group(i)));
        }
        return text.toString();
    }

    private int zerosAt(int index) {
        int end = index;
        while (end < 8 && group(end) == 0) {
            end++;
        }
        return end - index;
    }
}
