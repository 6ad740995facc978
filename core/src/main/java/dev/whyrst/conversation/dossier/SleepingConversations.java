package dev.whyrst.conversation.dossier;

import dev.whyrst.conversation.log.SegmentLog;
import dev.whyrst.conversation.table.ConversationKey;
import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.ConversationTable;
import dev.whyrst.conversation.table.Flag;
import dev.whyrst.net.Nanos;
import dev.whyrst.timeline.ConversationEnd;
import java.util.BitSet;

/**
 * Conversations that lie packed until another segment of theirs comes: those that are over, and those that were silent
 * for long. A sleeper takes a tenth of the memory, and the ones awake stay near the processor.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class SleepingConversations {

    /** Silence, in nanoseconds, after which a conversation that is over sleeps. */
    private static final long OVER_NANOS = Nanos.SECOND;

    /** Silence, in nanoseconds, after which any conversation sleeps. */
    private static final long SILENT_NANOS = 30 * Nanos.SECOND;

    private final ConversationRows rows;
    private final SegmentLog log;
    private final Dossiers dossiers;
    private final DossierStore.View store;
    private final ConversationTable table = new ConversationTable(this::matches);
    private BitSet asleep = new BitSet();
    private final ConversationRows scratch = new ConversationRows();
    private long[] words = new long[0];
    private int oldest;

    public SleepingConversations(ConversationRows rows, SegmentLog log, Dossiers dossiers) {
        this.rows = rows;
        this.log = log;
        this.dossiers = dossiers;
        this.store = dossiers.view();
    }

    public int size() {
        return table.size();
    }

    /** Whether the conversation in that row may fall asleep at that time. */
    public boolean isTired(int row, long nanos) {
        return nanos - rows.lastNanos(row) > (isOver(rows, row) ? OVER_NANOS : SILENT_NANOS);
    }

    private static boolean isOver(ConversationRows of, int row) {
        return of.flag(row, Flag.SAW_RST) || of.finSeen(row, 0) && of.finSeen(row, 1);
    }

    /** Packs the conversation in that row, which the caller then releases. */
    public void sleep(int hash, int row, String serverName) {
        int source = dossiers.pack(row, serverName, ConversationEnd.END_OF_CAPTURE);
        table.add(hash, source);
        asleep.set(source);
    }

    /** Wakes the sleeper with that key into a fresh row; returns the row, or {@link ConversationTable#ABSENT}. */
    public int wake(int hash, ConversationKey key) {
        int source = table.find(hash, key);
        if (source == ConversationTable.ABSENT) {
            return ConversationTable.ABSENT;
        }
        table.remove(hash, source);
        asleep.clear(source);
        int row = rows.allocate(key);
        rows.copyFrom(words, SavedConversation.ROW, row);
        rows.source(row, source);
        log.restore(row, words, SavedConversation.SEGMENTS, SavedConversation.segments(words));
        return row;
    }

    /**
     * Gives up waking the sleeper that fell asleep first of those that have not been passed yet; there must be one.
     *
     * @return whether it was not over
     */
    public boolean forgetOldest(long seed) {
        oldest = asleep.nextSetBit(oldest);
        oldest = oldest < 0 ? asleep.nextSetBit(0) : oldest;
        load(oldest);
        scratch.restore(words, SavedConversation.ROW);
        ConversationKey key = new ConversationKey();
        scratch.key(0, key);
        table.remove(key.hash(seed), oldest);
        asleep.clear(oldest);
        return !isOver(scratch, 0);
    }

    /** Lets nobody wake any more, and gives the memory back that this took. */
    public void close() {
        table.clear();
        asleep = new BitSet();
    }

    /** What the conversation that woke last had asked for, or empty. */
    public String wokenName() {
        return dossiers.name(SavedConversation.name(words));
    }

    private boolean matches(int source, ConversationKey key) {
        load(source);
        return SavedConversation.matches(words, key);
    }

    private void load(int source) {
        words = dossiers.read(store, source);
        SavedConversation.grow(words);
    }
}
