package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures on all samples how often the tool is right, and holds {@code docs/accuracy.md} to it; {@code
 * -Dgolden.update=true} writes the figures there anew.
 */
class AccuracyTest {

    private static final Path PAGE = Path.of("..", "docs", "accuracy.md");
    private static final String BEGIN = "<!-- measured: begin -->\n";
    private static final String END = "<!-- measured: end -->";

    /**
     * What was said about a RST, and what is true of it.
     *
     * @param recorded whether it comes from a recording instead of a scenario
     * @param cause id of the true cause, the first one where several count as right
     */
    private record Verdict(
            Path capture, long frame, boolean recorded, String cause, String said, String confidence, boolean right) {}

    private static List<Verdict> verdicts;

    @BeforeAll
    static void analyze_all_samples(@TempDir Path out) throws IOException {
        Samples.refresh();
        verdicts = new ArrayList<>();
        for (Path folder : Samples.folders()) {
            for (Path capture : Samples.captures(folder)) {
                compare(capture, out);
            }
        }
    }

    @Test
    void what_is_certain_is_never_wrong() {
        assertThat(verdicts).anyMatch(verdict -> verdict.confidence().equals("certain"));
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.confidence().equals("certain"))
                .allMatch(Verdict::right);
    }

    @Test
    void the_page_about_accuracy_shows_the_measured_figures() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        assertThat(page).contains(BEGIN, END);
        String measured = "\n" + bands() + "\n" + causes() + "\n";
        if (Samples.update()) {
            Files.writeString(PAGE, page.substring(0, from) + measured + page.substring(to));
        } else {
            assertThat(page.substring(from, to)).isEqualTo(measured);
        }
    }

    private static void compare(Path capture, Path out) throws IOException {
        Truth truth = Truth.of(capture);
        boolean recorded = !Files.exists(Samples.scenarioOf(capture));
        List<ReportedReset> reported = Tool.analyze(capture, truth.options(), out);
        assertThat(reported).as(Samples.nameOf(capture)).hasSameSizeAs(truth.resets());
        for (int i = 0; i < reported.size(); i++) {
            Truth.Reset is = truth.resets().get(i);
            ReportedReset said = reported.get(i);
            boolean right = is.frame() == said.frame() && is.causes().contains(said.cause());
            String cause = is.causes().get(0);
            verdicts.add(new Verdict(capture, is.frame(), recorded, cause, said.cause(), said.confidence(), right));
        }
    }

    private static String bands() {
        StringBuilder table = new StringBuilder("| confidence | RSTs | right | | of them recorded | right |\n");
        table.append("|---|---:|---:|---:|---:|---:|\n");
        for (Confidence band : Confidence.values()) {
            Predicate<Verdict> inBand = verdict -> verdict.confidence().equals(band.label());
            long all = count(inBand);
            long right = count(inBand.and(Verdict::right));
            row(
                    table,
                    band.label(),
                    all,
                    right,
                    percent(right, all),
                    count(inBand.and(Verdict::recorded)),
                    count(inBand.and(Verdict::recorded).and(Verdict::right)));
        }
        return table.toString();
    }

    private static String causes() {
        StringBuilder table = new StringBuilder(
                "| true cause | RSTs | found | of them recorded | found | named wrongly elsewhere |\n");
        table.append("|---|---:|---:|---:|---:|---:|\n");
        for (Cause cause : Cause.values()) {
            Predicate<Verdict> isTrue = verdict -> verdict.cause().equals(cause.id());
            Predicate<Verdict> wronglySaid = verdict -> verdict.said().equals(cause.id()) && !verdict.right();
            row(
                    table,
                    "`" + cause.id() + "`",
                    count(isTrue),
                    count(isTrue.and(Verdict::right)),
                    count(isTrue.and(Verdict::recorded)),
                    count(isTrue.and(Verdict::recorded).and(Verdict::right)),
                    count(wronglySaid));
        }
        row(
                table,
                "all",
                count(any -> true),
                count(Verdict::right),
                count(Verdict::recorded),
                count(verdict -> verdict.recorded() && verdict.right()),
                count(verdict -> !verdict.right()));
        return table.toString();
    }

    private static long count(Predicate<Verdict> which) {
        return verdicts.stream().filter(which).count();
    }

    private static String percent(long part, long all) {
        return all == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
    }

    private static void row(StringBuilder table, Object... cells) {
        for (Object cell : cells) {
            table.append("| ").append(cell).append(' ');
        }
        table.append("|\n");
    }
}
