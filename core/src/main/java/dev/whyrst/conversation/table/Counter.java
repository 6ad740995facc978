package dev.whyrst.conversation.table;

/**
 * Small counters of a conversation's end that stop at their maximum.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public enum Counter {
    RETRANSMISSIONS(0, 0xfff),
    KEEP_ALIVES(12, 0xfff),
    ZERO_WINDOWS(24, 0xff),
    CHALLENGE_ACKS(32, 0xff),
    UNANSWERED(40, 0xff),

    /** Segments that the facts of the host have heard of. */
    TOLD(48, 0x7fff);

    public final int shift;
    public final int max;

    Counter(int shift, int max) {
        this.shift = shift;
        this.max = max;
    }
}
