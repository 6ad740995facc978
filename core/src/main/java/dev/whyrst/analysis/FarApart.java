package dev.whyrst.analysis;

import dev.whyrst.capture.CaptureFile;
import dev.whyrst.net.Nanos;
import dev.whyrst.text.Durations;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells files that were taken for parts of one trace although they look like recordings of their own: what one shows of a
 * host would be held against what another shows of whoever had that address then.
 */
final class FarApart {

    /** Parts of one recording follow each other without a pause; where little is recorded, a few minutes may be without frames. */
    private static final long SHORTEST_GAP = 10 * Nanos.MINUTE;

    /** How many times longer than each of the files a pause is that no rotation of files makes. */
    private static final long TIMES_A_FILE = 10;

    private FarApart() {}

    /** One sentence about the longest pause between two of the files, where it is so long. */
    static Optional<String> note(List<CaptureFile> inputs) {
        List<CaptureFile> files = inputs.stream()
                .filter(file -> file.frames() > 0 && file.firstNanos() > 0)
                .sorted(Comparator.comparingLong(CaptureFile::firstNanos))
                .toList();
        if (files.size() < 2) {
            return Optional.empty();
        }
        CaptureFile last = files.get(0);
        CaptureFile before = last;
        CaptureFile after = last;
        long pause = 0;
        for (CaptureFile file : files) {
            long gap = file.firstNanos() - last.lastNanos();
            if (gap > pause) {
                pause = gap;
                before = last;
                after = file;
            }
            last = file.lastNanos() > last.lastNanos() ? file : last;
        }
        long longest = files.stream()
                .mapToLong(file -> file.lastNanos() - file.firstNanos())
                .max()
                .orElse(0);
        return pause >= SHORTEST_GAP && pause / TIMES_A_FILE >= longest
                ? Optional.of(sentence(files.size(), pause, before, after))
                : Optional.empty();
    }

    private static String sentence(int files, long pause, CaptureFile before, CaptureFile after) {
        return "The " + files + " files were taken for parts of one trace, but " + Durations.listed(pause)
                + " lie between the end of " + before.path() + " and the begin of " + after.path()
                + ": if they are recordings of their own, analyse them with --per-file";
    }
}
