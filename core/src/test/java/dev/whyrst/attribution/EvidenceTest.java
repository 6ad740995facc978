package dev.whyrst.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
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
}
