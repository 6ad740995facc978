package dev.whyrst.incident.tell;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Puts counts in order. */
final class Ranking {

    private Ranking() {}

    /** The most frequent first, equally frequent ones in their own order. */
    static <K extends Comparable<? super K>, N extends Comparable<? super N>> Stream<Map.Entry<K, N>> of(
            Map<K, N> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<K, N>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()));
    }
}
