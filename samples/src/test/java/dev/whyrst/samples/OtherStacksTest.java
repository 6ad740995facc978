package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RSTs of stacks that build them otherwise than the large systems do, and forged ones that look alike. */
class OtherStacksTest {

    private static final String HOSTS =
            """
            host A    10.53.0.10  stack=linux     hops=0
            host B    10.53.7.40  stack=lwip      hops=2
            """;

    private static final String TALK =
            """
            conversation A:41000 > B:4222
            2026-11-22T07:00:00Z A > B  SYN
            +20.1ms     B > A  SYN,ACK
            +30us       A > B  ACK
            +1ms        A > B  PSH,ACK data=300
            +20.2ms     B > A  PSH,ACK data=300
            +30us       A > B  ACK
            """;

    /** The server closes its window with its FIN, and goes on acknowledging in order what it resets. */
    private static final String CLOSED_IN_A_DOWNLOAD =
            """
            +1ms        A > B  PSH,ACK data=500 as=d1
            +1ms        A > B  PSH,ACK data=500 as=d2
            +1ms        B > A  FIN,ACK win=0 ipid=700 before=d1
            +20ms       B > A  RST seq=302 ipid=701     # expect data-after-close
            +20us       B > A  ACK ack=801 ipid=702 win=8192
            +10us       A > B  PSH,ACK data=500 as=d3
            +1ms        B > A  RST seq=302 ipid=703     # expect data-after-close
            +20us       B > A  ACK ack=1301 ipid=704
            +20ms       B > A  ACK ack=1801 ipid=705
            """;

    @TempDir
    private Path folder;

    @Test
    void an_abort_needs_no_ack_where_its_numbers_are_those_of_the_connection() throws IOException {
        PlayedReport report =
                afterTalk("+2s  B > A  RST ack=301 win=300  # expect linger-zero-abort or close-with-unread-data");

        assertThat(report.verdicts()).containsExactly("linger-zero-abort medium");
        assertThat(report.reasons())
                .contains(
                        "for, strong: The RST has the form of an abort by RFC 9293, which needs no ACK, and bears what its"
                                + " connection had taken: SND.NXT, RCV.NXT, decided by its sender");
    }

    @Test
    void without_them_it_is_none() throws IOException {
        PlayedReport report = afterTalk("+2s  B > A  RST  # expect undetermined or half-open-peer-restarted");

        assertThat(report.verdicts()).containsExactly("half-open-peer-restarted low");
    }

    @Test
    void who_takes_back_what_was_acknowledged_answers_without_the_connection() throws IOException {
        PlayedReport report = afterTalk(
                """
                +6s         A > B  ACK probe as=probe
                +20.2ms     B > A  RST,ACK seq=302 ack=300  # expect keepalive-to-restarted-peer
                """);

        assertThat(report.verdicts()).containsExactly("keepalive-to-restarted-peer certain");
    }

    @Test
    void a_refusal_without_ack_is_one_but_the_client_will_not_take_it_so() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS
                        + """
                        conversation A:41000 > B:4222
                        2026-11-22T07:00:00Z A > B  SYN
                        +20.1ms     B > A  RST seq=raw:77123 ack=1 win=300  # expect port-not-listening
                        """);

        assertThat(report.verdicts()).containsExactly("port-not-listening medium");
        assertThat(report.reasons())
                .contains("against, weak: It has no ACK, so that an initiator in SYN-SENT takes no notice of it");
    }

    @Test
    void a_host_that_counts_its_packets_through_made_its_resets_itself() throws IOException {
        assertThat(afterTalk(CLOSED_IN_A_DOWNLOAD).verdicts())
                .containsExactly("data-after-close high", "data-after-close high");
    }

    @Test
    void a_reset_off_that_count_did_not_come_from_the_host_that_goes_on() throws IOException {
        String forged = CLOSED_IN_A_DOWNLOAD
                .replace("ipid=701", "ipid=40701")
                .replace("ipid=703", "ipid=9703")
                .replace("701     # expect data-after-close", "701     # expect injected-rst")
                // The second one is off the count as well, but is taken for the host's own answer to the data before
                // it.
                .replace("9703     # expect", "9703     # expect injected-rst or");

        assertThat(afterTalk(forged).verdicts()).contains("injected-rst high");
    }

    @Test
    void forged_resets_behind_an_answer_of_the_host_are_no_part_of_it() throws IOException {
        PlayedReport report = afterTalk(
                """
                +6s         A > B  PSH,ACK data=50
                +20.2ms     B > A  RST,ACK answers           # expect half-open-peer-restarted
                +300ms      B > A  RST seq=301 ttl=63 ipid=9 # expect idle-timeout or injected-rst
                +9us        B > A  RST seq=364 ttl=63 ipid=9 # expect idle-timeout or injected-rst repeat
                +9us        B > A  RST seq=490 ttl=63 ipid=9 # expect idle-timeout or injected-rst repeat
                """);

        assertThat(report.reset(0).emitter()).isEqualTo("responder");
        for (int i = 1; i < 4; i++) {
            assertThat(report.reset(i).emitter()).isEqualTo("middlebox");
        }
    }

    private PlayedReport afterTalk(String lines) throws IOException {
        return PlayedReport.of(folder, HOSTS + TALK + lines);
    }
}
