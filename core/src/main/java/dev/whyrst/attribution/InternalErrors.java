package dev.whyrst.attribution;

import dev.whyrst.text.Counts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What failed inside of whyrst and did not cost the report: verdicts, incidents and pictures that are missing, and the first error.
 * Safe for use by several threads.
 */
public final class InternalErrors {

    /** So many RSTs are remembered, each of which may be judged several times; beyond them they are no longer counted. */
    private static final int MOST = 10_000;

    private final Set<String> resets = new HashSet<>();
    private final Set<String> recognisers = new LinkedHashSet<>();
    private final Set<String> pictures = new HashSet<>();
    private RuntimeException first;

    /** The verdict on a RST could not be given. */
    public void verdict(String reset, RuntimeException why) {
        note(resets, reset, why);
    }

    /** Incidents could not be recognised or told. */
    public void incidents(String recogniser, RuntimeException why) {
        note(recognisers, recogniser, why);
    }

    /** A picture could not be drawn. */
    public void picture(String of, RuntimeException why) {
        note(pictures, of, why);
    }

    /** The first error; empty where nothing failed. */
    public synchronized Optional<RuntimeException> first() {
        return Optional.ofNullable(first);
    }

    /** One sentence for each kind of thing that is missing, without a full stop. */
    public synchronized List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (!resets.isEmpty()) {
            sentences.add(counted(resets, "verdict") + " could not be given because of an internal error");
        }
        if (!recognisers.isEmpty()) {
            sentences.add("Incidents may be missing, or told as ordinary resets, because of an internal error ("
                    + String.join(", ", recognisers) + ")");
        }
        if (!pictures.isEmpty()) {
            sentences.add(counted(pictures, "picture") + " could not be drawn because of an internal error");
        }
        return sentences;
    }

    private synchronized void note(Set<String> missing, String what, RuntimeException why) {
        first = first == null ? why : first;
        if (missing.size() < MOST) {
            missing.add(what);
        }
    }

    private static String counted(Set<String> missing, String what) {
        return (missing.size() < MOST ? "" : "At least ") + Counts.of(missing.size(), what);
    }
}
