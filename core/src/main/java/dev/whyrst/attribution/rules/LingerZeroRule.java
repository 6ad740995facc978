package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.facts.CloseSigns;
import dev.whyrst.attribution.facts.ConnectionlessAnswer;
import dev.whyrst.attribution.facts.IpIdFit;
import dev.whyrst.attribution.facts.Pending;
import dev.whyrst.attribution.facts.PortFate;
import dev.whyrst.attribution.facts.ProbeBeat;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.Unanswered;
import dev.whyrst.text.Counts;
import dev.whyrst.text.Durations;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.List;
import java.util.Optional;

/**
 * The application cancelled the connection: SO_LINGER {1, 0} and close(), an abort call, or the like (RFC 9293 section 3.10.5;
 * Linux: tcp_disconnect, as close() calls it then).
 */
final class LingerZeroRule extends Rule {

    LingerZeroRule() {
        super(Cause.LINGER_ZERO_ABORT);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (c.shape() != Shape.ACTIVE) {
            return Opinion.no("the RST does not have the form of an abort");
        }
        if (!knewConnection(c)) {
            return Opinion.no("nothing shows that its sender had taken up the connection");
        }
        Proof proof = claim(c).strong(() -> Words.abortForm(c) + ": SND.NXT, RCV.NXT, decided by its sender", c.rst())
                .doubt(
                        c.triggeredBy(Segment::hasPayload) ? Confidence.LOW : Confidence.MEDIUM,
                        ConnectionlessAnswer.mayBe(c),
                        Words.PERHAPS_WITHOUT_CONNECTION,
                        c.rst());
        List<Segment> probes = Unanswered.probes(c, c.sender());
        if (c.isHeard(c.peer()) && !probes.isEmpty() && ProbeBeat.rounds(c, probes) > 0) {
            return proof.against(Confidence.LOW, "Its keep-alive probes had stayed unanswered")
                    .claim();
        }
        if (isDeathOfListener(c)) {
            return proof.against(
                            Confidence.LOW,
                            "The port aborted its connections together and refused new ones: its process ended")
                    .claim();
        }
        Optional<String> another = whoElseDecided(c);
        if (another.isPresent()) {
            return proof.against(Confidence.LOW, another.get(), c.rst()).claim();
        }
        long unanswered = Pending.unread(c);
        if (unanswered > 0) {
            return perhapsUnread(c, unanswered, proof);
        }
        if (ConnectionlessAnswer.is(c)) {
            return proof.against(
                            Confidence.LOW,
                            "The RST came at once, as an answer, and bears nothing of the connection",
                            c.rst())
                    .claim();
        }
        if (c.buffers().windowGrew()) {
            return proof.against(
                            Confidence.LOW, "The window grew with the RST: a receive queue was thrown away", c.rst())
                    .claim();
        }
        return deliberate(c, proof);
    }

    /** What shows that not a program of the host decided: a third party, a stack that gave up, or MPTCP. */
    private static Optional<String> whoElseDecided(RstContext c) {
        if (c.forgerySigns().tooYoung()) {
            return Optional.of("It acknowledges data that cannot have reached its sender yet");
        }
        if (c.reset().mptcpReason() > 0) {
            return Optional.of("It states a reason of the MPTCP stack, which ends a subflow without the program");
        }
        return Unanswered.isGivingUp(c, c.sender())
                ? Optional.of("Its sender had sent the same again and again, ever more slowly, without an answer")
                : Optional.empty();
    }

    /** An abort while the peer's last words had no answer: that they were unread explains it as well or better. */
    private static Opinion perhapsUnread(RstContext c, long unanswered, Proof proof) {
        boolean farewell = c.lastPayload(c.peer()).filter(Segment::mayBeAlert).isPresent();
        return proof.doubt(
                        Confidence.MEDIUM,
                        () -> "The last " + Counts.bytes(unanswered)
                                + " of the peer drew no answer: they may have been unread")
                .weak(
                        c.sender() == Side.INITIATOR && c.own().payloadBytes() > 0 && !farewell,
                        "The peer's last bytes were the answer to a request of its own, which a program reads before it closes")
                .limit(
                        Confidence.LOW,
                        c.buffers().probablyUnread(),
                        "The windows and the traffic around the RST tell rather of unread data")
                .claim();
    }

    /** An abort with nothing unread; what else may have happened lowers how sure that is. */
    private static Opinion deliberate(RstContext c, Proof proof) {
        int together = PortFate.abortedTogether(c);
        proof.doubt(
                Confidence.MEDIUM,
                together >= Thresholds.ABORTED_TOGETHER,
                () -> "The port aborted " + together + " connections in that moment: an operator may have ended them");
        if (c.spoke(c.peer())) {
            proof.strong(whyNothingUnread(c));
        } else {
            proof.doubt(Confidence.MEDIUM, "Nothing that the peer sent was captured: it may have been unread");
        }
        proof.doubt(Confidence.HIGH, "Disconnect by connect(AF_UNSPEC) or by an operator looks the same")
                .settledBy(
                        "The program's source (SO_LINGER), or `nstat -az TcpExtTCPAbortOnData TcpExtTCPAbortOnClose`");
        otherReasons(c, proof);
        return unread(c, proof)
                .limit(
                        Confidence.MEDIUM,
                        !c.rst().hasAck(),
                        "It lacks the ACK that most stacks set in an abort",
                        c.rst())
                .limit(
                        Confidence.MEDIUM,
                        c.finishedBefore(c.sender()),
                        "Its sender had closed before: an abort of the rest of the close looks the same")
                .claim();
    }

    /** Who else than the program may have decided on the abort. */
    private static void otherReasons(RstContext c, Proof proof) {
        proof.doubt(
                        Confidence.MEDIUM,
                        c.silence().isAsLongAsTimer(),
                        () -> "It came out of " + Durations.measured(c.silence().beforeRst())
                                + " of silence: an idle timer of the program, or of a device on the path, looks the same")
                .doubt(
                        Confidence.MEDIUM,
                        CloseSigns.wasUnheard(c, c.sender()),
                        "Its sender had said the same again and again without an answer: it may have given up waiting")
                .doubt(
                        Confidence.MEDIUM,
                        c.forgerySigns().ipId() == IpIdFit.OFF,
                        () -> "Its IP-ID " + c.rst().ipId() + " is off the counter of the host's segments")
                .doubt(
                        Confidence.MEDIUM,
                        c.forgerySigns().fromElsewhere(),
                        "It came another way than its host's segments: a device may have made it",
                        c.rst());
    }

    /** What may have lain unread although the peer's last words were answered. */
    private static Proof unread(RstContext c, Proof proof) {
        return proof.doubt(
                        Confidence.MEDIUM,
                        c.lastPayload(c.sender()).filter(Segment::mayBeAlert).isPresent(),
                        "Its last words were as short as a TLS alert: what they answer may not have been read whole")
                .against(
                        Confidence.MEDIUM,
                        CloseSigns.missedFin(c, c.sender()),
                        "Its peer had acknowledged one number more than it is known to have sent: a FIN that was not captured")
                .doubt(
                        Confidence.MEDIUM,
                        c.other().payloadBytes() > 0,
                        "An answer does not show that all was read that came before it: bytes behind a request may have lain unread");
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
