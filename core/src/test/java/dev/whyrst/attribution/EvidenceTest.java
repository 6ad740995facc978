package dev.whyrst.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Evidence is put into words when somebody reads it. */
class EvidenceTest {

    @Test
    void a_sentence_is_written_when_it_is_first_read_and_only_once() {
        AtomicInteger written = new AtomicInteger();
        Evidence evidence = Evidence.of(Stance.FOR, Weight.STRONG, () -> "sentence " + written.incrementAndGet());

        assertThat(written).hasValue(0);
        assertThat(evidence.statement()).isEqualTo("sentence 1");
        assertThat(evidence.statement()).isEqualTo("sentence 1");
        assertThat(evidence.frames()).isEmpty();
    }

    @Test
    void what_weighs_most_comes_first_and_the_rest_keeps_its_order() {
        List<Evidence> told = List.of(
                fact(Stance.AGAINST, Weight.STRONG, "but"),
                fact(Stance.FOR, Weight.WEAK, "besides"),
                fact(Stance.FOR, Weight.STRONG, "first"),
                fact(Stance.FOR, Weight.STRONG, "then"),
                fact(Stance.FOR, Weight.DECISIVE, "so"));

        assertThat(Evidence.strongestFirst(told, true))
                .extracting(Evidence::statement)
                .containsExactly("so", "first", "then", "besides", "but");
    }

    @Test
    void nothing_decides_for_a_cause_that_is_left_open() {
        List<Evidence> told = List.of(
                fact(Stance.FOR, Weight.DECISIVE, "it would decide alone"),
                fact(Stance.AGAINST, Weight.DECISIVE, "the other capture refutes it"));

        assertThat(Evidence.strongestFirst(told, false))
                .extracting(Evidence::weight)
                .containsExactly(Weight.STRONG, Weight.DECISIVE);
        assertThat(Evidence.strongestFirst(told, true))
                .extracting(Evidence::weight)
                .containsExactly(Weight.DECISIVE, Weight.DECISIVE);
    }

    private static Evidence fact(Stance stance, Weight weight, String words) {
        return Evidence.of(stance, weight, words);
    }
}
