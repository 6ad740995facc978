package dev.whyrst.cli.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * How often something occurred in two recordings.
 *
 * @param fingerprint what, by whom, and where
 * @param perThousandBefore of 1,000 conversations of the earlier recording
 */
public record Change(
        String fingerprint, Kind kind, long before, long after, double perThousandBefore, double perThousandAfter) {

    /** A share that is not at least half as large again is taken for the same. */
    private static final double MUCH = 1.5;

    /** Standard deviations of a count (of Poisson's law) that chance alone hardly reaches. */
    private static final double BEYOND_CHANCE = 3;

    /** What became of it. */
    enum Kind {
        APPEARED,
        GREW,
        ALIKE,
        SHRANK,
        WENT;

        /** What stands for it in reports. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the later recording is worse by it. */
    boolean isWorse() {
        return kind == Kind.APPEARED || kind == Kind.GREW;
    }

    /** All fingerprints of two recordings, the worst changes first. */
    static List<Change> between(Counted before, Counted after) {
        TreeSet<String> all = new TreeSet<>(before.counts().keySet());
        all.addAll(after.counts().keySet());
        List<Change> changes = new ArrayList<>();
        for (String fingerprint : all) {
            changes.add(of(fingerprint, before, after));
        }
        changes.sort(Comparator.comparing(Change::kind));
        return changes;
    }

    private static Change of(String fingerprint, Counted before, Counted after) {
        long was = before.of(fingerprint);
        long is = after.of(fingerprint);
        double scale = (double) Math.max(1, after.conversations()) / Math.max(1, before.conversations());
        return new Change(
                fingerprint,
                kind(was, is, scale),
                was,
                is,
                perThousand(was, before.conversations()),
                perThousand(is, after.conversations()));
    }

    private static Kind kind(long was, long is, double scale) {
        if (was == 0 || is == 0) {
            return was == 0 ? Kind.APPEARED : Kind.WENT;
        }
        double expected = was * scale;
        if (isMore((double) is, expected)) {
            return Kind.GREW;
        }
        return isMore(expected, (double) is) ? Kind.SHRANK : Kind.ALIKE;
    }

    private static boolean isMore(double count, double than) {
        return count > than * MUCH && count - than > BEYOND_CHANCE * Math.sqrt(than);
    }

    private static double perThousand(long count, long conversations) {
        return count * 1000.0 / Math.max(1, conversations);
    }
}
