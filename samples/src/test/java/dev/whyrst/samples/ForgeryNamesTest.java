package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names that the literature has for forged RSTs, and devices that are known by what they forge. */
class ForgeryNamesTest {

    private static final String HOSTS =
            """
            host A    10.21.0.20  stack=linux     hops=0
            host B    203.0.113.80 stack=linux    hops=7
            host M    192.0.2.1   stack=netfilter hops=3
            conversation A:57700 > B:443
            2026-11-21T04:00:00Z  A > B  SYN
            """;

    private static final String OPEN = HOSTS
            + """
                    +31.1ms     B > A  SYN,ACK
                    +30us       A > B  ACK
                    """;

    private static final String HELLO = OPEN + "+90us A > B PSH,ACK data=client-hello:blocked.example\n";

    private static final String ON = "+29ms B > A ACK\n+1ms B > A PSH,ACK data=tls-data:900\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RST                           |                       | ⟨PSH+ACK → RST⟩",
                "RST,ACK                       |                       | ⟨PSH+ACK → RST+ACK⟩",
                "RST,ACK                       | RST,ACK seq=+1460     | ⟨PSH+ACK → RST+ACK; RST+ACK⟩",
                "RST                           | RST seq=+1460         | ⟨PSH+ACK → RST = RST⟩",
                "RST ack=1                     | RST ack=500 seq=+1460 | ⟨PSH+ACK → RST ≠ RST⟩",
                "RST ack=1                     | RST ack=raw:0         | ⟨PSH+ACK → RST; RST₀⟩"
            })
    void the_signature_of_what_follows_a_request_is_named(String first, String second, String name) throws IOException {
        PlayedReport report =
                PlayedReport.of(folder, HELLO + forged("700us", first) + (second == null ? "" : another(second)) + ON);

        assertThat(names(report)).contains("stage Post-PSH, signature " + name);
    }

    @Test
    void a_bare_reset_ahead_of_an_abort_is_a_repeat_of_it() throws IOException {
        String bare = forged("700us", "RST").replace("injected-rst", "injected-rst repeat");

        PlayedReport report = PlayedReport.of(folder, HELLO + bare + forged("40us", "RST,ACK") + ON);

        assertThat(names(report)).contains("stage Post-PSH, signature ⟨PSH+ACK → RST; RST+ACK⟩");
    }

    @Test
    void the_stage_is_named_where_a_connection_had_not_got_far() throws IOException {
        String syn = names(
                PlayedReport.of(folder, HOSTS + forged("6ms", "RST,ACK seq=raw:0 ack=1") + "+25ms B > A SYN,ACK\n"));
        assertThat(syn).contains("stage Post-SYN, signature ⟨SYN → RST+ACK⟩");

        String ack = names(
                PlayedReport.of(folder, OPEN + forged("1ms", "RST") + another("RST") + "+1s B > A PSH,ACK data=100\n"));
        assertThat(ack).contains("stage Post-ACK, signature ⟨SYN; ACK → RST; RST⟩");

        String data =
                names(PlayedReport.of(folder, HELLO + "+40us A > B PSH,ACK data=300\n" + forged("1ms", "RST") + ON));
        assertThat(data).contains("stage Post-Data, signature ⟨PSH+ACK; Data → RST⟩");
    }

    @Test
    void data_behind_a_reset_is_named() throws IOException {
        PlayedReport report = PlayedReport.of(folder, HELLO + forged("700us", "RST,ACK") + ON);

        assertThat(names(report)).endsWith("detectors RST_SEQ_DATA");
    }

    @Test
    void a_reset_behind_data_is_named() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder, HELLO + ON.replace("900", "1400") + forged("100us", "RST,ACK seq=1") + "+1s B > A ACK\n");

        assertThat(names(report)).contains("DATA_SEQ_RST");
    }

    @Test
    void resets_that_run_ahead_are_named() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder, HELLO + forged("700us", "RST,ACK") + another("RST,ACK seq=+1460") + "+1s B > A ACK\n");

        assertThat(names(report)).contains("RST_SEQ_CHANGE").doesNotContain("RST_ACK_CHANGE");
    }

    @Test
    void resets_that_acknowledge_this_and_that_are_named() throws IOException {
        PlayedReport report =
                PlayedReport.of(folder, HELLO + forged("700us", "RST,ACK") + another("RST,ACK ack=+700") + ON);

        assertThat(names(report)).contains("RST_ACK_CHANGE");
    }

    @Test
    void a_reset_on_the_heels_of_the_senders_own_syn_is_named() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS
                        + "+31.1ms B > A SYN,ACK\n+20us B > A RST,ACK by=M ttl=47 ipid=1 win=512 no-ts # expect injected-rst\n"
                        + "+30us A > B ACK\n+90us A > B PSH,ACK data=100\n+31ms B > A PSH,ACK data=100\n");

        assertThat(names(report)).contains("SYN_RST");
    }

    @Test
    void windows_that_count_up_at_port_443_are_a_signature_with_a_date() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS
                        + counting("6ms", 1980, "")
                        + counting("30us", 1981, " repeat")
                        + counting("30us", 1982, " repeat"));

        assertThat(report.verdicts().get(0)).isEqualTo("injected-rst high");
        assertThat(report.reset(0).reasons())
                .contains("for, strong: RSTs back to back at port 443 with the windows 1980, 1981, 1982, as made by the"
                        + " Great Firewall of China on 20 August 2025");
    }

    @Test
    void one_such_window_says_nothing() throws IOException {
        PlayedReport report =
                PlayedReport.of(folder, HOSTS + "+31ms B > A RST,ACK answers win=1980 # expect port-not-listening\n");

        assertThat(report.verdicts().get(0)).doesNotStartWith("injected-rst");
        assertThat(report.reset(0).reasons()).noneMatch(reason -> reason.contains("Great Firewall"));
    }

    private static String counting(String after, int window, String repeat) {
        return "+" + after + " B > A RST,ACK by=M seq=raw:0 ack=1 win=" + window + " no-ts # expect injected-rst"
                + repeat + "\n";
    }

    private static String another(String rst) {
        return forged("40us", rst).replace("injected-rst", "injected-rst repeat");
    }

    private static String forged(String after, String rst) {
        return "+" + after + " B > A " + rst + " by=M ttl=47 ipid=" + after.hashCode() % 1000
                + " win=512 no-ts # expect injected-rst\n";
    }

    private static String names(PlayedReport report) {
        return report.reasons().stream()
                .filter(reason -> reason.contains("In the literature: "))
                .findFirst()
                .orElse("nothing");
    }
}
