package dev.whyrst.attribution.verdict;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Harm;
import dev.whyrst.attribution.Harm.Level;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.Toll;
import dev.whyrst.attribution.facts.Pending;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.rules.Claim;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Standing;

/**
 * Weighs what a RST did to the applications. That it did none is said only of sure verdicts and by a sign that the capture holds: a report
 * that calls a failure harmless is read by nobody to its end.
 */
final class HarmDone {

    private static final Harm TIDIED_UP =
            new Harm(Level.NONE, "both sides had closed, and all that was sent had been acknowledged");
    private static final Harm HEALTH_CHECK =
            new Harm(Level.NONE, "the client connected and reset without a byte on either side, as health checks do");
    private static final Harm WITHOUT_EFFECT =
            new Harm(Level.NONE, "the RST was not acceptable to its receiver, and the conversation went on");
    private static final Harm GOODBYE =
            new Harm(Level.NONE, "all that met the end that had closed was the goodbye of TLS (close_notify)");
    private static final Harm ATTEMPT_FAILED = new Harm(Level.LIKELY, "an attempt to connect failed");
    private static final Harm CONNECTION_LOST =
            new Harm(Level.LIKELY, "the connection was lost while at least one end still wanted it");
    private static final Harm DATA_MET_NOBODY =
            new Harm(Level.LIKELY, "data was sent to an end that had closed and no longer took it");
    /** Of a cause that is not sure. */
    static final Harm UNSURE =
            new Harm(Level.UNKNOWN, "the cause is not sure enough to tell what the applications lost");

    private static final Harm UNSEEN =
            new Harm(Level.UNKNOWN, "the capture does not show what the applications made of it");

    private HarmDone() {}

    /** What a RST with that verdict did. */
    static Harm by(RstContext c, Claim verdict) {
        boolean sure = verdict.confidence().rank() >= Confidence.HIGH.rank();
        long lost = Pending.unacknowledged(c);
        if (sure && isTidyingUp(c, verdict.cause()) && lost == 0) {
            return TIDIED_UP;
        }
        if (sure && wentOn(c, verdict.cause())) {
            return WITHOUT_EFFECT;
        }
        if (lost > 0 && c.own().hasSpoken() && c.spoke(c.peer())) {
            return new Harm(
                    sure ? Level.CERTAIN : Level.LIKELY,
                    bytes(lost) + " that its sender had sent were never acknowledged");
        }
        if (!sure) {
            return unsure(c, verdict.cause());
        }
        return byNature(c, verdict.cause());
    }

    private static Harm unsure(RstContext c, Cause cause) {
        return cause.toll() == Toll.ATTEMPT && !c.spokeBeyondHandshake(Side.RESPONDER) ? ATTEMPT_FAILED : UNSURE;
    }

    private static Harm byNature(RstContext c, Cause cause) {
        return switch (cause.toll()) {
            case ATTEMPT -> ATTEMPT_FAILED;
            case CONNECTION -> CONNECTION_LOST;
            case DATA -> isGoodbye(c) ? GOODBYE : DATA_MET_NOBODY;
            case DECISION -> isHealthCheck(c) ? HEALTH_CHECK : UNSEEN;
            case NOTHING, OPEN -> UNSEEN;
        };
    }

    /** Whether both ends had sent their FIN, and the RST's sender had taken all that its peer sent before it. */
    private static boolean isTidyingUp(RstContext c, Cause cause) {
        boolean tidies = cause.toll() == Toll.NOTHING || cause == Cause.TIME_WAIT;
        return tidies
                && c.finishedBefore(Side.INITIATOR)
                && c.finishedBefore(Side.RESPONDER)
                && Pending.untaken(c) == 0;
    }

    /** Whether a forged RST was outside of the receiver's window and its supposed sender went on talking. */
    private static boolean wentOn(RstContext c, Cause cause) {
        Standing standing = c.reset().standing();
        return cause == Cause.INJECTED_RST
                && !standing.acceptable()
                && standing != Standing.UNKNOWN
                && c.forgerySigns().afterlife().isPresent();
    }

    /** Whether the sender had taken all, said goodbye in TLS and closed, and its peer has said no more than that since. */
    private static boolean isGoodbye(RstContext c) {
        Segment goodbye = null;
        boolean closed = false;
        for (Segment s : c.timeline().before(c.reset())) {
            if (s.from() == c.sender()) {
                goodbye = s.hasPayload() ? s : goodbye;
                closed |= s.isFin();
            } else if (s.hasPayload() && !(closed ? s.mayBeAlert() : c.acknowledgedBefore(s))) {
                return false;
            }
        }
        return closed && goodbye != null && goodbye.mayBeAlert();
    }

    /** HAProxy and others leave the last ACK of the handshake to the RST,ACK. */
    private static boolean isHealthCheck(RstContext c) {
        return c.sender() == Side.INITIATOR
                && c.handshake().syn().isPresent()
                && c.handshake().synAck().isPresent()
                && c.timeline().elided() == 0
                && c.own().payloadBytes() == 0
                && c.other().payloadBytes() == 0
                && c.rst().timeNanos() - c.handshake().syn().get().timeNanos() <= Thresholds.LONGEST_HEALTH_CHECK;
    }

    private static String bytes(long count) {
        return count == 1 ? "1 byte" : count + " bytes";
    }
}
