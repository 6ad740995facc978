package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.facts.CloseSigns;
import dev.whyrst.attribution.facts.ConnectionlessAnswer;
import dev.whyrst.attribution.facts.LostState;
import dev.whyrst.attribution.facts.Pace;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TriggerSigns;
import dev.whyrst.attribution.facts.TtlFit;
import dev.whyrst.attribution.facts.Unanswered;
import dev.whyrst.attribution.facts.Windows;
import dev.whyrst.text.Durations;
import dev.whyrst.timeline.Segment;
import java.util.Optional;

/**
 * The peer crashed or restarted and lost the connection; the survivor's data or FIN met a stack that does not know it (RFC 9293
 * section 3.5.1, half-open; Linux: SK_RST_REASON_NO_SOCKET).
 */
final class PeerRestartedRule extends Rule {

    private static final Opinion FROM_ELSEWHERE =
            Opinion.no("the RST came from another distance than its sender's segments");

    PeerRestartedRule() {
        super(Cause.HALF_OPEN_PEER_RESTARTED);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (!c.spoke(c.peer())) {
            return c.shape() == Shape.PASSIVE ? oneSided(c) : Opinion.no("no segment of the peer was captured before");
        }
        if (!c.spoke(c.sender())) {
            return Opinion.no("no segment of its sender was captured before");
        }
        if (c.timeline().abortedEarlier(c.sender())) {
            return Opinion.no("its sender had aborted the connection before");
        }
        if (c.finishedBefore(c.sender()) && !CloseSigns.tookDataAfterFin(c)) {
            return Opinion.no("its sender had closed the connection before");
        }
        if (TriggerSigns.isUnkept(c)) {
            return unkept(c);
        }
        return c.trigger().isPresent()
                ? answer(c, c.trigger().get().segment())
                : Opinion.no("no segment of the peer has the numbers that the RST would answer");
    }

    private Opinion answer(RstContext c, Segment trigger) {
        if (!trigger.hasAck() || trigger.isSyn()) {
            return Opinion.no("the RST does not answer a segment of an established connection");
        }
        if (c.answersProbe()) {
            return Opinion.no("the RST answers a keep-alive probe");
        }
        if (c.ttlFit().differs()) {
            return FROM_ELSEWHERE;
        }
        if (!ConnectionlessAnswer.is(c)) {
            return Opinion.no("the RST is not the answer of a stack without the connection");
        }
        if (!hadConnection(c)) {
            return Opinion.no("nothing shows that its sender had taken up the connection after the handshake");
        }
        Optional<Segment> justBefore = spokenJustBefore(c, trigger);
        return justBefore.isPresent() && Windows.isKnown(c)
                ? Opinion.no("its sender had just spoken, and the RST offers the room that its connection had offered")
                : lost(c, trigger, justBefore);
    }

    private Opinion lost(RstContext c, Segment trigger, Optional<Segment> justBefore) {
        Proof proof = claim(c).strong(
                        () -> "The RST answers " + Words.frame(trigger)
                                + " as a stack does that has no such connection, though " + Words.who(c, c.sender())
                                + " had spoken on it and never closed it"
                                + (c.finishedBefore(c.sender()) ? " fully" : ""),
                        trigger,
                        c.rst())
                .strong(
                        c.ttlFit() == TtlFit.SAME,
                        () -> "Its TTL " + c.rst().ttl() + " is that of the host's earlier segments",
                        c.rst());
        if (CloseSigns.missedFin(c, c.sender()) || CloseSigns.overtakenFin(c).isPresent()) {
            return proof.against(Confidence.LOW, "A FIN of the host was missed, or came behind its RST")
                    .claim();
        }
        if (justBefore.isPresent()) {
            return wasAlive(c, justBefore.get(), proof);
        }
        if (Pace.isTooFast(c)) {
            return proof.against(
                            Confidence.LOW,
                            "It came sooner than that host, which is away from the capture point, ever answered")
                    .claim();
        }
        return !c.othersLivedOn() && LostState.isProven(c, c.ttlFit(), c.forgerySigns())
                ? proven(c, trigger, proof)
                : probably(c, proof);
    }

    private static Opinion wasAlive(RstContext c, Segment spoken, Proof proof) {
        return proof.against(
                        Confidence.LOW,
                        () -> "The host had spoken on this connection only "
                                + Durations.measured(c.rst().timeNanos() - spoken.timeNanos()) + " before the RST")
                .claim();
    }

    private static Opinion proven(RstContext c, Segment trigger, Proof proof) {
        return proof.decisive(
                        () -> "The peer had all that the RST's sender had sent, no FIN among it, and after "
                                + Durations.measured(c.silence().beforeTrigger())
                                + " of silence the sender's stack knows no such connection: it has lost it",
                        trigger,
                        c.rst())
                .claim();
    }

    /** A lost connection, unless the host closed it unseen, or another answered in its name. */
    private static Opinion probably(RstContext c, Proof proof) {
        proof.base(
                        Confidence.HIGH,
                        "That no close of the host was missed, and that the host itself answered, is not proven")
                .limit(
                        Confidence.MEDIUM,
                        c.shape() != Shape.PASSIVE,
                        "The RST carries an acknowledgment, as an abort does",
                        c.rst())
                .doubt(
                        Confidence.MEDIUM,
                        gaveUp(c),
                        "Its sender had said the same again and again without an answer: it may have given up by itself");
        RivalExplanations.unseenClose(c, proof);
        return RivalExplanations.otherAnswerer(c, proof)
                .settledBy(() ->
                        "The uptime of " + c.timeline().endpoint(c.sender()).address()
                                + " and of its service; a capture there shows whether the RST is its own")
                .claim();
    }

    /** Whether its sender had tried again and again before what it answers came: Linux forgets such a connection silently. */
    private static boolean gaveUp(RstContext c) {
        return c.trigger().isPresent()
                && Unanswered.triesBefore(c, c.trigger().get().segment()).size() >= Thresholds.EXHAUSTED_TRIES;
    }

    /** What it answers is among the segments that are not kept, and with it how long the host had been silent. */
    private Opinion unkept(RstContext c) {
        if (c.ttlFit().differs()) {
            return FROM_ELSEWHERE;
        }
        return claim(c).weak(
                        () ->
                                "The RST has the form of an answer by a stack without the connection, to a segment among those that"
                                        + " are not kept; " + Words.who(c, c.sender()) + " had spoken and never closed",
                        c.rst())
                .settledBy(() ->
                        "A capture at " + c.timeline().endpoint(c.sender()).address()
                                + ", which shows whether the RST is its own and why")
                .base(
                        Confidence.LOW,
                        "What the RST answers is not kept, nor how long its sender had been silent before")
                .claim();
    }

    /** With only the sender's direction captured the form of the RST tells that it answers, not what. */
    private Opinion oneSided(RstContext c) {
        if (!c.spokeBeyondHandshake(c.sender())) {
            return Opinion.no("nothing of its sender was captured after the handshake");
        }
        if (c.finishedBefore(c.sender())) {
            return Opinion.no("its sender had closed the connection before");
        }
        if (c.ttlFit().differs()) {
            return FROM_ELSEWHERE;
        }
        return claim(c).weak(
                        "The RST has the form of an answer by a stack without the connection; what it answers was not captured",
                        c.rst())
                .settledBy("A capture of both directions")
                .base(Confidence.MEDIUM, "Only the direction of the RST's sender was captured")
                .claim();
    }

    /** What a host said so shortly before that it cannot have restarted since. */
    private static Optional<Segment> spokenJustBefore(RstContext c, Segment trigger) {
        long roundTrip = Math.max(0, c.roundTrip(c.sender()));
        return c.last(c.sender())
                .filter(s -> trigger.timeNanos() - s.timeNanos() < Thresholds.JUST_BEFORE - roundTrip
                        || c.rst().timeNanos() - s.timeNanos() < Thresholds.SOONEST_RESTART);
    }

    /** After a handshake alone only a long silence tells a lost connection from one that was never accepted. */
    private static boolean hadConnection(RstContext c) {
        return c.spokeBeyondHandshake(c.sender()) || c.silence().beforeTrigger() > Thresholds.LOST_AFTER_HANDSHAKE;
    }
}
