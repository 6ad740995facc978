package dev.whyrst.peer.prove;

import dev.whyrst.peer.ledger.SortedLongs;
import java.util.Arrays;

/**
 * Which segments that must have passed a capture's point it holds, in the order of time: captures lose segments in
 * bursts, when a buffer is full or the machine is busy, so that what is missing beside a moment tells more of it than
 * what is missing in all.
 */
final class Continuity {

    /** Most segments that are remembered; later ones are not. */
    private static final int MOST = 1 << 20;

    /** Segments on either side of a moment that tell of losses there. */
    private static final int NEIGHBOURS = 4;

    private long[] entries = new long[64];
    private int count;
    private boolean sorted;

    /** Takes a segment that must have passed at that time of the capture's clock. */
    void expect(long time, boolean held) {
        if (count == MOST) {
            return;
        }
        if (count == entries.length) {
            entries = Arrays.copyOf(entries, 2 * count);
        }
        entries[count++] = time << 1 | (held ? 1 : 0);
        sorted = false;
    }

    /** The share of the segments next to that time that the capture lost; 0 where it holds all of them. */
    double lossAt(long time) {
        sort();
        int next = SortedLongs.indexOf(entries, count, time << 1);
        int from = Math.max(0, next - NEIGHBOURS);
        int end = Math.min(count, next + NEIGHBOURS);
        int missing = 0;
        for (int i = from; i < end; i++) {
            missing += (entries[i] & 1) == 0 ? 1 : 0;
        }
        return missing == 0 ? 0 : (missing + 0.5) / (end - from + 1.0);
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(entries, 0, count);
            sorted = true;
        }
    }
}
