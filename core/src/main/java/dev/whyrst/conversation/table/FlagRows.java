package dev.whyrst.conversation.table;

import dev.whyrst.timeline.RoleBasis;

/** The word of a row that holds yes-or-no facts, and in the bits that these leave the dossier of the conversation. */
abstract class FlagRows extends RowSlab {

    /** The word with the flags. */
    public static final int FLAGS = 14;

    public final boolean flag(int row, Flag flag) {
        return (get(row, FLAGS) & flag.bit) != 0;
    }

    public final void setFlag(int row, Flag flag) {
        set(row, FLAGS, get(row, FLAGS) | flag.bit);
    }

    /** Sets the flag if that is so. */
    public final void setFlag(int row, Flag flag, boolean isSo) {
        if (isSo) {
            setFlag(row, flag);
        }
    }

    public final void clearFlag(int row, Flag flag) {
        set(row, FLAGS, get(row, FLAGS) & ~flag.bit);
    }

    /** Which end is the initiator. */
    public final int initiator(int row) {
        return flag(row, Flag.INITIATOR_IS_1) ? 1 : 0;
    }

    public final void initiator(int row, int end) {
        if (end == 1) {
            setFlag(row, Flag.INITIATOR_IS_1);
        } else {
            clearFlag(row, Flag.INITIATOR_IS_1);
        }
    }

    public final RoleBasis roles(int row) {
        if (flag(row, Flag.ROLES_FROM_SYN)) {
            return RoleBasis.SYN;
        }
        return flag(row, Flag.ROLES_FROM_SYN_ACK) ? RoleBasis.SYN_ACK : RoleBasis.PORT_GUESS;
    }

    /**
     * The dossier that the conversation's timeline belongs to, or {@link ConversationRows#NOTHING}; it takes what the flags leave of
     * their word.
     */
    public final int source(int row) {
        return (int) (get(row, FLAGS) >>> Flag.BITS) - 1;
    }

    public final void source(int row, int source) {
        set(row, FLAGS, (long) (source + 1) << Flag.BITS | get(row, FLAGS) & Flag.MASK);
    }
}
