package dev.whyrst.text;

/** Makes sentences of clauses. */
public final class Sentence {

    private Sentence() {}

    /** Our own words at the beginning of a sentence: the first letter becomes a capital. */
    public static String begin(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
