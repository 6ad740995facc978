package dev.whyrst.attribution.verdict;

import dev.whyrst.attribution.ApplicationSees;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Effect;
import dev.whyrst.attribution.Learned;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Standing;

/** Says what the two applications learn of a RST: the error names of the sockets interface. */
final class Applications {

    private static final String NOTHING = "nothing";
    private static final String NEVER_ACCEPTED = NOTHING + " (the connection was never accepted)";
    private static final String IF_CONNECTED = "ECONNRESET, if it has such a connection";
    private static final String RESET = "ECONNRESET on the next read or write, EPIPE and SIGPIPE afterwards";

    private static final String IGNORED = NOTHING + " (the RST was ignored)";
    private static final String NOBODY = NOTHING + " (its connection was over)";

    private Applications() {}

    static ApplicationSees see(RstContext c, Cause cause) {
        String receiver = received(c, cause.receiverLearns());
        String sender = words(c, cause.senderLearns());
        return c.sender() == Side.INITIATOR
                ? new ApplicationSees(sender, receiver)
                : new ApplicationSees(receiver, sender);
    }

    /** What the receiver's program learns, unless the RST met no connection, or one that took no notice of it. */
    private static String received(RstContext c, Learned learned) {
        return switch (Effect.of(c.timeline(), c.reset())) {
            case ENDED, UNKNOWN -> words(c, learned);
            case IGNORED -> IGNORED;
            case NOBODY -> NOBODY;
        };
    }

    private static String words(RstContext c, Learned learned) {
        return switch (learned) {
            case NOTHING -> NOTHING;
            case NOTHING_IT_CLOSED -> NOTHING + " (it closed)";
            case REFUSED_OR_RESET -> refusedOrReset(c);
            case HANDSHAKE_REJECTED -> byInitiator(c, NEVER_ACCEPTED, "ECONNREFUSED or ECONNRESET from connect()");
            case CONNECT_GAVE_UP ->
                byInitiator(c, "EINPROGRESS, EAGAIN or ETIMEDOUT from connect(), before the RST", NEVER_ACCEPTED);
            case RESET -> RESET;
            case RESET_ON_READ -> "ECONNRESET on the next read, EPIPE and SIGPIPE on the second write";
            case RESET_IF_CONNECTED -> IF_CONNECTED;
            case RESET_IF_ACCEPTABLE -> ifAcceptable(c.reset().standing());
            case TIMED_OUT -> "ETIMEDOUT";
            case ABORTED_BY_OPERATOR -> "ECONNABORTED where an operator destroyed the socket, else " + NOTHING;
        };
    }

    private static String byInitiator(RstContext c, String ofInitiator, String ofResponder) {
        return c.sender() == Side.INITIATOR ? ofInitiator : ofResponder;
    }

    private static String refusedOrReset(RstContext c) {
        return refusesConnect(c) ? "ECONNREFUSED from connect()" : "ECONNRESET";
    }

    private static String ifAcceptable(Standing standing) {
        if (standing.acceptable()) {
            return RESET;
        }
        return standing == Standing.UNKNOWN ? IF_CONNECTED : NOTHING + " (the RST was not acceptable)";
    }

    private static boolean refusesConnect(RstContext c) {
        return c.handshake().synAck().isEmpty()
                && !c.spokeBeyondHandshake(Side.INITIATOR)
                && !c.spokeBeyondHandshake(Side.RESPONDER);
    }
}
