package dev.whyrst.decode;

import java.util.Arrays;

/**
 * Counts frames by an EtherType that is not known here, so that nobody takes what they carry for seen. Types of protocols
 * that carry no IP are known, and not counted.
 */
final class UnknownTypes {

    /** More kinds than any network has; what comes after is not counted. */
    private static final int ROOM = 16;

    /**
     * Protocols without IP inside (IEEE registry of EtherTypes): ARP and its kin, loop tests, wake-up, AppleTalk, IPX, flow
     * control and aggregation, PPPoE's discovery, 802.1X, industrial buses, storage, LLDP, clocks, maintenance, mesh, cars.
     */
    private static final int[] WITHOUT_IP = {
        0x0806, 0x0842, 0x22ea, 0x22f0, 0x4305, 0x6002, 0x6003, 0x6004, 0x8035, 0x809b, 0x80f3, 0x8137, 0x8138, 0x8204,
        0x8808, 0x8809, 0x8819, 0x8863, 0x886d, 0x887b, 0x888e, 0x8892, 0x8899, 0x889a, 0x88a2, 0x88a4, 0x88ab, 0x88b8,
        0x88b9, 0x88ba, 0x88c7, 0x88cc, 0x88cd, 0x88dc, 0x88e1, 0x88e3, 0x88f5, 0x88f6, 0x88f7, 0x88fb, 0x8902, 0x8906,
        0x8914, 0x8915, 0x891d, 0x892d, 0x8940, 0x8947, 0x9000
    };

    private final int[] types = new int[ROOM];
    private final long[] counts = new long[ROOM];
    private int size;

    void count(int type) {
        if (Arrays.binarySearch(WITHOUT_IP, type) >= 0) {
            return;
        }
        for (int i = 0; i < size; i++) {
            if (types[i] == type) {
                counts[i]++;
                return;
            }
        }
        if (size < ROOM) {
            types[size] = type;
            counts[size++] = 1;
        }
    }

    /** The types that occurred, the most frequent first. */
    int[] byFrequency() {
        int[] sorted = Arrays.copyOf(types, size);
        for (int i = 1; i < size; i++) {
            for (int at = i; at > 0 && of(sorted[at]) > of(sorted[at - 1]); at--) {
                int less = sorted[at - 1];
                sorted[at - 1] = sorted[at];
                sorted[at] = less;
            }
        }
        return sorted;
    }

    /** Frames of that type. */
    long of(int type) {
        for (int i = 0; i < size; i++) {
            if (types[i] == type) {
                return counts[i];
            }
        }
        return 0;
    }
}
