package dev.whyrst.cli;

import static dev.whyrst.cli.TalkCapture.ACK;
import static dev.whyrst.cli.TalkCapture.FIN;
import static dev.whyrst.cli.TalkCapture.RST;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --find} tells of conversations that hold a request id. */
class FindTest {

    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: orders\r\nX-Request-Id: AbC-17\r\n\r\n";
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    @TempDir
    private Path folder;

    private final ConsoleProbe console = new ConsoleProbe();

    @Test
    void a_conversation_that_was_reset_is_told_with_its_cause_and_others_with_their_end() throws IOException {
        int next = 1001 + REQUEST.length();
        int answered = 5001 + ANSWER.length();
        TalkCapture capture = new TalkCapture();
        capture.talk(4001, REQUEST, ANSWER).client(4001, RST | ACK, next, answered, "");
        capture.talk(4002, REQUEST, ANSWER)
                .client(4002, FIN, next, answered, "")
                .server(4002, FIN, answered, next + 1, "");
        capture.talk(4003, REQUEST, ANSWER).server(4003, FIN, answered, next, "");
        capture.talk(4004, REQUEST, ANSWER);
        capture.talk(4005, "GET / HTTP/1.1\r\n\r\n", ANSWER);
        find(capture.in(folder, "talk.pcap"), "x-request-id: abc-17");

        assertThat(console.out().replaceAll("\\s+", " "))
                .contains(
                        "What holds 'x-request-id: abc-17' * 10.0.0.89:4001 to 10.0.0.27:80, frame 4: reset in frame 6,"
                                + " linger-zero-abort (")
                .contains("10.0.0.89:4002 to 10.0.0.27:80, frame 10: not reset; after that both sides closed it")
                .contains("10.0.0.89:4003 to 10.0.0.27:80, frame 17: not reset; after that only 10.0.0.27:80 closed it")
                .contains("10.0.0.89:4004 to 10.0.0.27:80, frame 23: not reset; after that nobody closed it")
                .doesNotContain("10.0.0.89:4005 to");
    }

    @Test
    void a_reset_of_a_later_connection_on_the_same_ports_is_not_told_of_the_first() throws IOException {
        int answered = 5001 + ANSWER.length();
        TalkCapture capture = new TalkCapture();
        capture.talk(4001, REQUEST, ANSWER)
                .client(4001, FIN, 1001 + REQUEST.length(), answered, "")
                .server(4001, FIN, answered, 1002 + REQUEST.length(), "")
                .client(4001, ACK, 1002 + REQUEST.length(), answered + 1, "");
        capture.talk(4001, 900_000, "GET / HTTP/1.1\r\n\r\n", ANSWER).client(4001, RST | ACK, 900_019, answered, "");
        find(capture.in(folder, "reused.pcap"), "AbC-17");

        assertThat(console.out().replaceAll("\\s+", " "))
                .contains("1 RST", "frame 4: not reset; after that both sides closed it");
    }

    @Test
    void of_files_apart_each_tells_its_own_end() throws IOException {
        int answered = 5001 + ANSWER.length();
        Path reset = new TalkCapture()
                .talk(4001, REQUEST, ANSWER)
                .client(4001, RST | ACK, 1001 + REQUEST.length(), answered, "")
                .in(folder, "a.pcap");
        Path other = new TalkCapture().talk(4001, REQUEST, ANSWER).in(folder, "b.pcap");
        console.run(
                "analyze",
                reset.toString(),
                other.toString(),
                "--per-file",
                "-o",
                folder.resolve("out").toString(),
                "--find",
                "AbC-17");

        assertThat(console.out().replaceAll("\\s+", " "))
                .contains("frame 4: reset in frame 6", "frame 4: not reset; after that nobody closed it");
    }

    @Test
    void bytes_are_found_as_they_are() throws IOException {
        find(new TalkCapture().talk(4001, "\u0016\u0003\u0001AB", ANSWER).in(folder, "tls.pcap"), "0x1603014142");
        assertThat(console.out()).contains("10.0.0.89:4001 to 10.0.0.27:80, frame 4:");

        ConsoleProbe other = new ConsoleProbe();
        other.run(
                "analyze",
                folder.resolve("tls.pcap").toString(),
                "-o",
                folder.resolve("out").toString(),
                "--find",
                "0x1603016142");
        assertThat(other.out()).contains("No segment holds it in clear");
    }

    @Test
    void what_is_looked_for_cannot_write_on_the_terminal() throws IOException {
        find(new TalkCapture().talk(4001, REQUEST, ANSWER).in(folder, "talk.pcap"), "\u001b[2J");
        assertThat(console.out()).contains("What holds '\\u001b[2J'").doesNotContain("\u001b");
    }

    @Test
    void what_cannot_be_looked_for_is_refused() throws IOException {
        Path capture = new TalkCapture().talk(4001, REQUEST, ANSWER).in(folder, "talk.pcap");
        assertThat(find(capture, "x")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("--find takes 2 to 1024 bytes, not 1");
        assertThat(console.run("analyze", "-", "--find", "abc")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("--find reads its inputs twice");
    }

    @Test
    void a_file_that_is_no_capture_is_told_by_the_analysis() throws IOException {
        Path junk = Files.writeString(folder.resolve("junk.pcap"), "this is no capture, whatever its name says");
        assertThat(find(junk, "abc")).isEqualTo(ExitStatus.INPUT);
        assertThat(console.err()).contains("junk.pcap");
    }

    private ExitStatus find(Path capture, String text) {
        return console.run(
                "analyze", capture.toString(), "-o", folder.resolve("out").toString(), "--find", text);
    }
}
