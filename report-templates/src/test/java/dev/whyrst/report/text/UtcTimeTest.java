package dev.whyrst.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.report.ModelFixtures;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UtcTimeTest {

    @Test
    void the_time_of_the_article_has_nine_decimals_and_a_z() {
        assertThat(UtcTime.iso(ModelFixtures.nanos("2026-11-20T15:01:27.961886Z")))
                .isEqualTo("2026-11-20T15:01:27.961886000Z");
        assertThat(UtcTime.ofDay(ModelFixtures.nanos("2026-11-20T15:01:27.961886999Z")))
                .isEqualTo("15:01:27.961886");
    }

    @Test
    void any_time_is_the_one_that_the_library_names() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            long nanos = random.nextLong();
            assertThat(Instant.parse(UtcTime.iso(nanos))).isEqualTo(Instant.EPOCH.plusNanos(nanos));
        }
        assertThat(UtcTime.iso(Long.MIN_VALUE)).startsWith("1677-09-21T");
    }
}
