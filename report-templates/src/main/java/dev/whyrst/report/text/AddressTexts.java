package dev.whyrst.report.text;

import dev.whyrst.net.IpAddress;
import dev.whyrst.net.Mixer;

/** Remembers how recent addresses are written: each occurs several times in a row, and in row after row. */
final class AddressTexts {

    /** Addresses that are remembered; a power of two. */
    private static final int SLOTS = 1 << 12;

    private final IpAddress[] addresses = new IpAddress[SLOTS];
    private final String[] texts = new String[SLOTS];

    /** The same as the address's {@code toString}. */
    String of(IpAddress address) {
        int slot = Mixer.place(Mixer.mix(Mixer.FIXED, address.high(), address.low())) & SLOTS - 1;
        IpAddress known = addresses[slot];
        if (known == null || known.low() != address.low() || known.high() != address.high()) {
            addresses[slot] = address;
            texts[slot] = address.toString();
        }
        return texts[slot];
    }
}
