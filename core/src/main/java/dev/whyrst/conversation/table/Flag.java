package dev.whyrst.conversation.table;

/**
 * Yes-or-no facts of a conversation's row.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public enum Flag {
    LIVE,
    INITIATOR_IS_1,
    ROLES_FROM_SYN,
    ROLES_FROM_SYN_ACK,
    NUMBERS_OF_0,
    NUMBERS_OF_1,
    BASE_OF_0,
    BASE_OF_1,
    ISN_OF_0,
    ISN_OF_1,
    ACKED_BY_0,
    ACKED_BY_1,
    FIN_OF_0,
    FIN_OF_1,
    TIMESTAMPS_OF_0,
    TIMESTAMPS_OF_1,
    SAW_SYN,
    SAW_SYN_ACK,
    SAW_ACK,
    SAW_DATA,
    SAW_FIN,
    SAW_RST,
    RESET_IN_LOG,
    PREVIOUS_CLOSED,
    PREVIOUS_FINISHED,
    PREVIOUS_ACCEPTED,
    PREVIOUS_ELSEWHERE,

    /** Its first RST was an abort by end 0: it bore an acknowledgment, and its sender had the connection. */
    FIRST_ABORT_OF_0,
    FIRST_ABORT_OF_1,
    HAS_COPIES,
    HAS_TWIN,
    IS_TWIN,

    /** The facts of its hosts have heard of the conversation. */
    TOLD,

    /** Counted as a silent death. */
    DIED,

    /** Counted as a failure without a RST. */
    FAILED;

    /** So many bits of a word are for flags. */
    static final int BITS = 36;

    /** The bits that are for flags. */
    public static final long MASK = (1L << BITS) - 1;

    public final long bit = 1L << ordinal();

    /** The flag of end 1 that belongs to this flag of end 0. */
    public Flag of(int end) {
        return end == 0 ? this : OF_END_1[ordinal()];
    }

    private static final Flag[] OF_END_1 = new Flag[values().length];

    static {
        Flag[] all = values();
        for (int i = 0; i + 1 < all.length; i++) {
            OF_END_1[i] = all[i + 1];
        }
    }
}
