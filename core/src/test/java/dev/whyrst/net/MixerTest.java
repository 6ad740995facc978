package dev.whyrst.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever knows how keys are mixed, but not the seed of the run, cannot make a table slow. */
class MixerTest {

    private static final int KEYS = 4000;
    private static final int SLOTS = 1 << 14;

    /** What a table of that size needs with keys by chance is about 10. */
    private static final int FEW_PROBES = 40;

    /** How the keys of tables are mixed: of five numbers, of which a table uses the first ones. */
    private interface Mix {

        long of(long seed, long[] key);
    }

    static Stream<Named<Mix>> mixes() {
        return Stream.of(
                Named.of("conversations of a file", (seed, key) -> Mixer.mix(seed, key[0])),
                Named.of("addresses", (seed, key) -> Mixer.mix(seed, key[0], key[1])),
                Named.of("endpoints", (seed, key) -> Mixer.mix(seed, key[0], key[1], key[2] & 0xffff)),
                Named.of(
                        "conversations",
                        (seed, key) -> Mixer.mix(seed, key[0], key[1], key[2], key[3], key[4] & 0xffff_ffffL)));
    }

    @ParameterizedTest
    @MethodSource("mixes")
    void keys_that_all_fall_on_one_place_are_spread_by_another_seed(Mix mix) {
        List<long[]> chosen = colliding(mix, 12_345);

        assertThat(longestProbe(mix, 12_345, chosen)).isGreaterThan(KEYS / 2);
        for (long seed : new long[] {1, -1, 987_654_321, Mixer.seed()}) {
            assertThat(longestProbe(mix, seed, chosen)).as("seed %d", seed).isLessThan(FEW_PROBES);
        }
    }

    @ParameterizedTest
    @MethodSource("mixes")
    void keys_that_differ_in_their_highest_or_lowest_bits_only_are_spread(Mix mix) {
        for (int shift : new int[] {0, 16, 32, Long.SIZE - 12}) {
            List<long[]> alike = new ArrayList<>();
            for (long i = 0; i < KEYS; i++) {
                alike.add(new long[] {i << shift, 0xfe80L << 48, 443, 7, 7});
            }
            assertThat(longestProbe(mix, 99, alike))
                    .as("bits from %d on", shift)
                    .isLessThan(FEW_PROBES);
        }
    }

    @ParameterizedTest
    @MethodSource("mixes")
    void every_bit_of_a_key_turns_about_half_of_the_bits(Mix mix) {
        SplittableRandom random = new SplittableRandom(1);
        for (int bit = 0; bit < Long.SIZE; bit++) {
            long turned = 0;
            for (int i = 0; i < 200; i++) {
                long[] key = key(random);
                long before = mix.of(42, key);
                key[0] ^= 1L << bit;
                turned += Long.bitCount(before ^ mix.of(42, key));
            }
            assertThat(turned / 200.0).as("bit %d", bit).isBetween(20.0, 44.0);
        }
    }

    private static List<long[]> colliding(Mix mix, long seed) {
        SplittableRandom random = new SplittableRandom(7);
        List<long[]> keys = new ArrayList<>(KEYS);
        while (keys.size() < KEYS) {
            long[] key = key(random);
            if (slot(mix, seed, key) < 16) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static long[] key(SplittableRandom random) {
        return random.longs(5).toArray();
    }

    private static int slot(Mix mix, long seed, long[] key) {
        return Mixer.place(mix.of(seed, key)) & SLOTS - 1;
    }

    /** The most places that one of the keys looks at before it finds a free one, in a table with linear probing. */
    private static int longestProbe(Mix mix, long seed, List<long[]> keys) {
        BitSet taken = new BitSet(SLOTS);
        int longest = 0;
        for (long[] key : keys) {
            int slot = slot(mix, seed, key);
            int probes = 1;
            while (taken.get(slot)) {
                slot = slot + 1 & SLOTS - 1;
                probes++;
            }
            taken.set(slot);
            longest = Math.max(longest, probes);
        }
        return longest;
    }
}
