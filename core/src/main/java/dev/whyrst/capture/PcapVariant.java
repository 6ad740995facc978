package dev.whyrst.capture;

/** The record headers that files with a pcap magic number are written with. */
enum PcapVariant {
    /** As tcpdump writes it since 1998. */
    STANDARD(16),
    /** Linux patches of 1999: interface, protocol and packet type follow the lengths. */
    PATCHED(24),
    /** The patch with debugging fields after those (SuSE 6.3). */
    PATCHED_LONG(28),
    /** Nokia appliances: four bytes of unknown meaning follow the lengths. */
    NOKIA(20);

    private final int headerLength;

    PcapVariant(int headerLength) {
        this.headerLength = headerLength;
    }

    /** Length of a record header in bytes. */
    int headerLength() {
        return headerLength;
    }
}
