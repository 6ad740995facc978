package dev.whyrst.cli.check;

import dev.whyrst.report.text.VisibleText;
import java.util.List;

/** A check in the Test Anything Protocol, version 13. */
final class TapText {

    private TapText() {}

    static String of(CheckResult check) {
        List<RuleResult> results = check.all();
        StringBuilder text =
                new StringBuilder("TAP version 13\n1..").append(results.size()).append('\n');
        for (int i = 0; i < results.size(); i++) {
            RuleResult result = results.get(i);
            text.append(result.isError() ? "not ok " : "ok ")
                    .append(i + 1)
                    .append(" - ")
                    .append(VisibleText.of(result.title()).replace("#", "\\#"))
                    .append(result.isSkipped() ? " # SKIP " + VisibleText.of(result.summary()) : "")
                    .append('\n');
            if (result.isBroken()) {
                text.append("  # ").append(VisibleText.of(result.summary())).append('\n');
                for (Event example : result.examples()) {
                    text.append("  # ")
                            .append(ExampleText.of(example, check.recordings()))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }
}
