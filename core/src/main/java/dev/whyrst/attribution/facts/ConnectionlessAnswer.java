package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Thresholds;
import dev.whyrst.timeline.HostFacts;
import dev.whyrst.timeline.Segment;
import java.util.Optional;

/**
 * Answers by a stack that has no such connection: in the stateless form of RFC 9293 section 3.10.7.1, or, as some stacks set ACK in
 * every RST, in the form of an abort.
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

    /**
     * Whether such an answer has the form of an abort, and numbers that its sender's connection cannot have: it takes back what this had
     * acknowledged, begins behind all that it had sent, or takes one byte of a segment that had more.
     */
    static boolean hasForeignNumbers(ObservedRst r) {
        return isAtOnce(r) && hasForeignNumbers(r, r.trigger().orElseThrow().segment());
    }

    /**
     * Whether the RST may be such an answer by a stack that sets ACK in all its RSTs, though stacks that are known abort so too: it came
     * at once, with window 0, after its host had been silent for long enough to have started again, and this was not seen to answer
     * without ACK.
     */
    public static boolean mayBe(ObservedRst r) {
        return r.rst().hasAck()
                && r.rst().rawWindow() == 0
                && isAtOnce(r)
                && isNew(r)
                && r.last(r.sender()).filter(s -> mayHaveRestarted(r, s)).isPresent()
                && r.senderHost().filter(HostFacts::answersWithoutAck).isEmpty();
    }

    private static boolean mayHaveRestarted(ObservedRst r, Segment last) {
        return r.rst().timeNanos() - last.timeNanos() >= Thresholds.SOONEST_RESTART;
    }

    private static boolean isInFormOfAbort(ObservedRst r) {
        if (!isAtOnce(r)) {
            return false;
        }
        return hasForeignNumbers(r, r.trigger().orElseThrow().segment())
                || isNew(r) && (r.answersProbe() || lacksMarks(r));
    }

    /** Whether it acknowledges what it answers, and its sender had not done so before. */
    private static boolean isNew(ObservedRst r) {
        Segment answered = r.trigger().orElseThrow().segment();
        return r.rst().rawAck() == answered.rawEnd() && !r.acknowledgedBefore(answered);
    }

    /** Whether the RST came as soon as an answer, and without the timestamps that show a connection. */
    private static boolean isAtOnce(ObservedRst r) {
        return r.trigger().isPresent() && Pace.isPrompt(r) && !r.rst().timestamps();
    }

    private static boolean hasForeignNumbers(ObservedRst r, Segment answered) {
        boolean ofPart = r.rst().rawAck() == answered.rawSeq() + 1 && answered.payloadLength() > 1;
        boolean ofProbe = r.rst().rawAck() == answered.rawSeq() + 1 && r.answersProbe() && !Windows.wasAnnounced(r);
        if (ofPart || ofProbe) {
            return r.own().hasSpoken();
        }
        boolean takesBack = r.own().ackedHighest() > 0 && r.rst().ack() < r.acknowledged(r.sender());
        boolean beyond = r.own().hasSpoken()
                && r.rst().seq() == r.own().sndNxt() + 1
                && r.rst().rawSeq() - answered.rawAck() == 1;
        return r.rst().rawAck() == answered.rawEnd() && (takesBack || beyond);
    }

    /**
     * Whether it bears neither a window of the connection nor the timestamps that both ends had agreed on, and what it lacks is
     * telling: a window of 0 alone is not, as whole families of stacks abort with it.
     */
    private static boolean lacksMarks(ObservedRst r) {
        if (r.rst().rawWindow() == 0) {
            return r.usesTimestamps() || answersWithAck(r);
        }
        return !Windows.wasAnnounced(r)
                && !Windows.isScaledOfSyn(r)
                && !Buffers.of(r).windowGrew();
    }

    /** Whether its host, where it can have had no connection, answered with ACK, and never without. */
    private static boolean answersWithAck(ObservedRst r) {
        Optional<HostFacts> host = r.senderHost();
        return host.isPresent() && host.get().answersWithAck();
    }
}
