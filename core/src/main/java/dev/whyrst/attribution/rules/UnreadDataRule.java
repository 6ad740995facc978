package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.facts.Buffers;
import dev.whyrst.attribution.facts.ConnectionlessAnswer;
import dev.whyrst.attribution.facts.Pending;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.text.Counts;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;

/**
 * The application closed, or its process died, while received bytes lay unread: the stack sends RST instead of FIN (RFC 1122
 * section 4.2.2.13; Linux: TCP_ABORT_ON_CLOSE).
 */
final class UnreadDataRule extends Rule {

    private static final String LOOKS_THE_SAME = "SO_LINGER 0 and an operator's kill look the same on the wire";

    UnreadDataRule() {
        super(Cause.CLOSE_WITH_UNREAD_DATA);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (c.isStateless() && c.timeline().abortedEarlier(c.sender())) {
            return furtherAnswer(c);
        }
        if (c.shape() != Shape.ACTIVE) {
            return Opinion.no("the RST does not have the form of an abort");
        }
        if (!c.own().hasSpoken()) {
            return Opinion.no("nothing that the RST's sender said on the connection was captured");
        }
        if (c.reset().mptcpReason() > 0) {
            return Opinion.no("the RST states a reason of the MPTCP stack, which ends a subflow without the program");
        }
        long unanswered = Pending.unread(c);
        boolean queueShown = c.buffers().windowGrew() && c.other().payloadBytes() > 0;
        if (unanswered <= 0 && !queueShown) {
            return Opinion.no("all that the peer had sent was answered, and the window shows no queue");
        }
        Segment last = c.lastPayload(c.peer()).orElse(c.rst());
        Buffers buffers = c.buffers();
        return claim(c).strong(
                        () -> Words.abortForm(c)
                                + (unanswered > 0
                                        ? ", and the last " + Counts.bytes(unanswered) + " that "
                                                + Words.who(c, c.peer()) + " sent drew no answer"
                                        : ""),
                        last,
                        c.rst())
                .strong(
                        buffers.windowGrew(),
                        () -> "The window grew to " + c.rst().rawWindow()
                                + " with the RST: close() threw away a receive queue that was not empty",
                        c.rst())
                .strong(buffers.windowShrank(), "The window had shrunk: the application was not reading", c.rst())
                .weak(buffers.moreWasComing(), "More data of the peer was on its way when the RST passed")
                .doubt(Confidence.MEDIUM, LOOKS_THE_SAME)
                .doubt(Confidence.LOW, ConnectionlessAnswer.mayBe(c), Words.PERHAPS_WITHOUT_CONNECTION, c.rst())
                .against(
                        Confidence.LOW,
                        ConnectionlessAnswer.is(c) && !buffers.windowGrew(),
                        "It came at once, as an answer, and bears nothing of the connection",
                        c.rst())
                .limit(
                        Confidence.LOW,
                        !buffers.probablyUnread() && !neverReacted(c),
                        "Neither the windows nor the traffic around the RST tell of a queue that was not read")
                .settledBy(() -> "On the host of " + c.timeline().endpoint(c.sender())
                        + ": `nstat -az TcpExtTCPAbortOnClose`, or `strace` of the close()")
                .claim();
    }

    /**
     * Whether a server took what its client sent, and never showed by a byte of its own that it had read any of it: it closed its
     * direction first, or turned the client away with words that need no reading.
     */
    private static boolean neverReacted(RstContext c) {
        boolean closedFirst = c.own().payloadBytes() == 0 && c.finishedBefore(c.sender());
        return c.sender() == Side.RESPONDER
                && !c.finishedBefore(c.peer())
                && (closedFirst || Pending.saidWithoutReading(c));
    }

    /** Data kept coming after the abort for longer than the tool keeps segments: so long that some lay unread at the abort. */
    private Opinion furtherAnswer(RstContext c) {
        return claim(c).strong(
                        () -> Words.whoFirst(c, c.sender())
                                + " had aborted the connection before; the RST answers what still came to it",
                        c.rst())
                .doubt(Confidence.MEDIUM, LOOKS_THE_SAME)
                .settledBy("What is said of the conversation's first RST")
                .claim();
    }
}
