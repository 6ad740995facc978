package dev.whyrst.filter;

import java.util.Arrays;
import java.util.Random;

/** Frames of noise with some truth at the places that filters look at. */
final class RandomFrames {

    private static final int[] ETHER_TYPES = {
        0x0800, 0x0800, 0x0800, 0x0800, 0x86dd, 0x86dd, 0x8100, 0x88a8, 0x0806, 0x8847, 0x8864, 60
    };
    private static final int[] PROTOCOLS = {6, 6, 6, 6, 6, 17, 1, 132, 0, 51, 44};
    private static final int[] PORTS = {80, 443, 22, 8080, 53, 8888};
    private static final int[] LENGTHS = {0, 13, 14, 33, 34, 47, 54, 60, 74, 118, 130};

    private final Random random;

    RandomFrames(long seed) {
        random = new Random(seed);
    }

    /** A frame for that link type, perhaps cut anywhere. */
    byte[] next(int linkType) {
        byte[] frame = new byte[160];
        if (random.nextBoolean()) {
            random.nextBytes(frame);
        }
        int at = linkType == 1 ? ethernet(frame) : 0;
        ip(frame, at);
        int length =
                random.nextInt(4) == 0 ? LENGTHS[random.nextInt(LENGTHS.length)] : random.nextInt(frame.length + 1);
        return Arrays.copyOf(frame, length);
    }

    private int ethernet(byte[] frame) {
        int at = 12;
        int type = pick(ETHER_TYPES);
        put16(frame, at, type);
        while ((type == 0x8100 || type == 0x88a8) && at < 20) {
            at += 4;
            put16(frame, at - 2, pick(new int[] {5, 100, 0x2005}));
            type = pick(ETHER_TYPES);
            put16(frame, at, type);
        }
        return type == 0x8847 ? at + 6 : type == 0x8864 ? at + 10 : at + 2;
    }

    private void ip(byte[] frame, int at) {
        if (random.nextInt(3) == 0) {
            frame[at] = 0x60;
            frame[at + 6] = (byte) pick(PROTOCOLS);
            transport(frame, at + 40);
            return;
        }
        int words = 5 + random.nextInt(3);
        frame[at] = (byte) (0x40 + words);
        put16(frame, at + 6, random.nextInt(4) == 0 ? random.nextInt(0x10000) : 0x4000);
        frame[at + 9] = (byte) pick(PROTOCOLS);
        byte[] address = {10, 0, 0, (byte) random.nextInt(3)};
        System.arraycopy(address, 0, frame, at + 12, 4);
        transport(frame, at + 4 * words);
    }

    private void transport(byte[] frame, int at) {
        put16(frame, at, pick(PORTS));
        put16(frame, at + 2, pick(PORTS));
        frame[at + 12] = 0x50;
        frame[at + 13] = (byte) pick(new int[] {0x02, 0x12, 0x10, 0x14, 0x04, 0x11});
    }

    private int pick(int[] candidates) {
        return candidates[random.nextInt(candidates.length)];
    }

    private static void put16(byte[] frame, int at, int value) {
        frame[at] = (byte) (value >> 8);
        frame[at + 1] = (byte) value;
    }
}
