package dev.whyrst.conversation.tracking;

import dev.whyrst.conversation.dossier.Dossiers;
import dev.whyrst.conversation.dossier.SleepingConversations;
import dev.whyrst.conversation.failures.FailureLog;
import dev.whyrst.conversation.hosts.HostReports;
import dev.whyrst.conversation.log.IcmpErrors;
import dev.whyrst.conversation.log.SegmentLog;
import dev.whyrst.conversation.payload.ServerNames;
import dev.whyrst.conversation.table.ClockHand;
import dev.whyrst.conversation.table.ConversationKey;
import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.ConversationTable;
import dev.whyrst.conversation.table.Flag;
import dev.whyrst.timeline.ConversationEnd;

/**
 * The conversations that may still go on: which are at hand, which sleep, and which have to go when there are too many.
 *
 * <p>A conversation that goes leaves its dossier if it had a RST, and what its hosts showed.
 */
final class LiveConversations implements ConversationFinder.Lookup {

    private final ConversationRows rows;
    private final SegmentLog log;
    private final TrackerLimits limits;
    private final long seed;
    private final ClockHand hand;
    private final ConversationTable table;
    private final SleepingConversations asleep;
    private final Dossiers dossiers;
    private final HostReports hostReports;
    private final FailureLog failures;
    private final ServerNames serverNames;
    private final IcmpErrors icmpErrors;
    private final ConversationKey other = new ConversationKey();

    private long evicted;
    private boolean keepsAll;

    LiveConversations(
            ConversationRows rows,
            SegmentLog log,
            Dossiers dossiers,
            HostReports hostReports,
            FailureLog failures,
            IcmpErrors icmpErrors,
            TrackerLimits limits,
            long seed) {
        this.rows = rows;
        this.log = log;
        this.dossiers = dossiers;
        this.hostReports = hostReports;
        this.failures = failures;
        this.icmpErrors = icmpErrors;
        this.limits = limits;
        this.seed = seed;
        this.hand = new ClockHand(rows);
        this.table = new ConversationTable(rows);
        this.asleep = new SleepingConversations(rows, log, dossiers);
        this.serverNames = new ServerNames(limits.maxServerNames());
    }

    /** Keeps conversations without RST too. */
    void keepAll() {
        keepsAll = true;
    }

    /** The names that those at hand asked for. */
    ServerNames serverNames() {
        return serverNames;
    }

    /** Conversations that were given up early because there were too many. */
    long evicted() {
        return evicted;
    }

    /** The row of the conversation with that key, which is awake then, or {@link ConversationTable#ABSENT}. */
    @Override
    public int find(int hash, ConversationKey key) {
        int row = table.find(hash, key);
        return row == ConversationTable.ABSENT && asleep.size() > 0 ? wake(hash, key) : row;
    }

    /** A fresh row for a conversation with that key. */
    int open(int hash, ConversationKey key) {
        if (table.size() + asleep.size() >= limits.maxConversations()) {
            evictOne();
        }
        int row = rows.allocate(key);
        table.add(hash, row);
        return row;
    }

    /** Ends the conversation in that row. */
    void finish(int hash, int row, ConversationEnd end) {
        hostReports.tellLast(row);
        failures.givenUp(row);
        if (isKept(row)) {
            dossiers.pack(row, serverNames.of(row), end);
        }
        release(hash, row);
    }

    /** Whether it is time to {@linkplain #letSleep let one sleep}: asked for each segment. */
    boolean areMany() {
        return hand.isDue() && table.size() > limits.awake();
    }

    /**
     * Lets conversations sleep: one if it is tired, whenever the clock's hand comes round to it; an idle one where too
     * many are awake.
     */
    void letSleep(long nanos) {
        int next = hand.next();
        if (asleep.isTired(next, nanos)) {
            sleep(next);
        } else if (table.size() >= limits.maxAwake()) {
            sleep(hand.idlest());
        }
    }

    /** Ends all conversations; nothing is left of them but dossiers. */
    void endAll() {
        asleep.close();
        table.clear();
        for (int row = 0; row < rows.used(); row++) {
            if (rows.flag(row, Flag.LIVE)) {
                hostReports.tell(row);
                failures.givenUp(row);
                if (isKept(row)) {
                    dossiers.pack(row, serverNames.of(row), ConversationEnd.END_OF_CAPTURE);
                }
            }
        }
    }

    private void release(int hash, int row) {
        table.remove(hash, row);
        serverNames.forget(row);
        icmpErrors.forget(row);
        log.release(row);
        rows.release(row);
    }

    private boolean isKept(int row) {
        return keepsAll && rows.logCount(row) > 0 || rows.flag(row, Flag.RESET_IN_LOG);
    }

    private void sleep(int row) {
        rows.key(row, other);
        int hash = other.hash(seed);
        hostReports.tell(row);
        failures.givenUp(row);
        asleep.sleep(hash, row, serverNames.of(row));
        release(hash, row);
    }

    private int wake(int hash, ConversationKey key) {
        int row = asleep.wake(hash, key);
        if (row != ConversationTable.ABSENT) {
            table.add(hash, row);
            wokenUp(row);
        }
        return row;
    }

    private void wokenUp(int row) {
        if (rows.flag(row, Flag.DIED)) {
            hostReports.revived(row);
        }
        serverNames.put(row, asleep.wokenName());
        IcmpErrors.Kept errors = dossiers.errors(rows.source(row));
        if (errors != null) {
            icmpErrors.restore(row, errors);
        }
        failures.wokenUp(row);
    }

    private void evictOne() {
        if (asleep.size() > 0) {
            evicted += asleep.forgetOldest(seed) ? 1 : 0;
            return;
        }
        evicted++;
        int victim = hand.idlest();
        rows.key(victim, other);
        finish(other.hash(seed), victim, ConversationEnd.EVICTED);
    }
}
