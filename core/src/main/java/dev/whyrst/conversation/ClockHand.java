package dev.whyrst.conversation;

/** Goes round the rows in use like the hand of a clock, so that to find one that can be spared costs the same at any size. */
final class ClockHand {

    /** Conversations that are looked at to find an idle one. */
    private static final int CANDIDATES = 16;

    private final ConversationRows rows;
    private int hand;

    ClockHand(ConversationRows rows) {
        this.rows = rows;
    }

    /** Moves on to the next row in use; there must be one. */
    int next() {
        do {
            hand = hand + 1 >= rows.used() ? 0 : hand + 1;
        } while (!rows.flag(hand, Flag.LIVE));
        return hand;
    }

    /** Moves on over a handful of rows in use; the one that was idle the longest. */
    int idlest() {
        int idlest = next();
        for (int i = 1; i < CANDIDATES; i++) {
            int candidate = next();
            idlest = rows.lastNanos(candidate) < rows.lastNanos(idlest) ? candidate : idlest;
        }
        return idlest;
    }
}
