package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Segment;

/**
 * Answers by a stack that has no such connection: in the stateless form, or, as some stacks set ACK in every RST, in the form of an
 * abort.
 */
public final class ConnectionlessAnswer {

    private ConnectionlessAnswer() {}

    /**
     * Whether the RST is such an answer. One in the form of an abort came at once, to a segment that its sender had not acknowledged, and
     * bears no marks of the connection.
     */
    public static boolean is(ObservedRst r) {
        return r.isStateless() || isInFormOfAbort(r);
    }

    private static boolean isInFormOfAbort(ObservedRst r) {
        boolean hasMarks =
                r.rst().timestamps() || r.own().timestamps() || r.rst().rawWindow() == 0;
        if (r.trigger().isEmpty() || !Pace.isPrompt(r) || hasMarks) {
            return false;
        }
        Segment answered = r.trigger().get().segment();
        if (r.rst().rawAck() != answered.rawEnd()) {
            return false;
        }
        return hasForeignNumbers(r, answered)
                || !Windows.wasAnnounced(r) && !Windows.isScaledOfSyn(r) && !r.acknowledgedBefore(answered);
    }

    /** Whether the RST takes back what its sender had acknowledged, or begins behind all that it had sent: it knows neither. */
    private static boolean hasForeignNumbers(ObservedRst r, Segment answered) {
        boolean takesBack = r.own().ackedHighest() > 0 && r.rst().ack() < r.acknowledged(r.sender());
        boolean beyond = r.own().hasSpoken()
                && r.rst().seq() == r.own().sndNxt() + 1
                && r.rst().rawSeq() - answered.rawAck() == 1;
        return takesBack || beyond;
    }
}
