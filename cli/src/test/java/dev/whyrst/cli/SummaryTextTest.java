package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CaptureSummary;
import dev.whyrst.analysis.CauseCount;
import dev.whyrst.analysis.HarmCount;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Harm;
import dev.whyrst.capture.CaptureEnd;
import dev.whyrst.capture.CaptureFile;
import dev.whyrst.incident.Incident;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.IncidentScope;
import dev.whyrst.incident.Severity;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTextTest {

    private static final CaptureSummary CAPTURE = new CaptureSummary(
            new CaptureFile(
                    "a.pcap",
                    "pcapng",
                    1_310_717,
                    1_700_000_000_000_000_000L,
                    1_700_000_061_000_000_000L,
                    CaptureEnd.COMPLETE,
                    List.of()),
            1_000_000,
            31_000,
            12);

    @Test
    void it_tells_what_was_read_what_happened_why_and_where_to_read_on() {
        AnalysisSummary summary = summary(List.of(CAPTURE), List.of(incident("Nobody listened on 10.0.0.27:8888.")));

        assertThat(text(summary))
                .isEqualTo(
                        """
                        a.pcap
                          pcapng: 1,310,717 frames, 31,000 conversations, 12 RSTs, 2023-11-14 22:13:20
                          to 22:14:21 UTC (1 min 1 s)

                        What happened
                          * Nobody listened on 10.0.0.27:8888.
                            To do: Start the service.

                        Why connections were reset
                           RSTs  cause                         certain    high  medium     low
                             12  port-not-listening                 10       -       2       -
                                 Nobody listens on the port

                        3 of 12 RSTs did no harm.
                        What 4 of 12 RSTs did to the applications cannot be seen in this capture.
                        1 conversation died without a RST: retransmissions stayed unanswered.
                        Vantage point: Near the responders
                        Note: 7 conversations were given up early.
                        Reports: out/report.html, report.json
                        More about a cause: whyrst explain port-not-listening
                        """);
    }

    @Test
    void many_captures_and_incidents_are_summed_up() {
        AnalysisSummary summary =
                summary(Collections.nCopies(100, CAPTURE), Collections.nCopies(20, incident("It happened.")));

        assertThat(text(summary))
                .contains("and 92 more captures; in all 131,071,700 frames, 3,100,000 conversations, 1,200 RSTs\n")
                .contains("12 more incidents in the reports\n");
    }

    @Test
    void counts_of_millions_keep_to_their_columns() {
        CauseCount scanned = new CauseCount(Cause.SYN_ACK_REJECTED, 2_001_002, 0, 0, 0, 2_001_002, 0);
        AnalysisSummary summary = new AnalysisSummary(
                Map.of(),
                List.of(CAPTURE),
                List.of(scanned),
                List.of(),
                2_001_002,
                2_001_002,
                NOBODY_HARMED,
                0,
                0,
                "",
                List.of());

        assertThat(text(summary))
                .contains("     RSTs  cause                           certain      high    medium       low")
                .contains("2,001,002  syn-ack-rejected                      -         - 2,001,002         -");
    }

    @Test
    void a_capture_without_rst_says_so() {
        AnalysisSummary summary = new AnalysisSummary(
                Map.of(), List.of(CAPTURE), List.of(), List.of(), 0, 0, NOBODY_HARMED, 0, 0, "", List.of());

        assertThat(text(summary)).contains("No connection was reset: there is no RST.");
    }

    @Test
    void nothing_from_packets_reaches_the_terminal_unescaped() {
        String hostile = "\u001b]0;pwned\u0007 \u202egnp \u0000\u009b31m\r\n";
        AnalysisSummary summary = summary(
                List.of(new CaptureSummary(
                        new CaptureFile(hostile, hostile, 1, 0, 0, CaptureEnd.COMPLETE, List.of()), 1, 1, 1)),
                List.of(incident(hostile)));

        assertThat(text(summary).replace("\n", "").codePoints())
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }

    @Test
    void a_remedy_is_told_once_for_incidents_in_a_row() {
        AnalysisSummary summary =
                summary(List.of(CAPTURE), List.of(incident("It happened."), incident("It happened again.")));

        assertThat(text(summary)).containsOnlyOnce("To do: Start the service.");
    }

    @Test
    void a_capture_that_ends_early_is_marked_and_one_that_cannot_be_read_has_no_figures() {
        CaptureFile cut = new CaptureFile("cut.pcap", "pcap", 2, 0, 1, CaptureEnd.TRUNCATED, List.of("cut"));
        CaptureFile absent = new CaptureFile("absent.pcap", "", 0, 0, 0, CaptureEnd.DAMAGED, List.of("absent"));
        AnalysisSummary summary =
                summary(List.of(new CaptureSummary(cut, 2, 1, 1), new CaptureSummary(absent, 0, 0, 0)), List.of());

        assertThat(text(summary)).contains("1 RST, 1970-01-01 00:00:00.000", "; cut off", "could not be read");
    }

    private static final HarmCount NOBODY_HARMED = new HarmCount(0, 0, 0, 0);

    private static String text(AnalysisSummary summary) {
        return new SummaryText(Style.PLAIN, 80)
                .of(summary, List.of(Path.of("out/report.html"), Path.of("out/report.json")));
    }

    private static AnalysisSummary summary(List<CaptureSummary> captures, List<Incident> incidents) {
        return new AnalysisSummary(
                Map.of(),
                captures,
                List.of(new CauseCount(Cause.PORT_NOT_LISTENING, 12, 0, 10, 0, 2, 0)),
                incidents,
                12,
                12,
                new HarmCount(3, 4, 5, 0),
                1,
                0,
                "Near the responders",
                List.of("7 conversations were given up early."));
    }

    @Test
    void times_that_cannot_be_true_and_damage_are_told_at_the_top() {
        CaptureFile file =
                new CaptureFile("b.pcap", "pcap", 5, 0, 1, CaptureEnd.TRUNCATED, List.of("it ends in frame 6"));

        assertThat(text(summary(List.of(new CaptureSummary(file, 5, 1, 12)), List.of())))
                .contains("b.pcap is cut off: what is said holds for the part that could be read.\n");
    }

    private static Incident incident(String statement) {
        return new Incident(
                "incident-1",
                IncidentKind.SERVICE_DOWN,
                Cause.PORT_NOT_LISTENING,
                statement,
                "10.0.0.27:8888",
                12,
                0,
                1,
                List.of(),
                "Start the service.",
                new Harm(Harm.Level.LIKELY, "attempts failed"),
                new IncidentScope(
                        Confidence.HIGH,
                        Severity.HIGH,
                        12,
                        2,
                        List.of("10.0.0.27:8888"),
                        0,
                        List.of(),
                        Map.of(Cause.PORT_NOT_LISTENING, 12L),
                        "",
                        "service-down/10.0.0.27:8888"));
    }
}
