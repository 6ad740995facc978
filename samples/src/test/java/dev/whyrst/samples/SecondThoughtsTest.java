package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RSTs that have the form of one cause, in circumstances that make another as likely. */
class SecondThoughtsTest {

    private static final String HOSTS =
            """
            host A    10.79.0.10  stack=linux     hops=0
            host B    10.79.7.40  stack=linux     hops=3
            host M    10.79.0.1   stack=netfilter hops=1
            """;

    private static final String TALK =
            """
            conversation A:44100 > B:443
            2026-11-28T07:00:00Z A > B SYN
            +20ms       B > A  SYN,ACK
            +40us       A > B  ACK
            +90us       A > B  PSH,ACK data=60
            +20.1ms     B > A  PSH,ACK data=300
            +40us       A > B  ACK
            """;

    @TempDir
    private Path folder;

    @Test
    void who_was_out_of_reach_may_have_closed_unseen() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS + TALK
                        + """
                        +9s         A > B  PSH,ACK data=20 dropped
                        +300ms      A > B  PSH,ACK again dropped
                        +600ms      A > B  PSH,ACK again dropped
                        +1.2s       A > B  PSH,ACK again
                        +20ms       B > A  RST answers # expect half-open-peer-restarted
                        """);

        assertThat(report.verdicts()).containsExactly("half-open-peer-restarted medium");
    }

    @Test
    void who_answers_the_first_try_by_a_reset_has_lost_the_connection() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS + TALK
                        + """
                        +9s         A > B  PSH,ACK data=20
                        +20ms       B > A  RST answers # expect half-open-peer-restarted
                        """);

        assertThat(report.verdicts()).containsExactly("half-open-peer-restarted certain");
    }

    @Test
    void an_idle_code_behind_a_silence_as_long_as_a_timer_needs_no_second_one() throws IOException {
        PlayedReport report =
                PlayedReport.of(folder, HOSTS + TALK + "+140s B > A RST,ACK win=9300 # expect idle-timeout\n");

        assertThat(report.verdicts()).containsExactly("idle-timeout high");
    }

    @Test
    void an_abort_out_of_a_long_silence_may_be_a_timer() throws IOException {
        PlayedReport report =
                PlayedReport.of(folder, HOSTS + TALK + "+140s B > A RST,ACK # expect linger-zero-abort\n");

        assertThat(report.verdicts()).containsExactly("linger-zero-abort medium");
        assertThat(report.reset(0).reasons()).contains("idle-timeout: for, weak: The RST came out of 140 s of silence");
    }

    @Test
    void a_reset_beyond_the_window_has_no_form_of_an_abort() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder, HOSTS + TALK + "+2s B > A RST,ACK seq=900000000 # expect undetermined or injected-rst\n");

        assertThat(report.verdicts()).doesNotContain("linger-zero-abort high", "linger-zero-abort medium");
    }

    @Test
    void a_probe_by_hand_on_old_ports_is_a_story_of_its_own() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS
                        + """
                        conversation A:44100 > B:7998
                        2026-11-28T07:00:00Z A > B SYN iss=739466314
                        +12ms       B > A  RST,ACK answers # expect port-not-listening
                        +700ms      A > B  ACK seq=raw:739466314 ack=raw:1172140829
                        +12ms       B > A  RST answers # expect nonexistent-connection
                        """);

        assertThat(report.verdicts()).containsExactly("port-not-listening high", "nonexistent-connection high");
    }

    @Test
    void an_answer_built_from_the_segment_is_no_abort() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS + TALK
                        + """
                        +9s         A > B  PSH,ACK data=20 win=211
                        +20ms       B > A  RST answers win=211 ack=61 # expect half-open-peer-restarted
                        """);

        assertThat(report.reset(0).cause()).isEqualTo("half-open-peer-restarted");
    }

    @Test
    void a_lone_reset_from_elsewhere_proves_no_forgery() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS + TALK
                        + """
                        conversation A:44200 > B:8080
                        +9s         B > A  RST,ACK by=M # expect injected-rst
                        """);

        assertThat(report.verdicts()).containsExactly("injected-rst low");
        assertThat(report.reset(0).reasons()).noneMatch(reason -> reason.contains("In the literature"));
    }

    @Test
    void data_unanswered_behind_the_close_of_the_peer_may_have_been_given_up() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS + TALK
                        + """
                        +1s         B > A  FIN,ACK
                        +40us       A > B  PSH,ACK data=180 dropped
                        +2s         A > B  PSH,ACK again dropped
                        +4s         A > B  PSH,ACK again dropped
                        +8s         A > B  PSH,ACK again dropped
                        +3.9s       A > B  RST,ACK # expect user-timeout or linger-zero-abort
                        """);

        assertThat(report.verdicts()).containsExactly("user-timeout medium");
    }
}
