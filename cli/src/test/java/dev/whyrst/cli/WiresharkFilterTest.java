package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people who know Wireshark write after {@code --filter}. */
class WiresharkFilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ip.addr == 10.0.0.27; host 10.0.0.27",
                "ip.addr==10.0.0.27&&tcp.port==443; host 10.0.0.27 and tcp port 443",
                "ip.src eq 10.0.0.1 and !(tcp.dstport == 22); src host 10.0.0.1 and not (tcp dst port 22)",
                "ip.dst == 10.0.0.0/8 || ipv6.addr == 2001:db8::1; dst net 10.0.0.0/8 or host 2001:db8::1",
                "ip.addr != 10.0.0.27; not host 10.0.0.27",
                "tcp.port in {80, 443}; (tcp port 80 or tcp port 443)",
                "tcp && ip.addr == 10.0.0.27; tcp and host 10.0.0.27",
                "vlan.id == 12; vlan 12"
            })
    void is_said_in_the_language_of_capture_filters(String theirs, String ours) {
        assertThat(WiresharkFilter.complaint(theirs).orElseThrow())
                .startsWith("--filter '" + theirs + "' is in Wireshark's language")
                .endsWith("write '" + ours + "'");
    }

    @Test
    void flags_are_said_too_but_advised_against() {
        assertThat(WiresharkFilter.complaint("tcp.flags.reset == 1").orElseThrow())
                .contains("write 'tcp[tcpflags] & tcp-rst != 0'")
                .endsWith("a RST cannot be explained without its conversation");
    }

    @ParameterizedTest
    @CsvSource({
        "http.host == \"a.example\", http.host, --find",
        "tls, tls, choose by port",
        "tls.handshake.extensions_server_name == \"x\", tls.handshake.extensions_server_name, --find",
        "frame.time >= \"2026-11-20\", frame.time, --since",
        "tcp.stream eq 5, tcp.stream, Choose by host",
        "tcp.port > 1000, tcp.port, Choose by host"
    })
    void what_cannot_be_said_is_named_with_another_way(String theirs, String untold, String instead) {
        assertThat(WiresharkFilter.complaint(theirs).orElseThrow())
                .contains("it has nothing for " + untold + ". ", instead);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host 10.0.0.27",
                "tcp port http or https",
                "host tcp.example.com",
                "dst host dns.google",
                "tcp[13] == 4",
                "tcp[tcpflags] & tcp-rst != 0 && !port 22",
                "ether host 00:11:22:33:44:55 and vlan 3",
                ""
            })
    void capture_filters_are_left_alone(String filter) {
        assertThat(WiresharkFilter.complaint(filter)).isEmpty();
    }

    @Test
    void it_is_told_before_anything_is_read(@TempDir Path folder) throws IOException {
        ConsoleProbe console = new ConsoleProbe();
        ExitStatus status =
                console.run("analyze", TinyCapture.in(folder).toString(), "--filter", "tcp.port == 80\u001b[2J");

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("Wireshark's language").doesNotContain("\u001b");
    }
}
