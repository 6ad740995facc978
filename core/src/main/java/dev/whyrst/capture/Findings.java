package dev.whyrst.capture;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file, as the reading goes: a bounded list of sentences, and how the file ended. */
final class Findings {

    private static final int MAX_SENTENCES = 20;

    private final List<String> sentences = new ArrayList<>();
    private int unsaid;
    private CaptureEnd end = CaptureEnd.COMPLETE;
    private String inflated = "";

    /** Places are counted in what the file inflates to. */
    void countInflatedBytes() {
        inflated = " of the inflated data";
    }

    /** A place in the file for a sentence. */
    String place(long offset) {
        return "byte " + offset + inflated;
    }

    /** The file is damaged; reading may go on after the damage. */
    void damaged(String sentence) {
        end = CaptureEnd.DAMAGED;
        say(sentence);
    }

    /** The file ends inside a record. A file that was found damaged before stays so. */
    void truncated(String sentence) {
        if (end == CaptureEnd.COMPLETE) {
            end = CaptureEnd.TRUNCATED;
        }
        say(sentence);
    }

    CaptureEnd end() {
        return end;
    }

    List<String> sentences() {
        List<String> all = new ArrayList<>(sentences);
        if (unsaid > 0) {
            all.add(unsaid + " more problems of this file are not listed");
        }
        return List.copyOf(all);
    }

    /** The end of a sentence about damage that begins at byte {@code from}. */
    static String lost(long from, long to, boolean goesOn) {
        String lost = to - from + " bytes were lost, ";
        return lost + (goesOn ? "reading went on at byte " + to : "and nothing readable follows");
    }

    private void say(String sentence) {
        if (sentences.size() < MAX_SENTENCES) {
            sentences.add(sentence);
        } else {
            unsaid++;
        }
    }
}
