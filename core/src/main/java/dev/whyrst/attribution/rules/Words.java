package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.net.Endpoint;
import dev.whyrst.text.Sentence;
import dev.whyrst.timeline.Nearness;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/** Puts numbers and names into words for evidence. */
public final class Words {

    /** Why an abort may be none, where {@link dev.whyrst.attribution.facts.ConnectionlessAnswer#mayBe}. */
    static final String PERHAPS_WITHOUT_CONNECTION =
            "It came at once, with window 0: a stack that sets ACK in all its RSTs answers so where it has lost the connection";

    private Words() {}

    /** {@code the responder 10.0.0.27:8888}. */
    public static String who(RstContext c, Side side) {
        return "the " + side.label() + " " + c.timeline().endpoint(side);
    }

    /** The same at the beginning of a sentence. */
    public static String whoFirst(RstContext c, Side side) {
        return Sentence.begin(who(c, side));
    }

    /** The initiator's last payload before the RST, if that names a server and the name is known. */
    public static Optional<Segment> requestedName(RstContext c) {
        if (c.timeline().serverName().isEmpty()) {
            return Optional.empty();
        }
        return c.lastPayload(Side.INITIATOR).filter(s -> s.payload().isRequest());
    }

    /** Says that a RST has the form of an abort. */
    public static String abortForm(RstContext c) {
        return c.rst().hasAck()
                ? "The RST,ACK has the form of an abort"
                : "The RST has the form of an abort by RFC 9293, which needs no ACK, and bears what its connection had taken";
    }

    /** {@code frame 12}. */
    public static String frame(Segment segment) {
        return "frame " + segment.at().number();
    }

    /** What would settle a cause of which its rule knows nothing better: the program that decided, or its host's own view of the segments. */
    static String atTheSender(RstContext c, Cause cause) {
        Endpoint sender = c.timeline().endpoint(c.sender());
        return cause.isAbort()
                ? "What the program of " + sender + " logged at that moment"
                : "A capture at " + sender.address() + ": it shows what had reached it, and whether it sent the RST";
    }

    /**
     * Where to capture to learn whether a RST is its sender's own.
     *
     * @param otherwise what has happened if it is not
     */
    public static String whereToLook(RstContext c, String otherwise) {
        String host = c.timeline().endpoint(c.sender()).address().toString();
        return c.nearness() == Nearness.HERE
                ? "The packet filter of " + host + " itself: the capture was made there or next to it"
                : "A capture at " + host + ": if the RST is absent there, " + otherwise;
    }
}
