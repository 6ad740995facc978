package dev.whyrst.report.text;

import dev.whyrst.net.IpAddress;

/** Remembers how recent addresses are written: each occurs several times in a row, and in row after row. */
final class AddressTexts {

    /** Addresses that are remembered; a power of two. */
    private static final int SLOTS = 1 << 12;

    private final IpAddress[] addresses = new IpAddress[SLOTS];
    private final String[] texts = new String[SLOTS];

    /** The same as the address's {@code toString}. */
    String of(IpAddress address) {
        long mixed = (address.high() * 31 + address.low()) * 0x9E37_79B9_7F4A_7C15L;
        int slot = (int) (mixed >>> 52);
        IpAddress known = addresses[slot];
        if (known == null || known.low() != address.low() || known.high() != address.high()) {
            addresses[slot] = address;
            texts[slot] = address.toString();
        }
        return texts[slot];
    }
}
