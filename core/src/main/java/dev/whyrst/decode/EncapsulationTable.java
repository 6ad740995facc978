package dev.whyrst.decode;

import dev.whyrst.net.Mixer;
import java.util.Arrays;

/**
 * Numbers the combinations of encapsulations that a capture shows, from 1; 0 stands for none.
 *
 * <p>A combination is recognised by a 64-bit hash of its parts, so that a frame costs no string. The table is bounded:
 * a capture with more combinations (a VLAN scan, an attack) sees the rest under one last number.
 */
final class EncapsulationTable {

    static final int MAX_ENTRIES = 4096;

    private static final int OVERFLOW = MAX_ENTRIES - 1;
    private static final int SLOTS = 2 * MAX_ENTRIES;
    private static final long SEED = Mixer.seed();

    private String[] names = new String[16];
    private short[] tunnels = new short[16];
    private final long[] tunnelKeys = new long[SegmentView.MAX_TUNNELS];
    private int tunnelCount;
    private int count = 1;
    private long[] keys;
    private short[] indexes;
    private long lastKey;
    private int lastIndex;

    EncapsulationTable() {
        names[0] = "";
    }

    /** The number of what stands in the first {@code length} places of {@code passed}. */
    int index(long[] passed, int length) {
        if (length == 0) {
            return 0;
        }
        long key = key(passed, length);
        if (key != lastKey) {
            lastIndex = find(key, passed, length);
            lastKey = key;
        }
        return lastIndex;
    }

    /** The name that belongs to a number given out by {@link #index}; empty for 0. */
    String name(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException("no encapsulation has the number " + index);
        }
        return names[index];
    }

    /** The tunnel, see {@link SegmentView#tunnel}, of a number given out by {@link #index}; 0 for none. */
    int tunnel(int index) {
        return tunnels[index];
    }

    /** Never 0, which marks a free slot. */
    static long key(long[] passed, int length) {
        long hash = length;
        for (int i = 0; i < length; i++) {
            hash = Mixer.mix(SEED, hash, passed[i]);
        }
        return hash == 0 ? 1 : hash;
    }

    private int find(long key, long[] passed, int length) {
        if (keys == null) {
            keys = new long[SLOTS];
            indexes = new short[SLOTS];
        }
        int slot = Mixer.place(key) & SLOTS - 1;
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                return indexes[slot];
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (count >= OVERFLOW) {
            return overflow();
        }
        keys[slot] = key;
        indexes[slot] = (short) count;
        int tunnel = tunnelOf(passed, length);
        return add(Encapsulation.describe(passed, length), tunnel);
    }

    private int overflow() {
        if (count == OVERFLOW) {
            add("one of more than " + (OVERFLOW - 1) + " encapsulations", SegmentView.MAX_TUNNELS);
        }
        return OVERFLOW;
    }

    private int add(String name, int tunnel) {
        if (count == names.length) {
            names = Arrays.copyOf(names, 2 * count);
            tunnels = Arrays.copyOf(tunnels, 2 * count);
        }
        names[count] = name;
        tunnels[count] = (short) tunnel;
        return count++;
    }

    /** The number of the tunnels among these encapsulations, 0 if there is none. */
    private int tunnelOf(long[] passed, int length) {
        long[] inTunnel = new long[length];
        int parts = 0;
        for (int i = 0; i < length; i++) {
            if (Encapsulation.isTunnel((int) (passed[i] >>> 32))) {
                inTunnel[parts++] = passed[i];
            }
        }
        return parts == 0 ? 0 : tunnelNumber(key(inTunnel, parts));
    }

    private int tunnelNumber(long key) {
        for (int i = 0; i < tunnelCount; i++) {
            if (tunnelKeys[i] == key) {
                return i + 1;
            }
        }
        if (tunnelCount == SegmentView.MAX_TUNNELS) {
            return SegmentView.MAX_TUNNELS;
        }
        tunnelKeys[tunnelCount++] = key;
        return tunnelCount;
    }
}
