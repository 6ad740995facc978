package dev.whyrst.cli.check;

import dev.whyrst.report.text.VisibleText;
import java.util.ArrayList;
import java.util.List;

/**
 * A broken rule as tools for code show it: a place, a sentence, an identity.
 *
 * @param file the policy's file, or the first capture where the policy ships with the tool
 * @param fingerprint the same for the same trouble in another recording
 */
record Finding(RuleResult result, String file, int line, String message, String fingerprint) {

    /** GitHub cuts messages beyond about 1,000 characters. */
    private static final int LONGEST = 900;

    /** One for each broken rule and each fingerprint among its examples. */
    static List<Finding> of(CheckResult check) {
        List<Finding> findings = new ArrayList<>();
        for (RuleResult result : check.all()) {
            if (!result.isBroken()) {
                continue;
            }
            String head = result.title() + ": " + result.summary();
            if (result.examples().isEmpty()) {
                findings.add(finding(check, result, head, result.title()));
            }
            for (Event example : result.examples()) {
                String message = head + ". " + ExampleText.of(example, check.recordings());
                findings.add(finding(check, result, message, result.title() + "/" + example.fingerprint()));
            }
        }
        return findings;
    }

    private static Finding finding(CheckResult check, RuleResult result, String message, String fingerprint) {
        Policy policy = check.policy();
        String visible = VisibleText.of(message);
        return new Finding(
                result,
                policy.shipped() ? firstCapture(check) : policy.file().replace('\\', '/'),
                policy.shipped() ? 1 : result.line(),
                visible.length() > LONGEST ? visible.substring(0, LONGEST) + "…" : visible,
                Digest.of(fingerprint));
    }

    private static String firstCapture(CheckResult check) {
        return check.recordings().isEmpty()
                ? check.policy().file()
                : check.recordings().get(0).path();
    }
}
