package dev.whyrst.net;

import java.util.SplittableRandom;

/**
 * Mixes the keys of hash tables and whatever else stands for several numbers; no other class has a way of its own to do so.
 *
 * <p>Addresses, ports and identifiers come out of captures, whose author could choose them so that all of them fall on one place of a
 * table. So tables take a seed that is not known before the run, on which no result may depend. Each part is mixed wholly before the
 * next one is added: what differs in one part cannot be made up for in the next.
 */
public final class Mixer {

    /** The seed of what has to be the same in every run, and is no place in a table. */
    public static final long FIXED = 0;

    private static final long FIRST = 0x9E37_79B9_7F4A_7C15L;
    private static final long SECOND = 0xD6E8_FEB8_6659_FD93L;

    private Mixer() {}

    /** A seed that nobody could foresee when he wrote a capture. */
    public static long seed() {
        return new SplittableRandom().nextLong();
    }

    /** 64 bits that stand for the value. */
    public static long mix(long seed, long value) {
        long h = (value ^ seed) * FIRST;
        h = (h ^ h >>> 32) * SECOND;
        return h ^ h >>> 29;
    }

    /** 64 bits that stand for the two values in their order. */
    public static long mix(long seed, long a, long b) {
        return mix(mix(seed, a), b);
    }

    /** 64 bits that stand for the three values in their order. */
    public static long mix(long seed, long a, long b, long c) {
        return mix(mix(seed, a, b), c);
    }

    /** 64 bits that stand for the five values in their order. */
    public static long mix(long seed, long a, long b, long c, long d, long e) {
        return mix(mix(mix(seed, a, b, c), d), e);
    }

    /** The 32 bits by which a table finds a place. */
    public static int place(long mixed) {
        return (int) (mixed ^ mixed >>> 32);
    }
}
