package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The labels of the pictures in the pages of all samples end inside of their pictures. */
class LadderLabelsTest {

    /** Units that a character takes at least in the monospaced fonts of the page. */
    private static final double CHARACTER = 0.6 * 11;

    private static final Pattern PICTURE = Pattern.compile(
            "<svg [^>]*class=\"(?:ladder|pulse)\" viewBox=\"0 0 (\\d+) (\\d+)\".*?</svg>", Pattern.DOTALL);
    private static final Pattern LABEL =
            Pattern.compile("<text [^>]*x=\"(-?\\d+)\" y=\"(-?\\d+)\"(?: text-anchor=\"(\\w+)\")?[^>]*>([^<]*)</text>");

    @TempDir
    Path folder;

    @Test
    void no_label_of_any_sample_is_cut_off() throws IOException {
        List<String> cut = new ArrayList<>();
        int labels = 0;
        for (Path sample : Samples.folders()) {
            for (Path capture : Samples.captures(sample)) {
                for (MatchResult picture :
                        PICTURE.matcher(page(capture)).results().toList()) {
                    for (MatchResult label :
                            LABEL.matcher(picture.group()).results().toList()) {
                        labels++;
                        if (isCut(label, Integer.parseInt(picture.group(1)), Integer.parseInt(picture.group(2)))) {
                            cut.add(label.group(4) + " in " + capture);
                        }
                    }
                }
            }
        }
        assertThat(labels).isGreaterThan(10_000);
        assertThat(cut).isEmpty();
    }

    private static boolean isCut(MatchResult label, int width, int height) {
        double extent = label.group(4).replaceAll("&\\w+;", "x").length() * CHARACTER;
        String anchor = label.group(3) == null ? "start" : label.group(3);
        double before = anchor.equals("end") ? extent : anchor.equals("middle") ? extent / 2 : 0;
        double left = Integer.parseInt(label.group(1)) - before;
        int y = Integer.parseInt(label.group(2));
        return left < 0 || left + extent > width || y < 9 || y > height;
    }

    private String page(Path capture) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = Main.run(
                stream,
                stream,
                "analyze",
                capture.toString(),
                "--format",
                "html",
                "--quiet",
                "--out",
                folder.toString());
        assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return Files.readString(folder.resolve("report.html"));
    }
}
