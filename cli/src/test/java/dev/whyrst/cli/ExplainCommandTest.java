package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Cause;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.timeline.FailureKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainCommandTest {

    private final ConsoleProbe console = new ConsoleProbe();

    @Test
    void names_may_be_written_in_any_case() {
        assertThat(console.run("explain", "LINGER-Zero-Abort")).isEqualTo(ExitStatus.DONE);
        assertThat(console.out()).contains("(linger-zero-abort)");
    }

    @Test
    void without_a_name_it_lists_all_causes_and_all_kinds_of_incident_and_failure() {
        assertThat(console.run("explain")).isEqualTo(ExitStatus.DONE);
        assertThat(console.out().lines().filter(line -> line.matches("[a-z0-9-]+ {2,}.*")))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactlyElementsOf(Stream.of(
                                Stream.of(Cause.values()).map(Cause::id),
                                Stream.of(IncidentKind.values()).map(IncidentKind::id),
                                Stream.of(FailureKind.values()).map(FailureKind::id))
                        .flatMap(ids -> ids)
                        .toList());
        assertThat(console.out()).contains("Causes of a RST\n", "\nKinds of incident\n", "\nFailures without a RST\n");
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void every_cause_has_a_page_that_says_what_to_do(Cause cause) {
        assertThat(console.run("explain", cause.id())).isEqualTo(ExitStatus.DONE);
        assertThat(console.out()).contains(cause.title(), "What it means", "What to do");
        assertThat(console.err()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(IncidentKind.class)
    void every_kind_of_incident_has_a_page_that_says_what_to_do(IncidentKind kind) {
        assertThat(console.run("explain", kind.id())).isEqualTo(ExitStatus.DONE);
        assertThat(console.out())
                .contains(
                        kind.title() + " (" + kind.id() + ")\n",
                        "What it means",
                        "What to do",
                        "How to capture it better");
        assertThat(console.err()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void every_kind_of_failure_has_a_page_that_says_what_looks_like_it(FailureKind kind) {
        assertThat(console.run("explain", kind.id())).isEqualTo(ExitStatus.DONE);
        assertThat(console.out()).contains(kind.title() + " (" + kind.id() + ")\n", "What looks like it", "What to do");
        assertThat(console.err()).isEmpty();
    }

    @Test
    void one_rst_of_a_capture_is_told_with_its_segments_and_its_evidence(@TempDir Path folder) throws IOException {
        String capture = TinyCapture.in(folder).toString();

        assertThat(console.run("explain", capture + ":2")).isEqualTo(ExitStatus.DONE);
        assertThat(console.err()).isEmpty();
        assertThat(console.out())
                .startsWith("10.0.0.27:8888 refused the connection of 10.0.0.89:49660: nobody listens on the")
                .contains("\nport-not-listening, ", "  ---->  SYN", "  <----  RST,ACK", "<== this RST", "<== trigger")
                .contains("What shows it\n  * ", "The client saw ECONNREFUSED")
                .endsWith("More about the cause: whyrst explain port-not-listening\n");
    }

    @Test
    void a_frame_without_a_rst_leads_to_the_one_of_its_conversation(@TempDir Path folder) throws IOException {
        String capture = TinyCapture.in(folder).toString();

        assertThat(console.run("explain", capture + ":1")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("frame 1 holds no RST; that of its conversation is in frame 2");
        assertThat(console.run("explain", capture + ":77")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("frame 77 holds no RST; RSTs are in frames 2\n");
        assertThat(console.run("explain", capture)).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("which frame of " + capture + "?");
        assertThat(console.run("explain", folder.resolve("nowhere.pcap") + ":1"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("there is no file '" + folder.resolve("nowhere.pcap") + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "data-after-closing, data-after-close",
        "keep-alive-races,   keep-alive-race",
        "server-restarts,    server-restart",
        "queue,              queue-overflow"
    })
    void an_unknown_name_is_answered_with_the_nearest_cause_or_kind(String typed, String nearest) {
        assertThat(console.run("explain", typed)).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("whyrst: there is no cause, kind of incident or failure '" + typed + "', did you mean "
                        + nearest + "? (whyrst explain lists them all)\n");
    }
}
