package dev.whyrst.scenario;

import java.util.Locale;
import java.util.Set;

/**
 * What kind of file a scenario becomes.
 *
 * @param vlan 802.1Q tag of every frame, -1 for none
 * @param snap how many bytes of a frame are kept
 */
record CaptureSetup(Format format, Link link, int vlan, int snap) {

    static final CaptureSetup DEFAULT = new CaptureSetup(Format.PCAP_US, Link.ETHERNET, -1, 262_144);

    private static final Set<String> KNOWN = Set.of("format", "link", "vlan", "snap");
    private static final int MAX_VLAN = 4094;
    private static final int MIN_SNAP = 14;

    /** The file format and its clock. */
    enum Format {
        PCAP_US,
        PCAP_NS,
        PCAPNG
    }

    /** The link layer, with its LINKTYPE_ number. */
    enum Link {
        ETHERNET(1),
        RAW(101);

        private final int number;

        Link(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    static CaptureSetup parse(Words words) {
        Attributes attributes = Attributes.of(words.line(), words.from(1), KNOWN);
        return new CaptureSetup(
                choice(attributes, "format", Format.values(), DEFAULT.format),
                choice(attributes, "link", Link.values(), DEFAULT.link),
                attributes.number("vlan", 0, MAX_VLAN, DEFAULT.vlan),
                attributes.number("snap", MIN_SNAP, DEFAULT.snap, DEFAULT.snap));
    }

    private static <E extends Enum<E>> E choice(Attributes attributes, String key, E[] values, E otherwise) {
        String text = attributes.text(key).orElse(null);
        if (text == null) {
            return otherwise;
        }
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return value;
            }
        }
        throw attributes.error("\"" + text + "\" is no " + key);
    }
}
