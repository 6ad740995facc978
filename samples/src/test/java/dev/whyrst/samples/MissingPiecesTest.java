package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not be concluded from segments that the capture lacks, or that the tool did not keep. */
class MissingPiecesTest {

    private static final String HOSTS =
            """
            host A    10.51.0.10  stack=linux     hops=0
            host B    10.51.7.40  stack=linux     hops=2
            """;

    private static final String TALK =
            """
            conversation A:%d > B:4222
            %s     A > B  SYN
            +80.1ms     B > A  SYN,ACK
            +30us       A > B  ACK
            +1ms        A > B  PSH,ACK data=300
            +80.2ms     B > A  PSH,ACK data=300
            +30us       A > B  ACK
            """;

    @TempDir
    private Path folder;

    @Test
    void a_late_acknowledgment_shows_the_close_that_was_not_captured() throws IOException {
        PlayedReport report = afterTalk(
                """
                +400ms      B > A  FIN,ACK uncaptured
                +30us       A > B  PSH,ACK data=640 ack=301
                +80.3ms     B > A  RST answers       # expect data-after-close
                +1ms        A > B  ACK
                """);

        assertThat(report.verdicts()).containsExactly("data-after-close high");
    }

    @Test
    void so_it_does_where_the_answer_of_the_closed_connection_looks_like_an_abort() throws IOException {
        PlayedReport report = afterTalk(
                """
                +400ms      B > A  FIN,ACK uncaptured
                +80ms       A > B  ACK
                +1s         A > B  PSH,ACK data=640
                +80.3ms     B > A  RST,ACK           # expect data-after-close
                """);

        assertThat(report.verdicts()).containsExactly("data-after-close medium");
        assertThat(report.reasons())
                .contains(
                        "for, strong: The initiator 10.51.0.10:41000 had acknowledged one number more than the responder"
                                + " 10.51.7.40:4222 is known to have sent: a FIN that was not captured");
    }

    @Test
    void an_answer_to_a_segment_that_is_no_longer_kept_is_said_to_be_one() throws IOException {
        StringBuilder download = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            download.append("+1ms B > A  PSH,ACK data=1000\n").append("+1ms A > B  ACK as=heard" + i + "\n");
        }

        PlayedReport report = afterTalk(download
                + "+1ms B > A  RST answers=heard5 # expect half-open-peer-restarted or nonexistent-connection\n");

        assertThat(report.verdicts()).containsExactly("half-open-peer-restarted low");
        assertThat(report.reasons())
                .contains(
                        "for, weak: The RST has the form of an answer by a stack without the connection, to a segment among "
                                + "those that are not kept; the responder 10.51.7.40:4222 had spoken and never closed");
    }

    @Test
    void a_reset_of_another_box_to_a_segment_that_the_host_had_taken_is_no_rejection() throws IOException {
        PlayedReport report = afterTalk(
                """
                +1ms        A > B  PSH,ACK data=640 as=asked
                +80ms       B > A  ACK
                +60ms       B > A  RST answers=asked ttl=250 # expect injected-rst or firewall-reject
                """);

        assertThat(report.verdicts()).containsExactly("injected-rst low");
    }

    @Test
    void data_that_crossed_the_last_words_of_a_host_may_have_crossed_its_close() throws IOException {
        PlayedReport report = afterTalk(
                """
                +400ms      B > A  PSH,ACK data=100 as=news
                +20ms       A > B  PSH,ACK data=640 ack=301
                +80.3ms     B > A  RST answers       # expect half-open-peer-restarted or data-after-close
                """);

        assertThat(report.verdicts()).containsExactly("data-after-close medium");
    }

    @Test
    void a_host_that_had_been_heard_to_the_end_and_knows_nothing_any_more_was_restarted() throws IOException {
        PlayedReport report = afterTalk(
                """
                +2s         B restarts
                +400ms      A > B  PSH,ACK data=640
                +80.3ms     B > A  RST answers       # expect half-open-peer-restarted
                """);

        assertThat(report.verdicts()).containsExactly("half-open-peer-restarted certain");
    }

    @Test
    void a_close_that_its_own_answer_overtook_is_a_close() throws IOException {
        PlayedReport report = afterTalk(
                """
                +900ms      B > A  FIN,ACK as=late lost
                +100ms      A > B  PSH,ACK data=40 ack=301
                +80.3ms     B > A  RST answers       # expect data-after-close
                +200us      B > A  FIN,ACK again=late
                """);

        assertThat(report.verdicts()).containsExactly("data-after-close high");
    }

    @Test
    void a_port_that_closes_idle_connections_may_have_closed_this_one_unseen() throws IOException {
        String closed =
                """
                +900ms      B > A  FIN,ACK
                +30us       A > B  FIN,ACK
                +80.3ms     B > A  ACK
                """;
        PlayedReport report = afterTalk(
                closed + TALK.formatted(41_001, "+1s")
                        + """
                +900ms      B > A  FIN,ACK lost
                +800ms      A > B  PSH,ACK data=40 ack=301
                +80.3ms     B > A  RST answers       # expect data-after-close or half-open-peer-restarted
                """);

        assertThat(report.verdicts()).containsExactly("half-open-peer-restarted medium");
    }

    @Test
    void numbers_that_the_other_end_has_acknowledged_are_not_sprayed() throws IOException {
        PlayedReport report = afterTalk(
                """
                +1ms        A > B  PSH,ACK data=24 uncaptured
                +80.3ms     B > A  PSH,ACK data=60
                +10ms       A > B  RST,ACK           # expect linger-zero-abort or close-with-unread-data
                +60ms       B > A  PSH,ACK data=60
                +30us       A > B  RST answers       # expect linger-zero-abort or close-with-unread-data repeat
                """);

        assertThat(report.verdicts()).noneMatch(verdict -> verdict.startsWith("injected-rst"));
        assertThat(report.reasons()).noneMatch(reason -> reason.contains("had never reached"));
    }

    @Test
    void data_that_flows_long_after_an_abort_is_no_sign_of_a_restart() throws IOException {
        StringBuilder lines = new StringBuilder()
                .append("+1ms        A > B  PSH,ACK data=1000\n")
                .append("+80.2ms     B > A  ACK\n")
                .append("+1ms        B > A  RST,ACK  # expect close-with-unread-data or linger-zero-abort\n");
        for (int i = 0; i < 100; i++) {
            // The first RST of a further chapter, of 40, is told as an event of its own; it should be a repeat as the
            // others are.
            boolean beginsChapter = i % 40 == 35;
            lines.append("+100us A > B PSH,ACK data=1000\n")
                    .append("+50us B > A RST answers # expect close-with-unread-data")
                    .append(beginsChapter ? "\n" : " repeat\n");
        }

        PlayedReport report = afterTalk(lines.toString());

        assertThat(report.verdicts()).hasSize(101).allMatch(verdict -> verdict.endsWith("medium"));
        assertThat(report.verdicts().subList(60, 101)).containsOnly("close-with-unread-data medium");
    }

    @Test
    void the_next_connection_of_the_same_ports_is_no_life_after_the_reset() throws IOException {
        PlayedReport report = afterTalk(
                """
                +400ms      B > A  RST,ACK           # expect linger-zero-abort
                conversation A:41000 > B:4222
                +2s         A > B  SYN iss=77000 uncaptured
                +80.1ms     B > A  SYN,ACK iss=990000
                +30us       A > B  ACK uncaptured
                """);

        assertThat(report.verdicts()).containsExactly("linger-zero-abort medium");
    }

    @Test
    void a_host_that_is_near_in_one_conversation_may_be_far_in_another() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS
                        + """
                conversation A:41000 > B:8022        # captured beside B
                2026-11-22T07:00:00Z  A > B  SYN
                +30us       B > A  SYN,ACK ttl=64
                +18ms       A > B  ACK
                """
                        + TALK.formatted(41_001, "+1s")
                        + """
                +3s         A > B  PSH,ACK data=200
                +400us      B > A  RST answers ttl=255   # expect idle-timeout
                """);

        assertThat(report.verdicts()).containsExactly("idle-timeout medium");
    }

    private PlayedReport afterTalk(String lines) throws IOException {
        return PlayedReport.of(folder, HOSTS + talk() + lines);
    }

    private static String talk() {
        return TALK.formatted(41_000, "2026-11-22T07:00:00Z");
    }
}
