package dev.whyrst.cli;

import dev.whyrst.cli.settings.Suggestion;
import dev.whyrst.cli.settings.UsageException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The kinds of report and the files that hold them. */
enum ReportFormat {
    HTML("report.html"),
    CSV("resets.csv"),
    JSON("report.json");

    private final String fileName;

    ReportFormat(String fileName) {
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }

    /** The name that users type. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The formats of a list such as {@code html,json}.
     *
     * @throws UsageException when it names none, or something else
     */
    static Set<ReportFormat> parseList(String list) {
        Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
        for (String word : list.split(",", -1)) {
            formats.add(parse(word.strip()));
        }
        return Collections.unmodifiableSet(formats);
    }

    private static ReportFormat parse(String word) {
        List<String> words = new ArrayList<>();
        for (ReportFormat format : values()) {
            if (format.word().equalsIgnoreCase(word)) {
                return format;
            }
            words.add(format.word());
        }
        throw new UsageException(
                "--format knows html, csv and json, joined by commas, not '" + word + "'" + Suggestion.of(word, words));
    }
}
