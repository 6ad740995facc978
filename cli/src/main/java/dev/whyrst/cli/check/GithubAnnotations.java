package dev.whyrst.cli.check;

import java.util.List;

/**
 * A check as workflow commands of GitHub's actions. GitHub shows ten errors and ten warnings of a step; so many are
 * written, one a rule, and the last of them says how many more there are.
 */
final class GithubAnnotations {

    private static final int MOST_OF_A_KIND = 10;

    private GithubAnnotations() {}

    static String of(CheckResult check) {
        StringBuilder text = new StringBuilder();
        append(text, check, check.all().stream().filter(RuleResult::isError).toList(), "error");
        append(text, check, check.all().stream().filter(RuleResult::isWarning).toList(), "warning");
        return text.toString();
    }

    private static void append(StringBuilder text, CheckResult check, List<RuleResult> results, String command) {
        int shown = results.size() <= MOST_OF_A_KIND ? results.size() : MOST_OF_A_KIND - 1;
        for (RuleResult result : results.subList(0, shown)) {
            String message = result.summary() + ExampleText.lines(result.examples(), check.recordings());
            append(text, command, place(check, result), result.title(), message);
        }
        if (shown < results.size()) {
            int more = results.size() - shown;
            append(text, command, "", "whyrst", more + " more rules are broken; the report tells them all");
        }
    }

    private static void append(StringBuilder text, String command, String place, String title, String message) {
        text.append("::")
                .append(command)
                .append(' ')
                .append(place)
                .append("title=")
                .append(property(title))
                .append("::")
                .append(data(message))
                .append('\n');
    }

    private static String place(CheckResult check, RuleResult result) {
        return check.policy().shipped()
                ? ""
                : "file=" + property(check.policy().file()) + ",line=" + result.line() + ",";
    }

    /** What GitHub unescapes in the text of a command. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
