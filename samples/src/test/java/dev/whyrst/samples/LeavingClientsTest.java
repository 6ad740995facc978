package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that left before the answer was complete, as the server's side sees them. */
class LeavingClientsTest {

    /** The capture is of B's side. */
    private static final String HOSTS =
            """
            host A    10.77.0.10  stack=linux     hops=3
            host B    10.77.7.40  stack=linux     hops=0
            """;

    private static final String OPENED =
            """
            conversation A:%1$d > B:8080
            %2$s        A > B  SYN
            +30us       B > A  SYN,ACK
            +60ms       A > B  ACK
            """;

    private static final String DOWNLOAD =
            """
            +90us       A > B  PSH,ACK data=80
            +1ms        B > A  PSH,ACK data=1400
            +1ms        B > A  PSH,ACK data=1400 as=rest%1$d
            """;

    private static final String HEARD = """
            +60ms       A > B  ACK
            """;

    private static final String GIVES_UP_UNHEARD =
            """
            +40ms       A > B  FIN,ACK before=rest%1$d
            +1ms        B > A  FIN,ACK
            +20ms       A > B  RST answers=rest%1$d # expect data-after-close
            """;

    private static final String CLOSES_AND_IS_TOLD_AGAIN =
            """
            +1ms        A > B  FIN,ACK
            +10us       B > A  PSH,ACK again=rest%1$d
            +1ms        B > A  FIN,ACK as=end%1$d
            +60ms       A > B  RST answers=end%1$d # expect data-after-close or benign-after-teardown
            """;

    /** B repeats itself until A, which had closed perhaps, knows nothing of it. */
    private static final String UNHEARD_FOR_LONG =
            """
            +90us       A > B  PSH,ACK data=80
            +5s         B > A  PSH,ACK data=300 dropped
            +200ms      B > A  PSH,ACK again dropped
            +400ms      B > A  PSH,ACK again dropped
            +800ms      B > A  PSH,ACK again
            +60ms       A > B  RST answers # expect half-open-peer-restarted
            """;

    private static final String MORE =
            """
            conversation A:%1$d > B:8080
            %2$s        B > A  PSH,ACK data=1400 as=more%1$d
            """;

    private static final String DIES =
            """
            conversation A:%1$d > B:8080
            %2$s        A > B  RST,ACK before=more%1$d # expect close-with-unread-data or linger-zero-abort
            """;

    private static final String GAVE_UP_CONNECTING =
            """
            conversation A:%1$d > B:8080
            %2$s        A > B  SYN
            +30us       B > A  SYN,ACK
            +201ms      A > B  RST answers # expect syn-ack-rejected or handshake-timeout
            """;

    private static final String FIRST = "2026-11-22T08:00:00Z";

    @TempDir
    private Path folder;

    @Test
    void a_close_that_leaves_words_unheard_is_impatience() throws IOException {
        PlayedReport report = report(each(OPENED + DOWNLOAD + GIVES_UP_UNHEARD, 4, FIRST, "+900ms"));

        assertThat(report.kinds()).containsExactly("client-timeouts");
        assertThat(report.statements().get(0))
                .startsWith("Client 10.77.0.10 left 10.77.7.40:8080 before the answers were complete, ");
    }

    @Test
    void downloads_that_are_cut_off_at_one_moment_were_those_of_a_dead_process() throws IOException {
        PlayedReport report = report(each(OPENED + DOWNLOAD + HEARD, 8, FIRST, "+300ms")
                + each(MORE, 8, "+1.5s", "+1ms")
                + each(DIES, 8, "+20ms", "+20us"));

        assertThat(report.kinds()).containsExactly("process-killed");
        assertThat(report.statements().get(0)).startsWith("The process behind 10.77.0.10 probably ended abruptly ");
    }

    @Test
    void answers_to_a_syn_of_a_stack_that_meet_no_socket_came_too_late() throws IOException {
        PlayedReport report = report(OPENED.formatted(42_000, FIRST)
                + DOWNLOAD.formatted(42_000)
                + each(GAVE_UP_CONNECTING, 5, "+1s", "+1s"));

        assertThat(report.kinds()).containsExactly("client-timeouts");
    }

    @Test
    void what_comes_again_behind_the_close_was_no_answer_that_nobody_waited_for() throws IOException {
        PlayedReport report = report(each(OPENED + DOWNLOAD + HEARD + CLOSES_AND_IS_TOLD_AGAIN, 4, FIRST, "+900ms"));

        assertThat(report.kinds()).doesNotContain("client-timeouts");
    }

    @Test
    void one_guess_is_told_as_such() throws IOException {
        PlayedReport report = report(OPENED.formatted(43_000, FIRST) + UNHEARD_FOR_LONG);

        assertThat(report.statements()).singleElement().asString().startsWith("It looks as if 10.77.0.10 restarted");
    }

    private PlayedReport report(String lines) throws IOException {
        return PlayedReport.of(folder, HOSTS + lines);
    }

    private static String each(String lines, int count, String first, String next) {
        return Repeated.lines(lines, 43_000, count, first, next);
    }
}
