package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whyrst.cli.settings.UsageException;
import dev.whyrst.filter.TimeWindow.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --since} and {@code --until} mean, and what they do to a run over frames of 22:13:20.000100 and .000250. */
class MomentsTest {

    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;

    private final ConsoleProbe console = new ConsoleProbe();
    private Path capture;

    @BeforeEach
    void a_capture() throws IOException {
        capture = TinyCapture.in(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-11-14T22:13:20Z",
                "2023-11-14T22:13:20",
                "2023-11-14 22:13:20",
                "2023-11-14 22:13:20 UTC",
                "2023-11-15T00:13:20+02:00",
                "2023-11-14T22:13:20.000000000Z",
                "2023-11-14T17:13:20-05:00"
            })
    void a_time_is_in_utc_unless_it_says_otherwise(String text) {
        assertThat(Moments.parse(text)).isEqualTo(new Moment(1_700_000_000 * SECOND, false));
    }

    @Test
    void a_day_begins_at_midnight_and_a_plus_counts_from_the_first_frame() {
        assertThat(Moments.parse("2023-11-14")).isEqualTo(new Moment(1_699_920_000 * SECOND, false));
        assertThat(Moments.parse("+10m")).isEqualTo(new Moment(600 * SECOND, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "noon", "22:13:20", "+10", "+", "2023-13-01", "9999-01-01", "2023-11-14T25:00:00Z", "-5m"})
    void what_is_no_moment_is_refused(String text) {
        assertThatThrownBy(() -> Moments.parse(text)).isInstanceOf(UsageException.class);
    }

    @Test
    void frames_outside_are_left_out_and_counted() {
        ExitStatus status = analyze("--since", "+100us");

        assertThat(status).as(console.err()).isEqualTo(ExitStatus.DONE);
        assertThat(console.out().replaceAll("\\s+", " "))
                .contains("1 of 2 frames lie outside of --since and --until and were not looked at");
    }

    @Test
    void a_frame_at_the_very_moment_is_inside() {
        assertThat(analyze("--since", "2023-11-14T22:13:20.00025Z", "--until", "2023-11-14T22:13:20.00025Z"))
                .as(console.err())
                .isEqualTo(ExitStatus.DONE);
        assertThat(console.out()).contains("1 RST");
    }

    @Test
    void a_time_without_frames_says_when_there_are_some() {
        assertThat(analyze("--since", "2023-11-15")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .contains(
                        "no frame lies between --since and --until: the trace reaches from 2023-11-14T22:13:20.000100Z to"
                                + " 2023-11-14T22:13:20.000250Z; no report was written");
    }

    @Test
    void an_end_before_the_begin_and_two_clocks_are_refused() throws IOException {
        assertThat(analyze("--since", "+2s", "--until", "+1s")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("--until lies before --since");
        Path peer = Files.copy(capture, folder.resolve("peer.pcap"));
        assertThat(analyze("--since", "+1s", "--peer-capture", peer.toString())).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("--since and --until exclude --peer-capture: two captures have two clocks");
        assertThat(analyze("--since", "yesterday")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("--since: 'yesterday' is no moment: write a UTC time such as");
    }

    private ExitStatus analyze(String... options) {
        String[] words = new String[options.length + 4];
        System.arraycopy(options, 0, words, 4, options.length);
        words[0] = "analyze";
        words[1] = capture.toString();
        words[2] = "--out";
        words[3] = folder.resolve("out").toString();
        return console.run(words);
    }
}
