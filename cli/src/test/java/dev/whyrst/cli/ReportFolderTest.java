package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {

    @TempDir
    private Path parent;

    @Test
    void reports_appear_together_when_they_are_complete() throws IOException {
        Path folder = parent.resolve("a/b");
        try (ReportFolder reports = ReportFolder.open(folder)) {
            write(reports, "report.json", "{}");
            write(reports, "resets.csv", "id");
            assertThat(folder.resolve("report.json")).doesNotExist();
            reports.commit();
        }

        assertThat(names(folder)).containsExactly("report.json", "resets.csv");
        assertThat(folder.resolve("report.json")).hasContent("{}");
    }

    @Test
    void a_failed_run_leaves_neither_reports_nor_the_folders_that_it_made() throws IOException {
        try (ReportFolder reports = ReportFolder.open(parent.resolve("a/b"))) {
            write(reports, "report.json", "{");
        }

        assertThat(names(parent)).isEmpty();
    }

    @Test
    void a_failed_run_leaves_the_reports_of_the_run_before() throws IOException {
        Files.writeString(parent.resolve("report.json"), "old");
        try (ReportFolder reports = ReportFolder.open(parent)) {
            write(reports, "report.json", "{");
        }

        assertThat(names(parent)).containsExactly("report.json");
        assertThat(parent.resolve("report.json")).hasContent("old");
    }

    @Test
    void a_run_replaces_the_reports_of_the_run_before() throws IOException {
        Files.writeString(parent.resolve("report.json"), "old");
        try (ReportFolder reports = ReportFolder.open(parent)) {
            write(reports, "report.json", "new");
            reports.commit();
        }

        assertThat(names(parent)).containsExactly("report.json");
        assertThat(parent.resolve("report.json")).hasContent("new");
    }

    @Test
    void a_link_to_a_folder_is_a_folder() throws IOException {
        Path link = Files.createSymbolicLink(parent.resolve("link"), Files.createDirectory(parent.resolve("real")));
        try (ReportFolder reports = ReportFolder.open(link)) {
            write(reports, "report.json", "{}");
            reports.commit();
        }

        assertThat(names(parent.resolve("real"))).containsExactly("report.json");
    }

    @Test
    void a_full_disk_is_named_with_the_report_that_it_cut() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        try (OutputStream out = new ReportStream(Files.newOutputStream(full), Path.of("out/report.json"))) {
            assertThatThrownBy(() -> out.write(7))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("cannot write out/report.json: No space left on device");
        }
    }

    private static void write(ReportFolder reports, String name, String text) throws IOException {
        try (OutputStream out = reports.create(name)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
