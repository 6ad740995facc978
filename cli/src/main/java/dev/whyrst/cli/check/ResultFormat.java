package dev.whyrst.cli.check;

import dev.whyrst.cli.settings.SettingsReader;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How the result of a check can be written for build servers. */
public enum ResultFormat {
    /** A test case for each rule, as Jenkins, GitLab and GitHub's actions read them. */
    JUNIT("junit.xml"),
    /** SARIF 2.1.0, for code scanning. */
    SARIF("whyrst.sarif"),
    /** GitLab's code quality report. */
    GITLAB("gl-code-quality-report.json"),
    /** Test Anything Protocol, version 13. */
    TAP("whyrst.tap"),
    /** Markdown, such as for a job's summary. */
    MARKDOWN("summary.md"),
    /** Annotations of GitHub's workflows, on standard output. */
    GITHUB("");

    private final String fileName;

    ResultFormat(String fileName) {
        this.fileName = fileName;
    }

    /** The name of its file; empty where it goes to standard output. */
    public String fileName() {
        return fileName;
    }

    /** What users write for it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The ids of all. */
    public static List<String> ids() {
        return Stream.of(values()).map(ResultFormat::id).toList();
    }

    /** The format of that id, whatever its case; complains where there is none. */
    public static ResultFormat byId(String id) {
        return valueOf(SettingsReader.oneOf(id, ids()).toUpperCase(Locale.ROOT));
    }

    /** The result in this format. */
    public String write(CheckResult result) {
        return switch (this) {
            case JUNIT -> JunitXml.of(result);
            case SARIF -> Sarif.of(result);
            case GITLAB -> GitlabCodeQuality.of(result);
            case TAP -> TapText.of(result);
            case MARKDOWN -> MarkdownSummary.of(result);
            case GITHUB -> GithubAnnotations.of(result);
        };
    }
}
