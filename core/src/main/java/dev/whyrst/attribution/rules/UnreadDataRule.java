package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.facts.Buffers;
import dev.whyrst.attribution.facts.Pending;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.timeline.Segment;
import java.util.Optional;

/**
 * The application closed, or its process died, while received bytes lay unread: the stack sends RST instead of FIN (RFC 1122
 * section 4.2.2.13; Linux: TCP_ABORT_ON_CLOSE).
 */
final class UnreadDataRule implements Rule {

    @Override
    public Cause cause() {
        return Cause.CLOSE_WITH_UNREAD_DATA;
    }

    @Override
    public Optional<Claim> examine(RstContext c) {
        if (c.isStateless() && c.timeline().abortedEarlier(c.sender())) {
            return furtherAnswer(c);
        }
        long unanswered = Pending.unanswered(c);
        boolean queueShown = c.buffers().windowGrew() && c.other().payloadBytes() > 0;
        if (c.shape() != Shape.ACTIVE || !c.own().hasSpoken() || unanswered <= 0 && !queueShown) {
            return Optional.empty();
        }
        Proof proof = Proof.of(cause(), c);
        Segment last = c.lastPayload(c.peer()).orElse(c.rst());
        proof.strong(
                () -> Words.abortForm(c)
                        + (unanswered > 0
                                ? ", and the last " + Words.bytes(unanswered) + " that " + Words.who(c, c.peer())
                                        + " sent drew no answer"
                                : ""),
                last,
                c.rst());
        Buffers buffers = c.buffers();
        if (buffers.windowGrew()) {
            proof.strong(
                    () -> "The window grew to " + c.rst().rawWindow()
                            + " with the RST: close() threw away a receive queue that was not empty",
                    c.rst());
        }
        if (buffers.windowShrank()) {
            proof.strong("The window had shrunk: the application was not reading", c.rst());
        }
        if (buffers.moreWasComing()) {
            proof.weak("More data of the peer was on its way when the RST passed");
        }
        proof.doubt("SO_LINGER 0 and an operator's kill look the same on the wire")
                .settledBy(() -> "On the host of " + c.timeline().endpoint(c.sender())
                        + ": `nstat -az TcpExtTCPAbortOnClose`, or `strace` of the close()");
        return proof.claim(buffers.probablyUnread() ? Confidence.MEDIUM : Confidence.LOW);
    }

    /** Data kept coming after the abort for longer than the tool keeps segments: so long that some lay unread at the abort. */
    private Optional<Claim> furtherAnswer(RstContext c) {
        return Proof.of(cause(), c)
                .strong(
                        () -> Words.whoFirst(c, c.sender())
                                + " had aborted the connection before; the RST answers what still came to it",
                        c.rst())
                .doubt("SO_LINGER 0 and an operator's kill look the same on the wire")
                .settledBy("What is said of the conversation's first RST")
                .claim(Confidence.MEDIUM);
    }
}
