package dev.whyrst.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Cause;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void durations_keep_what_the_article_measured() {
        assertThat(Wording.duration(161_925_000)).isEqualTo("161.925 ms");
        assertThat(Wording.duration(100_000_000)).isEqualTo("100 ms");
        assertThat(Wording.duration(31_999)).isEqualTo("31 µs");
        assertThat(Wording.duration(999)).isEqualTo("999 ns");
        assertThat(Wording.duration(58_200_000_000L)).isEqualTo("58.2 s");
        assertThat(Wording.duration(350_000_000_000L)).isEqualTo("5 min 50 s");
        assertThat(Wording.duration(7_860_000_000_000L)).isEqualTo("2 h 11 min");
        assertThat(Wording.duration(3_600_000_000_000L)).isEqualTo("1 h");
        assertThat(Wording.duration(-31_000)).isEqualTo("\u221231 µs");
        assertThat(Wording.duration(Long.MIN_VALUE)).startsWith("\u2212");
    }

    @Test
    void a_share_is_never_rounded_to_nothing_or_to_all() {
        assertThat(Wording.share(0, 7)).isEqualTo("0 %");
        assertThat(Wording.share(7, 7)).isEqualTo("100 %");
        assertThat(Wording.share(1, 1_000_000)).isEqualTo("< 1 %");
        assertThat(Wording.share(999_999, 1_000_000)).isEqualTo("> 99 %");
        assertThat(Wording.share(1, 3)).isEqualTo("33 %");
    }

    @Test
    void counts_are_grouped_by_thousands() {
        assertThat(Wording.count(1_420_112)).isEqualTo("1,420,112");
        assertThat(Wording.count(999)).isEqualTo("999");
        assertThat(Wording.count(-1234)).isEqualTo("-1,234");
        assertThat(Wording.count(1, "reset")).isEqualTo("1 reset");
        assertThat(Wording.count(0, "reset")).isEqualTo("0 resets");
    }

    @Test
    void a_text_that_is_too_long_is_cut_and_says_so() {
        assertThat(Wording.shown("x".repeat(1_000_000))).hasSizeLessThan(450).endsWith("(999,600 more characters)");
    }

    @Test
    void every_title_reads_well_within_a_sentence() {
        assertThat(Wording.inSentence(Cause.PORT_NOT_LISTENING.title())).startsWith("nobody listens");
        assertThat(Wording.inSentence(Cause.LINGER2_ABORT.title())).startsWith("FIN_WAIT_2");
        assertThat(Wording.inSentence(Cause.TIME_WAIT.title())).startsWith("a segment");
    }

    @Test
    void visible_text_leaves_what_is_visible_alone() {
        String plain = "Größe, 統計 and \ud83d\ude00";
        assertThat(VisibleText.of(plain)).isEqualTo(plain);
        assertThat(VisibleText.encodable(plain)).isEqualTo(plain);
        assertThat(VisibleText.of("RST")).isSameAs("RST");
        assertThat(VisibleText.of("\udb40\udc01")).isEqualTo("\\ue0001");
    }
}
