package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.facts.CloseSigns;
import dev.whyrst.attribution.facts.ConnectionlessAnswer;
import dev.whyrst.attribution.facts.IpIdFit;
import dev.whyrst.attribution.facts.Pending;
import dev.whyrst.attribution.facts.PortFate;
import dev.whyrst.attribution.facts.ProbeBeat;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.Unanswered;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.List;
import java.util.Optional;

/** The application cancelled the connection: SO_LINGER {1, 0} and close(), an abort call, or the like. */
final class LingerZeroRule implements Rule {

    private static final int MANY = 3;

    @Override
    public Cause cause() {
        return Cause.LINGER_ZERO_ABORT;
    }

    @Override
    public Optional<Claim> examine(RstContext c) {
        if (c.shape() != Shape.ACTIVE || !knewConnection(c)) {
            return Optional.empty();
        }
        Proof proof = Proof.of(cause(), c)
                .strong(() -> Words.abortForm(c) + ": SND.NXT, RCV.NXT, decided by its sender", c.rst());
        long unanswered = Pending.unanswered(c);
        List<Segment> probes = Unanswered.probes(c, c.sender());
        if (c.isHeard(c.peer()) && !probes.isEmpty() && ProbeBeat.rounds(c, probes) > 0) {
            return proof.against("Its keep-alive probes had stayed unanswered").claim(Confidence.LOW);
        }
        if (isDeathOfListener(c)) {
            return proof.against("The port aborted its connections together and refused new ones: its process ended")
                    .claim(Confidence.LOW);
        }
        if (unanswered > 0) {
            proof.doubt(() ->
                    "The last " + Words.bytes(unanswered) + " of the peer drew no answer: they may have been unread");
            boolean farewell =
                    c.lastPayload(c.peer()).filter(Segment::mayBeAlert).isPresent();
            if (c.sender() == Side.INITIATOR && c.own().payloadBytes() > 0 && !farewell) {
                proof.weak("They were the answer to a request of its own, which a program reads before it closes");
            }
            return proof.claim(c.buffers().probablyUnread() ? Confidence.LOW : Confidence.MEDIUM);
        }
        if (ConnectionlessAnswer.is(c)) {
            proof.against(
                    "The RST came at once, as an answer, and bears a window that the connection never had", c.rst());
            return proof.claim(Confidence.LOW);
        }
        if (c.buffers().windowGrew()) {
            proof.against("The window grew with the RST: a receive queue was thrown away", c.rst());
            return proof.claim(Confidence.LOW);
        }
        return deliberate(c, proof);
    }

    /** An abort with nothing unread; what else may have happened lowers how sure that is. */
    private static Optional<Claim> deliberate(RstContext c, Proof proof) {
        int together = PortFate.abortedTogether(c);
        if (together >= MANY) {
            proof.doubt(() ->
                    "The port aborted " + together + " connections in that moment: an operator may have ended them");
        }
        boolean heard = c.spoke(c.peer());
        if (heard) {
            proof.strong(whyNothingUnread(c));
        } else {
            proof.doubt("Nothing that the peer sent was captured: it may have been unread");
        }
        proof.doubt("Disconnect by connect(AF_UNSPEC) or by an operator looks the same")
                .settledBy(
                        "The program's source (SO_LINGER), or `nstat -az TcpExtTCPAbortOnLinger TcpExtTCPAbortOnClose`");
        boolean idle = c.silence().isAsLongAsTimer();
        if (idle) {
            proof.doubt(() -> "It came out of " + Words.duration(c.silence().beforeRst())
                    + " of silence: an idle timer of the program, or of a device on the path, looks the same");
        }
        boolean unheard = CloseSigns.wasUnheard(c, c.sender());
        if (unheard) {
            proof.doubt("Its sender had said the same again and again without an answer: it may have given up waiting");
        }
        boolean ofOtherMaking = c.forgerySigns().ipId() == IpIdFit.OFF;
        if (ofOtherMaking) {
            proof.doubt(() -> "Its IP-ID " + c.rst().ipId() + " is off the counter of the host's segments");
        }
        boolean alert = c.lastPayload(c.sender()).filter(Segment::mayBeAlert).isPresent();
        if (alert) {
            proof.doubt("Its last words were as short as a TLS alert: what they answer may not have been read whole");
        }
        boolean closed = CloseSigns.missedFin(c, c.sender());
        if (closed) {
            proof.against(
                    "Its peer had acknowledged one number more than it is known to have sent: a FIN that was not captured");
        }
        boolean unread = c.other().payloadBytes() > 0;
        if (unread) {
            proof.doubt(
                    "An answer does not show that all was read that came before it: bytes behind a request may have lain unread");
        }
        boolean unsure = !heard
                || unread
                || !c.rst().hasAck()
                || alert
                || closed
                || idle
                || unheard
                || together >= MANY
                || c.finishedBefore(c.sender())
                || ofOtherMaking;
        return proof.claim(unsure ? Confidence.MEDIUM : Confidence.HIGH);
    }

    private static String whyNothingUnread(RstContext c) {
        if (c.other().payloadBytes() == 0) {
            return "The peer had sent nothing that could be unread";
        }
        return Pending.isInFlight(c)
                ? "All of the peer's data that it had taken was answered"
                : "All that the peer had sent was answered";
    }

    /** Whether it had taken something of the peer. Where the peer's direction is not captured, its RST tells so. */
    private static boolean knewConnection(RstContext c) {
        if (!c.own().hasSpoken()) {
            return false;
        }
        boolean unmet = c.handshake().syn().isPresent()
                && c.handshake().synAck().isEmpty()
                && !c.spokeBeyondHandshake(Side.RESPONDER);
        if (c.other().hasSpoken() || c.isHeard(c.peer())) {
            return !unmet && (c.other().hasSpoken() || c.own().ackedHighest() > 0);
        }
        return c.rst().rawAck() != 0 && c.rst().seq() == c.own().sndNxt();
    }

    /** Whether the listener's end explains the RST: a connection that it had not served, aborted with its neighbours. */
    private static boolean isDeathOfListener(RstContext c) {
        return c.sender() == Side.RESPONDER
                && c.own().payloadBytes() == 0
                && PortFate.abortedTogether(c) > 1
                && PortFate.refusedAfterwards(c);
    }
}
