package dev.whyrst.conversation.tracking;

import dev.whyrst.net.Nanos;

/**
 * Tells where the capture was made, by the halves of handshakes: a SYN,ACK that follows its SYN late and is
 * acknowledged at once passed a point near the initiator, and the other way round.
 */
final class VantagePoint {

    /** How many times as long one half of a handshake must take as the other to tell something. */
    private static final int TELLING = 4;

    /** Time, in nanoseconds, within which an answer has crossed no network worth the name. */
    private static final long NO_NETWORK_NANOS = 200 * Nanos.MICRO;

    private long handshakes;
    private long nearInitiator;
    private long nearResponder;
    private long nearBoth;

    /**
     * Takes a handshake in which nothing was repeated.
     *
     * @param toResponder nanoseconds from the SYN to the SYN,ACK
     * @param toInitiator nanoseconds from the SYN,ACK to its acknowledgement
     */
    void handshake(long toResponder, long toInitiator) {
        if (toResponder < 0 || toInitiator < 0) {
            return;
        }
        handshakes++;
        if (toResponder < NO_NETWORK_NANOS && toInitiator < NO_NETWORK_NANOS) {
            nearBoth++;
        } else if (toResponder / TELLING > toInitiator) {
            nearInitiator++;
        } else if (toInitiator / TELLING > toResponder) {
            nearResponder++;
        }
    }

    /** The point in one sentence with its basis. */
    String sentence() {
        if (handshakes == 0) {
            return "Unknown: no whole handshake was captured";
        }
        if (isMost(nearBoth)) {
            return "Near both ends: in " + share(nearBoth) + " both ends answered within 0.2 ms";
        }
        if (isMost(nearInitiator + nearBoth)) {
            return "Near the initiators: in " + share(nearInitiator)
                    + " the SYN,ACK took over 4 times as long to come as the ACK behind it" + atOnce();
        }
        if (isMost(nearResponder + nearBoth)) {
            return "Near the responders: in " + share(nearResponder)
                    + " the ACK took over 4 times as long to come as the SYN,ACK before it" + atOnce();
        }
        long between = handshakes - nearInitiator - nearResponder - nearBoth;
        if (isMost(between)) {
            return "Between the ends: in " + share(between) + " both ends took about as long to answer";
        }
        return "Unknown: of " + handshakes + " handshakes " + nearInitiator
                + " look as if captured near the initiator, " + nearResponder + " near the responder, " + nearBoth
                + " near both, " + between + " between them";
    }

    private String atOnce() {
        return nearBoth == 0 ? "" : ", in " + nearBoth + " more both ends answered at once";
    }

    private boolean isMost(long count) {
        return count * 5 >= handshakes * 4;
    }

    private String share(long count) {
        return handshakes == 1 ? "the one whole handshake" : count + " of " + handshakes + " handshakes";
    }
}
