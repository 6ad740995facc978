package dev.whyrst.cli.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reports summed up: how often each fingerprint occurs.
 *
 * @param counts connections by fingerprint
 * @param conversations of all captures
 */
record Counted(Map<String, Long> counts, long conversations) {

    /** Sums up reports as if they were one. */
    static Counted of(List<Path> reports) {
        Map<String, Long> counts = new TreeMap<>();
        List<Recording> recordings =
                ReportReader.read(reports, event -> counts.merge(event.fingerprint(), event.count(), Long::sum));
        return new Counted(
                counts, recordings.stream().mapToLong(Recording::conversations).sum());
    }

    long of(String fingerprint) {
        return counts.getOrDefault(fingerprint, 0L);
    }
}
