package dev.whyrst.conversation.table;

/**
 * Goes round the rows in use like the hand of a clock, so that to find one that can be spared costs the same at any
 * size.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class ClockHand {

    /** Conversations that are looked at to find an idle one. */
    private static final int CANDIDATES = 16;

    /** Steps for each row that is taken: enough for the rows that can be spared to stay few among the others. */
    private static final int STEPS_FOR_A_ROW = 4;

    private final ConversationRows rows;
    private int hand;
    private long steps;

    public ClockHand(ConversationRows rows) {
        this.rows = rows;
    }

    /**
     * Whether to move on: the hand goes as fast as rows are taken, since each one that it passes has to come from
     * memory.
     */
    public boolean isDue() {
        return steps < rows.taken() * STEPS_FOR_A_ROW;
    }

    /** Moves on to the next row in use; there must be one. */
    public int next() {
        steps++;
        return pass();
    }

    private int pass() {
        do {
            hand = hand + 1 >= rows.used() ? 0 : hand + 1;
        } while (!rows.flag(hand, Flag.LIVE));
        return hand;
    }

    /** Moves on over a handful of rows in use; the one that was idle the longest. */
    public int idlest() {
        int idlest = pass();
        for (int i = 1; i < CANDIDATES; i++) {
            int candidate = pass();
            idlest = rows.lastNanos(candidate) < rows.lastNanos(idlest) ? candidate : idlest;
        }
        return idlest;
    }
}
