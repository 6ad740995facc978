package dev.whyrst.cli.check;

import dev.whyrst.report.text.VisibleText;
import dev.whyrst.text.Counts;
import java.util.List;
import java.util.Locale;

/** A check as Markdown: the verdict, a table of rules, what broke them, and with a baseline what is new. */
final class MarkdownSummary {

    private static final int CHANGES = 50;

    private MarkdownSummary() {}

    static String of(CheckResult check) {
        StringBuilder text =
                new StringBuilder("## ").append(cell(check.verdict())).append("\n\n");
        text.append("| | rule | measured |\n|---|---|---|\n");
        for (RuleResult result : check.all()) {
            text.append("| ").append(sign(result));
            text.append(" | ").append(cell(result.title()));
            text.append(" | ").append(cell(result.summary())).append(" |\n");
        }
        for (RuleResult result : check.all()) {
            examples(text, check, result);
        }
        if (check.worse() != null && !check.worse().isEmpty()) {
            text.append("\n### New or worse than the baseline\n\n").append(changes(check.worse(), CHANGES));
        }
        return text.toString();
    }

    /** A table of changes. */
    static String changes(List<Change> changes, int most) {
        StringBuilder text = new StringBuilder(
                """
                | what | | before | after | of 1,000 before | after |
                |---|---|---:|---:|---:|---:|
                """);
        for (Change change : changes.subList(0, Math.min(most, changes.size()))) {
            text.append("| ").append(cell(change.fingerprint()));
            text.append(" | ").append(change.kind().id());
            text.append(" | ").append(Counts.grouped(change.before()));
            text.append(" | ").append(Counts.grouped(change.after()));
            text.append(String.format(
                    Locale.ROOT, " | %.2f | %.2f |%n", change.perThousandBefore(), change.perThousandAfter()));
        }
        return changes.size() > most
                ? text.append("\nand ")
                        .append(changes.size() - most)
                        .append(" more\n")
                        .toString()
                : text.toString();
    }

    private static void examples(StringBuilder text, CheckResult check, RuleResult result) {
        if (!result.isBroken() || result.examples().isEmpty()) {
            return;
        }
        text.append("\n**").append(cell(result.title())).append("**\n\n");
        for (Event example : result.examples()) {
            text.append("- ")
                    .append(cell(ExampleText.of(example, check.recordings())))
                    .append('\n');
        }
    }

    private static String sign(RuleResult result) {
        return switch (result.status()) {
            case KEPT -> "kept";
            case BROKEN -> result.isError() ? "**broken**" : "warning";
            case NOT_JUDGED -> "not judged";
            case OFF -> "off";
        };
    }

    /** What a packet wrote must not become markup. */
    private static String cell(String text) {
        return VisibleText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]|#!])", "\\\\$1");
    }
}
