package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Segment;

/** Answers of stacks that set ACK in every RST: in the form of an abort, but made without the connection. */
final class ActiveAnswer {

    private ActiveAnswer() {}

    /** Whether the RST came at once, to a segment that its sender had not acknowledged, and bears no marks of the connection. */
    static boolean is(ResetCase c) {
        boolean hasMarks =
                c.rst().timestamps() || c.own().timestamps() || c.rst().rawWindow() == 0;
        if (c.trigger().isEmpty() || !c.isPrompt() || hasMarks) {
            return false;
        }
        Segment answered = c.trigger().get().segment();
        if (c.rst().rawAck() != answered.rawEnd()) {
            return false;
        }
        return hasForeignNumbers(c, answered)
                || !Windows.wasAnnounced(c) && !c.isScaledWindowOfSyn() && !c.acknowledgedBefore(answered);
    }

    /** Whether the RST takes back what its sender had acknowledged, or begins behind all that it had sent: it knows neither. */
    private static boolean hasForeignNumbers(ResetCase c, Segment answered) {
        boolean takesBack = c.own().ackedHighest() > 0 && c.rst().ack() < c.acknowledged(c.sender());
        boolean beyond = c.own().hasSpoken()
                && c.rst().seq() == c.own().sndNxt() + 1
                && c.rst().rawSeq() - answered.rawAck() == 1;
        return takesBack || beyond;
    }
}
