package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A RST,ACK behind its sender's own FIN, with data of the peer that was never acknowledged: brought about by it, or not. */
class AbortsBehindFinTest {

    private static final String HOSTS =
            """
            host A    10.75.0.10  stack=linux     hops=0
            host B    10.75.7.40  stack=linux     hops=2
            """;

    private static final String ANSWERED =
            """
            conversation A:%1$d > B:8080
            %2$s        A > B  SYN
            +10ms       B > A  SYN,ACK
            +40us       A > B  ACK
            +90us       A > B  PSH,ACK data=900
            +10.1ms     B > A  PSH,ACK data=200
            """;

    private static final String CLOSED =
            """
            +20us       B > A  FIN,ACK
            +40us       A > B  ACK
            """;

    private static final String ABORTED_LATER =
            """
            +300ms      A > B  PSH,ACK data=900 as=late
            +10.1ms     B > A  RST,ACK before=late # expect %s or close-with-unread-data
            """;

    private static final String TAKES_MORE =
            """
            +1ms        A > B  PSH,ACK data=900
            +10.1ms     B > A  ACK
            """;

    /** The data is on its way when both leave. */
    private static final String CLOSED_AND_ABORTED =
            """
            +1ms        A > B  PSH,ACK data=900 as=late
            +5ms        B > A  FIN,ACK before=late
            +12us       B > A  RST,ACK before=late # expect linger-zero-abort or close-with-unread-data
            """;

    private static final String ANSWERED_BARE =
            """
            +300ms      A > B  PSH,ACK data=900 as=other
            +10.1ms     B > A  RST answers=other # expect data-after-close
            """;

    private static final String FIRST = "2026-11-22T08:00:00Z";

    @TempDir
    private Path folder;

    @Test
    void without_more_the_data_is_the_likely_reason() throws IOException {
        assertThat(play(ANSWERED.formatted(43_000, FIRST) + CLOSED + ABORTED_LATER.formatted("data-after-close"))
                        .verdicts())
                .containsExactly("data-after-close medium");
    }

    @Test
    void a_side_that_went_on_taking_data_was_not_brought_down_by_data() throws IOException {
        PlayedReport report = play(
                ANSWERED.formatted(43_000, FIRST) + CLOSED + TAKES_MORE + ABORTED_LATER.formatted("data-after-close"));

        assertThat(report.verdicts()).containsExactly("close-with-unread-data medium");
    }

    @Test
    void a_host_that_answers_such_data_without_ack_elsewhere_decided_on_it() throws IOException {
        PlayedReport report = play(ANSWERED.formatted(42_000, FIRST)
                + CLOSED
                + ANSWERED_BARE
                + ANSWERED.formatted(43_000, "+1s")
                + CLOSED
                + ABORTED_LATER.formatted("linger-zero-abort"));

        assertThat(report.reset(1).cause()).isIn("linger-zero-abort", "close-with-unread-data");
    }

    @Test
    void one_close_may_send_both_fin_and_rst() throws IOException {
        PlayedReport report = play(ANSWERED.formatted(43_000, FIRST) + CLOSED_AND_ABORTED);

        assertThat(report.reset(0).cause()).isIn("linger-zero-abort", "close-with-unread-data");
    }

    private PlayedReport play(String lines) throws IOException {
        return PlayedReport.of(folder, HOSTS + lines);
    }
}
