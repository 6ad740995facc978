package dev.whyrst.conversation;

/** Small counters of a conversation's end that stop at their maximum. */
enum Counter {
    RETRANSMISSIONS(0, 0xfff),
    KEEP_ALIVES(12, 0xfff),
    ZERO_WINDOWS(24, 0xff),
    CHALLENGE_ACKS(32, 0xff),
    UNANSWERED(40, 0xff),

    /** Segments that the facts of the host have heard of. */
    TOLD(48, 0x7fff);

    final int shift;
    final int max;

    Counter(int shift, int max) {
        this.shift = shift;
        this.max = max;
    }
}
