package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.facts.CloseSigns;
import dev.whyrst.attribution.facts.ConnectionlessAnswer;
import dev.whyrst.attribution.facts.LostState;
import dev.whyrst.attribution.facts.Pace;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TriggerSigns;
import dev.whyrst.attribution.facts.TtlFit;
import dev.whyrst.attribution.facts.Windows;
import dev.whyrst.timeline.Segment;

/**
 * The peer crashed or restarted and lost the connection; the survivor's data or FIN met a stack that does not know it (RFC 9293
 * section 3.5.1, half-open).
 */
final class PeerRestartedRule extends Rule {

    private static final long TOO_SOON = 50_000_000L;
    private static final long LONG_SILENCE = 180_000_000_000L;

    PeerRestartedRule() {
        super(Cause.HALF_OPEN_PEER_RESTARTED);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (c.shape() == Shape.PASSIVE && !c.spoke(c.peer())) {
            return oneSided(c);
        }
        boolean closed = c.finishedBefore(c.sender()) && !CloseSigns.tookDataAfterFin(c);
        boolean known = c.spoke(c.sender()) && c.spoke(c.peer()) && !closed;
        if (known && TriggerSigns.isUnkept(c) && !c.timeline().abortedEarlier(c.sender())) {
            return unkept(c);
        }
        boolean answered = c.triggeredBy(s -> s.hasAck() && !s.isSyn()) && !c.answersProbe();
        if (!known || !answered || c.ttlFit().differs() || c.timeline().abortedEarlier(c.sender())) {
            return Opinion.no("?");
        }
        if (!ConnectionlessAnswer.is(c) || !hadConnection(c)) {
            return Opinion.no("?");
        }
        Segment trigger = c.trigger().orElseThrow().segment();
        if (wasAliveJustBefore(c, trigger) && Windows.isKnown(c)) {
            return Opinion.no("?");
        }
        Proof proof = claim(c).strong(
                        () -> "The RST answers " + Words.frame(trigger)
                                + " as a stack does that has no such connection, though " + Words.who(c, c.sender())
                                + " had spoken on it and never closed it"
                                + (c.finishedBefore(c.sender()) ? " fully" : ""),
                        trigger,
                        c.rst());
        if (c.ttlFit() == TtlFit.SAME) {
            proof.strong(() -> "Its TTL " + c.rst().ttl() + " is that of the host's earlier segments", c.rst());
        }
        if (CloseSigns.missedFin(c, c.sender()) || CloseSigns.overtakenFin(c).isPresent()) {
            proof.against("A FIN of the host was missed, or came behind its RST");
            return proof.claim(Confidence.LOW);
        }
        if (wasAliveJustBefore(c, trigger)) {
            proof.against(() -> "The host had spoken on this connection only "
                    + Words.duration(c.rst().timeNanos()
                            - c.last(c.sender()).orElseThrow().timeNanos()) + " before the RST");
            return proof.claim(Confidence.LOW);
        }
        if (Pace.isTooFast(c)) {
            proof.against("It came sooner than that host, which is away from the capture point, ever answered");
            return proof.claim(Confidence.LOW);
        }
        if (LostState.isProven(c, c.ttlFit(), c.forgerySigns())) {
            proof.decisive(
                    () -> "The peer had all that it sent and no FIN, and after "
                            + Words.duration(c.silence().beforeTrigger())
                            + " of silence its stack knows no such connection: it has lost it",
                    trigger,
                    c.rst());
            return proof.claim(Confidence.CERTAIN);
        }
        return probably(c, proof);
    }

    /** What it answers is among the segments that are not kept, and with it how long the host had been silent. */
    private Opinion unkept(RstContext c) {
        if (c.ttlFit().differs()) {
            return Opinion.no("?");
        }
        return claim(c).weak(
                        () ->
                                "The RST has the form of an answer by a stack without the connection, to a segment among those that"
                                        + " are not kept; " + Words.who(c, c.sender()) + " had spoken and never closed",
                        c.rst())
                .settledBy(() ->
                        "A capture at " + c.timeline().endpoint(c.sender()).address()
                                + ", which shows whether the RST is its own and why")
                .claim(Confidence.LOW);
    }

    /** A lost connection, unless the host closed it unseen, or another answered in its name. */
    private static Opinion probably(RstContext c, Proof proof) {
        boolean unsure = OtherEnds.mayHaveClosed(c, proof);
        unsure |= OtherEnds.mayBeAnothers(c, proof);
        proof.settledBy(
                () -> "The uptime of " + c.timeline().endpoint(c.sender()).address()
                        + " and of its service; a capture there shows whether the RST is its own");
        return proof.claim(c.shape() == Shape.PASSIVE && !unsure ? Confidence.HIGH : Confidence.MEDIUM);
    }

    /** A host that has just spoken on the connection cannot have restarted since. */
    private static boolean wasAliveJustBefore(RstContext c, Segment trigger) {
        long roundTrip = Math.max(0, c.roundTrip(c.sender()));
        return c.last(c.sender())
                .filter(s -> trigger.timeNanos() - s.timeNanos() < TOO_SOON - roundTrip)
                .isPresent();
    }

    /** After a handshake alone only a long silence tells a lost connection from one that was never accepted. */
    private static boolean hadConnection(RstContext c) {
        return c.spokeBeyondHandshake(c.sender()) || c.silence().beforeTrigger() > LONG_SILENCE;
    }

    /** With only the sender's direction captured the form of the RST tells that it answers, not what. */
    private Opinion oneSided(RstContext c) {
        boolean hadConnection = c.spokeBeyondHandshake(c.sender()) && !c.finishedBefore(c.sender());
        if (!hadConnection || c.ttlFit().differs()) {
            return Opinion.no("?");
        }
        return claim(c).weak(
                        "The RST has the form of an answer by a stack without the connection; what it answers was not captured",
                        c.rst())
                .settledBy("A capture of both directions")
                .claim(Confidence.MEDIUM);
    }
}
