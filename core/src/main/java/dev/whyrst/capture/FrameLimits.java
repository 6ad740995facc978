package dev.whyrst.capture;

/** How long a frame may be before its length is taken for damage; the bounds are those of libpcap and Wireshark. */
final class FrameLimits {

    /** No link that carries IP makes longer frames, whatever a snap length says. */
    static final int ORDINARY = 262_144;

    private static final int LARGE = 128 << 20;

    private static final int LINKTYPE_USB_LINUX_MMAPPED = 220;
    private static final int LINKTYPE_DBUS = 231;
    private static final int LINKTYPE_USBPCAP = 249;
    private static final int LINKTYPE_EBHSCR = 279;

    private FrameLimits() {}

    /** The largest captured length in bytes that is believed for a link type. */
    static int maxCapturedLength(int linkType) {
        return switch (linkType) {
            case LINKTYPE_DBUS, LINKTYPE_USB_LINUX_MMAPPED, LINKTYPE_USBPCAP -> LARGE;
            case LINKTYPE_EBHSCR -> 8 << 20;
            default -> ORDINARY;
        };
    }
}
