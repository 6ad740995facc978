package dev.whyrst.text;

import java.util.Locale;

/** Makes sentences of clauses. */
public final class Sentence {

    private Sentence() {}

    /** Our own words at the beginning of a sentence: the first letter becomes a capital. */
    public static String begin(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** A sentence of our own behind other words: its first letter becomes a small one, unless it begins a name or an address. */
    public static String inMidst(String sentence) {
        int blank = sentence.indexOf(' ');
        String first = blank < 0 ? sentence : sentence.substring(0, blank);
        boolean ofLetters = first.chars().allMatch(Character::isLetter);
        boolean ofCapitals = first.length() > 1 && first.equals(first.toUpperCase(Locale.ROOT));
        return ofLetters && !ofCapitals ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
    }
}
