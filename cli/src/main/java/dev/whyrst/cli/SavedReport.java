package dev.whyrst.cli;

import dev.whyrst.cli.check.Gate;
import dev.whyrst.cli.settings.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds saved {@code report.json} files among what users name. */
final class SavedReport {

    private SavedReport() {}

    /** The report in that file, or nothing where it looks like something else. */
    static Optional<Path> find(String operand) {
        try {
            return Optional.of(Path.of(operand)).filter(Gate::isReport);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * The report in that file.
     *
     * @param role what it is for people, with a blank after it, or nothing
     * @throws UsageException when it is none
     */
    static Path required(String role, String operand) {
        return find(operand)
                .orElseThrow(() -> new UsageException(role + operand
                        + " is no report.json; analyse it first: whyrst analyze --format json " + operand));
    }
}
