package dev.whyrst.cli.check;

import dev.whyrst.report.text.VisibleText;

/** A check as people read it on a terminal: what is broken, with examples, and measured values beside limits. */
public final class CheckText {

    private static final int EXAMPLES = 3;

    private CheckText() {}

    /** All rules; the verdict is not among them. */
    public static String of(CheckResult check) {
        StringBuilder text = new StringBuilder();
        for (RuleResult result : check.all()) {
            text.append(mark(result))
                    .append(VisibleText.of(result.title()))
                    .append(": ")
                    .append(VisibleText.of(result.summary()))
                    .append('\n');
            if (result.isBroken()) {
                result.examples().stream().limit(EXAMPLES).forEach(example -> text.append("             ")
                        .append(ExampleText.of(example, check.recordings()))
                        .append('\n'));
            }
        }
        return text.toString();
    }

    private static String mark(RuleResult result) {
        return switch (result.status()) {
            case KEPT -> "  kept       ";
            case BROKEN -> result.isError() ? "  BROKEN     " : "  warning    ";
            case NOT_JUDGED -> "  not judged ";
            case OFF -> "  off        ";
        };
    }
}
