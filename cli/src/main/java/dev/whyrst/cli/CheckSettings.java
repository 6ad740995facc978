package dev.whyrst.cli;

import dev.whyrst.cli.check.Gate;
import dev.whyrst.cli.check.Policy;
import dev.whyrst.cli.check.ResultFormat;
import dev.whyrst.cli.settings.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code check} is asked to do.
 *
 * @param reports inputs that are reports already
 * @param analysis how to analyse the captures; null where there are none
 * @param policy null where only a policy is to be written from what was recorded
 */
record CheckSettings(
        List<Path> reports,
        AnalyzeSettings analysis,
        Policy policy,
        Optional<Path> baseline,
        Set<ResultFormat> results,
        Path folder,
        boolean quiet) {

    private static final String STRICT = "strict";

    /**
     * The settings that the arguments ask for.
     *
     * @throws UsageException when a value, or the policy, cannot be understood
     */
    static CheckSettings of(Arguments arguments) {
        List<String> captures = new ArrayList<>();
        List<Path> reports = new ArrayList<>();
        for (String operand : arguments.operands()) {
            SavedReport.find(operand).ifPresentOrElse(reports::add, () -> captures.add(operand));
        }
        Path folder = AnalyzeSettings.folder(arguments);
        Set<ResultFormat> results = results(arguments);
        Overwriting.refuse(arguments, folder, Overwriting.results(results));
        if (!captures.isEmpty()) {
            Overwriting.refuse(arguments, folder, Overwriting.reports());
        }
        return new CheckSettings(
                reports,
                captures.isEmpty() ? null : AnalyzeSettings.of(arguments.with(captures)),
                policy(arguments),
                arguments.value(Option.BASELINE).map(CheckSettings::baseline),
                results,
                folder,
                arguments.has(Option.QUIET));
    }

    /** Without a policy a baseline asks that nothing is new or worse. */
    private static Policy policy(Arguments arguments) {
        if (arguments.has(Option.INIT)) {
            return null;
        }
        Optional<String> name = arguments.value(Option.POLICY);
        if (name.isEmpty() && !arguments.has(Option.BASELINE)) {
            throw new UsageException("check needs a --policy: a file, or one of those that ship ("
                    + String.join(", ", Gate.shippedPolicies()) + "); --init writes one from what was recorded");
        }
        return Gate.policy(name.orElse(STRICT));
    }

    private static Path baseline(String operand) {
        if (!Files.exists(Path.of(operand))) {
            throw new UsageException("there is no baseline " + operand);
        }
        return SavedReport.required("the baseline ", operand);
    }

    private static Set<ResultFormat> results(Arguments arguments) {
        Set<ResultFormat> formats = EnumSet.noneOf(ResultFormat.class);
        arguments.value(Option.RESULTS).ifPresent(list -> {
            for (String word : list.split(",", -1)) {
                formats.add(result(word.strip()));
            }
        });
        return formats;
    }

    private static ResultFormat result(String word) {
        try {
            return ResultFormat.byId(word);
        } catch (UsageException e) {
            throw new UsageException("--results: " + e.getMessage());
        }
    }
}
