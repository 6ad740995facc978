package dev.whyrst.capture;

/**
 * The file header of a pcap file (draft-ietf-opsawg-pcap section 4) and the variants of it that libpcap and Wireshark
 * read.
 *
 * @param magic the magic number in the byte order of the file's writer
 * @param bigEndian byte order of header and record headers
 * @param nanoseconds whether the second word of a time counts nanoseconds; else microseconds
 * @param length bytes of the file header
 * @param lengths in which order the two lengths stand in record headers
 * @param linkType LINKTYPE number of all frames
 */
record PcapHeader(
        int magic, boolean bigEndian, boolean nanoseconds, int length, Lengths lengths, int snapLength, int linkType) {

    static final int LENGTH = 24;

    static final int MICROSECONDS = 0xa1b2c3d4;
    static final int NANOSECONDS = 0xa1b23c4d;
    /** Written by patched libpcaps of 1999 with longer record headers. */
    static final int PATCHED = 0xa1b2cd34;

    private static final int IXIA_HARDWARE = 0x1c0001ac;
    private static final int IXIA_SOFTWARE = 0x1c0001ab;

    /** Order of captured and original length in record headers. */
    enum Lengths {
        CAPTURED_FIRST,
        /** Files before version 2.3. */
        ORIGINAL_FIRST,
        /** Version 2.3 was written both ways: the smaller one is the captured length. */
        SMALLER_IS_CAPTURED
    }

    static boolean isMagic(int bigEndianWord) {
        return isNativeMagic(bigEndianWord) || isNativeMagic(Integer.reverseBytes(bigEndianWord));
    }

    private static boolean isNativeMagic(int magic) {
        return magic == MICROSECONDS
                || magic == NANOSECONDS
                || magic == PATCHED
                || magic == IXIA_HARDWARE
                || magic == IXIA_SOFTWARE;
    }

    /** Reads the header from {@link #LENGTH} bytes that begin with a magic number. */
    static PcapHeader read(byte[] bytes, int at) {
        boolean bigEndian = isNativeMagic(Bytes.big32(bytes, at));
        int magic = Bytes.i32(bytes, at, bigEndian);
        int major = Bytes.u16(bytes, at + 4, bigEndian);
        int minor = Bytes.u16(bytes, at + 6, bigEndian);
        int snapLength = Bytes.i32(bytes, at + 16, bigEndian);
        // The upper bits say whether frames end with a check sequence; lengths in IP and TCP make it harmless.
        int linkType = Bytes.i32(bytes, at + 20, bigEndian) & 0xffff;
        boolean ixia = magic == IXIA_HARDWARE || magic == IXIA_SOFTWARE;
        int aixLink = magic == MICROSECONDS && major == 2 && minor == 2 ? aixLinkType(linkType) : -1;
        return new PcapHeader(
                magic,
                bigEndian,
                magic == NANOSECONDS || magic == IXIA_HARDWARE || aixLink >= 0,
                ixia ? LENGTH + 4 : LENGTH,
                lengthsOf(major, minor),
                snapLength,
                aixLink >= 0 ? aixLink : linkType);
    }

    /** Whether records may have another header than the magic number promises, which only looking at some can tell. */
    boolean variantIsOpen() {
        return lengths == Lengths.CAPTURED_FIRST && (magic == MICROSECONDS || magic == PATCHED);
    }

    private static Lengths lengthsOf(int major, int minor) {
        if (major == 2 && minor == 3) {
            return Lengths.SMALLER_IS_CAPTURED;
        }
        // DG/UX calls its version 543.0.
        return (major == 2 && minor < 3) || major == 543 ? Lengths.ORIGINAL_FIRST : Lengths.CAPTURED_FIRST;
    }

    /**
     * AIX writes interface types of RFC 1573 and nanoseconds under the ordinary magic number and version 2.2; -1 for
     * others.
     */
    private static int aixLinkType(int interfaceType) {
        return switch (interfaceType) {
            case 6 -> 1;
            case 9 -> 6;
            case 15 -> 10;
            case 24 -> 0;
            default -> -1;
        };
    }
}
