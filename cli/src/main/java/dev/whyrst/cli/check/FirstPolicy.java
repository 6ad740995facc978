package dev.whyrst.cli.check;

import dev.whyrst.attribution.Cause;
import dev.whyrst.cli.check.Event.Sort;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes a policy that what was recorded keeps: what occurs may occur half as often again, what does not is forbidden. */
final class FirstPolicy {

    private static final double ROOM = 1.5;

    private FirstPolicy() {}

    static String of(List<Path> reports) {
        Map<String, Long> counts = new TreeMap<>();
        List<Recording> recordings = ReportReader.read(reports, event -> {
            if (event.sort() == Sort.RESET) {
                counts.merge(event.name(), event.count(), Long::sum);
            }
        });
        long conversations =
                recordings.stream().mapToLong(Recording::conversations).sum();
        StringBuilder text = new StringBuilder("# Written from ")
                .append(recordings.size() == 1 ? "one capture" : recordings.size() + " captures")
                .append(" of ")
                .append(conversations)
                .append(" conversations; `whyrst check --help` tells how to go on.\ntitle: as recorded\nrules:\n");
        counts.forEach((cause, count) -> limit(text, cause, count, conversations));
        forbid(text, counts.keySet());
        return text.toString();
    }

    private static void limit(StringBuilder text, String cause, long count, long conversations) {
        double share = Math.min(1, count * ROOM / Math.max(1, conversations));
        text.append("  - name: ").append(cause).append(" as often as now\n");
        text.append("    limit: {cause: ")
                .append(cause)
                .append("}  # ")
                .append(count)
                .append(" now\n");
        text.append(String.format(Locale.ROOT, "    share: %.3f%%\n", Math.max(0.001, share * 100)));
        text.append("    sample: 20\n");
    }

    private static void forbid(StringBuilder text, Set<String> seen) {
        Set<String> unseen = new TreeSet<>();
        for (Cause cause : Cause.values()) {
            if (!seen.contains(cause.id())) {
                unseen.add(cause.id());
            }
        }
        text.append("  - name: nothing that did not occur\n    forbid:\n      cause:\n");
        unseen.forEach(cause -> text.append("        - ").append(cause).append('\n'));
    }
}
