package dev.whyrst.cli.check;

import dev.whyrst.cli.check.RuleResult.Status;
import dev.whyrst.text.Counts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges reports by a policy: the front door. */
public final class Gate {

    static final String WHOLE = "the input can be read whole";
    static final String TCP = "the input holds TCP";

    private Gate() {}

    /** The policy in a file, or the shipped one of that name. */
    public static Policy policy(String nameOrFile) {
        return PolicyFile.read(nameOrFile);
    }

    /** The names of the policies that ship with the tool. */
    public static List<String> shippedPolicies() {
        return ShippedPolicies.names();
    }

    /** The text of a policy that reports keep as they are. */
    public static String policyFrom(List<Path> reports) {
        return FirstPolicy.of(reports);
    }

    /** Whether a file looks like a report and not like a capture. */
    public static boolean isReport(Path file) {
        return ReportReader.isReport(file);
    }

    /**
     * Judges reports together.
     *
     * @param baseline a report of before: limits count only what is new or worse since
     * @param today the day by which exceptions run out
     */
    public static CheckResult check(Policy policy, List<Path> reports, Optional<Path> baseline, LocalDate today) {
        List<Change> worse = baseline.map(before -> worse(before, reports)).orElse(null);
        Set<String> counted = new HashSet<>();
        if (worse != null) {
            worse.forEach(change -> counted.add(change.fingerprint()));
        }
        Judge judge = new Judge(policy, today, event -> worse == null || counted.contains(event.fingerprint()));
        List<Recording> recordings = ReportReader.read(reports, judge::accept);
        return new CheckResult(policy, recordings, input(policy, recordings), judge.results(recordings), worse);
    }

    /** How two reports differ. */
    public static List<Change> differences(Path before, Path after) {
        return Change.between(Counted.of(List.of(before)), Counted.of(List.of(after)));
    }

    private static List<Change> worse(Path before, List<Path> reports) {
        return Change.between(Counted.of(List.of(before)), Counted.of(reports)).stream()
                .filter(Change::isWorse)
                .toList();
    }

    private static List<RuleResult> input(Policy policy, List<Recording> recordings) {
        List<Recording> damaged = recordings.stream().filter(r -> !r.whole()).toList();
        List<Recording> empty =
                recordings.stream().filter(r -> r.tcpSegments() == 0).toList();
        return List.of(
                input(WHOLE, policy.damaged(), damaged, "damaged", damage(damaged)),
                input(
                        TCP,
                        policy.withoutTcp(),
                        empty,
                        "without TCP",
                        empty.isEmpty() ? "" : empty.get(0).path() + " holds none"));
    }

    private static String damage(List<Recording> damaged) {
        if (damaged.isEmpty()) {
            return "";
        }
        Recording first = damaged.get(0);
        return first.path() + ": "
                + (first.problems().isEmpty() ? "damaged" : first.problems().get(0));
    }

    private static RuleResult input(String title, Level level, List<Recording> broken, String how, String note) {
        Measure measure = new Measure(Counts.of(broken.size(), "capture") + " " + how, "at most 0", broken.isEmpty());
        Status status = level == Level.OFF ? Status.OFF : broken.isEmpty() ? Status.KEPT : Status.BROKEN;
        return new RuleResult(title, 1, level, status, List.of(measure), List.of(), note);
    }
}
