package dev.whyrst.cli;

import dev.whyrst.cli.check.ResultFormat;
import dev.whyrst.cli.settings.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses to put a report in the place of a file that the same run reads: a capture would be lost, and a baseline that is
 * replaced by what is held against it lets everything pass, if not at once, then the next time.
 */
final class Overwriting {

    private static final List<Option> READ =
            List.of(Option.PEER_CAPTURE, Option.CONFIG, Option.POLICY, Option.BASELINE);

    private Overwriting() {}

    /** The names of all reports of an analysis. */
    static List<String> reports() {
        return Stream.of(ReportFormat.values()).map(ReportFormat::fileName).toList();
    }

    /** The names of those results that are files. */
    static List<String> results(Collection<ResultFormat> formats) {
        return formats.stream()
                .map(ResultFormat::fileName)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * Looks for a file that is read and written.
     *
     * @param written names of files in the folder
     * @throws UsageException when there is one
     */
    static void refuse(Arguments arguments, Path folder, List<String> written) {
        List<String> read = new ArrayList<>(arguments.operands());
        for (Option option : READ) {
            arguments.value(option).ifPresent(read::add);
        }
        for (String file : read) {
            for (String name : written) {
                if (isSame(file, folder.resolve(name).toString())) {
                    throw new UsageException(
                            "the report would overwrite its input " + file + "; give another folder with --out");
                }
            }
        }
    }

    /** Whether two names lead to one file, by whatever way. */
    static boolean isSame(String one, String other) {
        try {
            return one.equals(other) || Files.isSameFile(Path.of(one), Path.of(other));
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }
}
