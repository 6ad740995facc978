package dev.whyrst.conversation.hosts;

/**
 * How a RST answers a segment with ACK for which its host can have had no connection; RFC 9293 section 3.10.7.1 wants such an answer
 * bare, but not all stacks know that.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public enum StrayAnswer {
    /** It answers no such segment, or nothing shows that it does. */
    NONE,
    /** Without ACK. */
    BARE,
    /** With ACK, and the number behind the segment. */
    ACKNOWLEDGING;

    private static final StrayAnswer[] ALL = values();

    static StrayAnswer of(int ordinal) {
        return ALL[ordinal];
    }
}
