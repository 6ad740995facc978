package dev.whyrst.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a scenario, cut into words.
 *
 * @param line number of the line, from 1
 * @param words the words; double quotes keep blanks and {@code #} together and stay in the word
 * @param comment what stands behind the first {@code #}, stripped; empty without
 */
record Words(int line, List<String> words, String comment) {

    static Words of(int line, String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted && i + 1 < text.length()) {
                word.append(c).append(text.charAt(++i));
            } else if (c == '#' && !quoted) {
                finish(word, words);
                return new Words(line, List.copyOf(words), text.substring(i + 1).strip());
            } else if (Character.isWhitespace(c) && !quoted) {
                finish(word, words);
            } else {
                quoted ^= c == '"';
                word.append(c);
            }
        }
        if (quoted) {
            throw new ScenarioException(line, "a quote is opened and not closed");
        }
        finish(word, words);
        return new Words(line, List.copyOf(words), "");
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    String first() {
        return words.get(0);
    }

    /** The words from an index on. */
    List<String> from(int index) {
        return words.subList(Math.min(index, words.size()), words.size());
    }

    ScenarioException error(String problem) {
        return new ScenarioException(line, problem);
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
