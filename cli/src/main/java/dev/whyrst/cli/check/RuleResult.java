package dev.whyrst.cli.check;

import java.util.List;

/**
 * What came of one rule.
 *
 * @param title what it is called
 * @param line where it stands in the policy file, 1 for what is no rule of it
 * @param measures measured values beside their limits
 * @param examples the first events of those that were counted
 * @param note more for people, such as why it was not judged; may be empty
 */
record RuleResult(
        String title, int line, Level level, Status status, List<Measure> measures, List<Event> examples, String note) {

    /** How a rule came out. */
    enum Status {
        KEPT,
        BROKEN,
        /** Too few conversations to say. */
        NOT_JUDGED,
        /** Switched off. */
        OFF
    }

    boolean isBroken() {
        return status == Status.BROKEN;
    }

    boolean isError() {
        return isBroken() && level == Level.ERROR;
    }

    boolean isWarning() {
        return isBroken() && level == Level.WARN;
    }

    /** Whether nothing was judged. */
    boolean isSkipped() {
        return status == Status.OFF || status == Status.NOT_JUDGED;
    }

    /** Measured values and limits, and the note, in one line. */
    String summary() {
        StringBuilder text = new StringBuilder();
        for (Measure measure : measures) {
            text.append(text.length() == 0 ? "" : "; ").append(measure.text());
        }
        if (!note.isEmpty()) {
            text.append(text.length() == 0 ? "" : "; ").append(note);
        }
        return text.toString();
    }
}
