package dev.whyrst.cli.settings;

import java.util.Collection;

/** Finds what a mistyped word was probably meant to be. */
public final class Suggestion {

    private Suggestion() {}

    /** {@code ", did you mean WORD?"} for the nearest candidate, or nothing where none is near. */
    public static String of(String typed, Collection<String> candidates) {
        String nearest = "";
        int least = Math.max(2, typed.length() / 3) + 1;
        for (String candidate : candidates) {
            int distance = candidate.startsWith(typed) && typed.length() > 2 ? 1 : editDistance(typed, candidate);
            if (distance < least && !candidate.isEmpty()) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest.isEmpty() ? "" : ", did you mean " + nearest + "?";
    }

    /** Insertions, deletions and replacements that turn one word into the other (Levenshtein). */
    static int editDistance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            int[] spare = previous;
            previous = current;
            current = spare;
        }
        return previous[b.length()];
    }
}
