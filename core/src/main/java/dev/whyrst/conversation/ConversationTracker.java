package dev.whyrst.conversation;

import dev.whyrst.decode.SegmentView;
import dev.whyrst.net.TcpFlags;
import dev.whyrst.timeline.ConversationEnd;
import dev.whyrst.timeline.NetworkFacts;
import dev.whyrst.timeline.PayloadKind;
import dev.whyrst.timeline.Standing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Follows all conversations of a trace in bounded memory: the façade of the hot path.
 *
 * <p>Each segment takes the same steps for both ends: find or open the conversation, judge a RST against what was seen before
 * it, then bring numbers, window, state and history up to date, and log the segment. Conversations without RST leave nothing
 * but facts of their hosts; those with one stay as {@linkplain Dossiers dossiers}.
 */
public final class ConversationTracker {

    /** Retransmissions in a row, without a sign of the other end, that count as a silent death. */
    private static final int SILENT_DEATH = 3;

    /** Conversations that are looked at to find the one to give up, so that eviction costs the same at any size. */
    private static final int CANDIDATES = 16;

    private final TrackerLimits limits;
    private final long seed;
    private final ConversationRows rows = new ConversationRows();
    private final SegmentLog log = new SegmentLog(rows, new SegmentBlocks());
    private final ConversationTable table = new ConversationTable(rows);
    private final ConversationKey key = new ConversationKey();
    private final ConversationKey other = new ConversationKey();
    private final long[] packed = new long[PackedSegment.WORDS];
    private final HostTable hosts;
    private final ConnectionState state;
    private final ResetStanding standings = new ResetStanding(rows);
    private final Dossiers dossiers;
    private final Sleepers sleepers;
    private final Map<Integer, String> serverNames = new HashMap<>();

    private long position;
    private long streams;
    private long[] streamsByFile = new long[1];
    private long resets;
    private long silentDeaths;
    private long evicted;
    private int hand;
    private boolean keepsAll;

    /** A tracker with these limits. The seed spreads the hash tables; the result does not depend on it. */
    public ConversationTracker(TrackerLimits limits, long seed) {
        this.limits = limits;
        this.seed = seed;
        this.hosts = new HostTable(limits.maxHosts(), seed);
        this.state = new ConnectionState(rows, hosts);
        this.dossiers = new Dossiers(rows, log, limits.dossierBytes());
        this.sleepers = new Sleepers(rows, log, dossiers);
    }

    /** Keeps conversations without RST too, so that another capture can be held against them; to be said before the first segment. */
    public void keepAll() {
        keepsAll = true;
    }

    /** Takes the next segment of the trace. */
    public void accept(SegmentView segment) {
        position++;
        if (table.size() > limits.awake()) {
            letSleep(segment.timeNanos());
        }
        key.of(segment, limits.filesApart() ? segment.captureIndex() + 1 : 0);
        int hash = key.hash(seed);
        int row = table.find(hash, key);
        if (row == ConversationTable.ABSENT && sleepers.size() > 0) {
            row = wake(hash);
        }
        if (row == ConversationTable.ABSENT) {
            row = open(hash, segment);
        } else if (isNewIncarnation(row, segment)) {
            row = reopen(hash, row, segment);
        }
        advance(row, key.sender, segment);
    }

    /** Conversations opened so far, over all incarnations: what Wireshark numbers as {@code tcp.stream}. */
    public long conversations() {
        return streams;
    }

    /** RSTs seen so far. */
    public long resets() {
        return resets;
    }

    /** Conversations that were given up early because the table was full. */
    public long evicted() {
        return evicted;
    }

    /** Conversations without RST that died retransmitting. */
    public long silentDeaths() {
        return silentDeaths;
    }

    /** Whether hosts were left out of the facts because their table was full. */
    public boolean hostsOverflowed() {
        return hosts.overflowed();
    }

    /** Ends all conversations and hands over the dossiers of those that are kept. */
    public Dossiers endOfCapture() {
        dossiers.liveNames(this::serverName);
        for (int row = 0; row < rows.used(); row++) {
            if (rows.flag(row, Flag.LIVE)) {
                summarise(row);
                if (isKept(row)) {
                    dossiers.live(row);
                }
            }
        }
        return dossiers;
    }

    /** What was learnt of hosts and ports; complete after {@link #endOfCapture}. */
    public NetworkFacts facts() {
        return hosts;
    }

    /** The name that the initiator of the conversation in that row asked for, or empty. */
    private String serverName(int row) {
        return serverNames.getOrDefault(row, "");
    }

    private int open(int hash, SegmentView segment) {
        if (table.size() + sleepers.size() >= limits.maxConversations()) {
            evictOne();
        }
        if (table.size() >= limits.maxAwake()) {
            sleep(idlest());
        }
        int row = rows.allocate(key);
        table.add(hash, row);
        rows.stream(row, limits.filesApart() ? streamOf(segment.captureIndex()) : streams);
        streams++;
        rows.firstNanos(row, segment.timeNanos());
        rows.encapsulation(row, segment.encapsulation());
        guessRoles(row, segment);
        return row;
    }

    private long streamOf(int capture) {
        if (capture >= streamsByFile.length) {
            streamsByFile = Arrays.copyOf(streamsByFile, capture + 1);
        }
        return streamsByFile[capture]++;
    }

    private void guessRoles(int row, SegmentView segment) {
        boolean higherPortOpened = segment.srcPort() != segment.dstPort()
                ? segment.srcPort() > segment.dstPort()
                : !TcpFlags.has(segment.flags(), TcpFlags.RST);
        rows.initiator(row, higherPortOpened ? key.sender : 1 - key.sender);
    }

    /** Whether the segment opens a new connection on known ports: the ISN decides, as in Wireshark. */
    private boolean isNewIncarnation(int row, SegmentView segment) {
        return (segment.flags() & (TcpFlags.SYN | TcpFlags.ACK)) == TcpFlags.SYN
                && rows.flag(row, Flag.BASE_OF_0.of(key.sender))
                && segment.seq() != rows.isn(row, key.sender);
    }

    private int reopen(int hash, int row, SegmentView segment) {
        long lastNanos = rows.lastNanos(row);
        int nextOf0 = rows.sndNxt(row, 0);
        int nextOf1 = rows.sndNxt(row, 1);
        boolean closed = rows.finSeen(row, 0) && rows.finSeen(row, 1) || rows.flag(row, Flag.SAW_RST);
        boolean accepted = rows.flag(row, Flag.SAW_SYN_ACK) || rows.segments(row, 0) > 0 && rows.segments(row, 1) > 0;
        int encapsulation = rows.encapsulation(row);
        finish(hash, row, ConversationEnd.PORT_REUSE);
        int fresh = open(hash, segment);
        rows.encapsulation(fresh, encapsulation);
        rows.previous(fresh, lastNanos, nextOf0, nextOf1);
        if (closed) {
            rows.setFlag(fresh, Flag.PREVIOUS_CLOSED);
        }
        if (accepted) {
            rows.setFlag(fresh, Flag.PREVIOUS_ACCEPTED);
        }
        return fresh;
    }

    private void advance(int row, int end, SegmentView segment) {
        boolean reset = TcpFlags.has(segment.flags(), TcpFlags.RST);
        PayloadKind kind = PayloadGlance.of(segment);
        Standing standing = reset ? standings.of(row, end, segment) : Standing.UNKNOWN;
        if (reset) {
            noteReset(row, end, segment);
        } else {
            state.advance(row, end, segment);
            remember(row, segment, kind);
        }
        rows.lastNanos(row, segment.timeNanos());
        record(row, end, segment, kind, standing, reset);
    }

    private void noteReset(int row, int end, SegmentView segment) {
        resets++;
        boolean abort = !rows.flag(row, Flag.SAW_RST)
                && rows.segments(row, end) > 0
                && end != rows.initiator(row)
                && TcpFlags.has(segment.flags(), TcpFlags.ACK);
        if (abort) {
            hosts.aborted(segment.srcHigh(), segment.srcLow(), segment.srcPort(), segment.timeNanos());
        }
        rows.setFlag(row, Flag.SAW_RST);
        if (rows.firstReset(row) == 0) {
            rows.firstReset(row, position);
        }
        HistoryLetters.add(rows, row, HistoryLetters.RST, end);
        hosts.reset(segment.srcHigh(), segment.srcLow(), segment.ttl());
        boolean refusal = rows.segments(row, end) == 0
                && rows.flag(row, Flag.SAW_SYN)
                && !rows.flag(row, Flag.SAW_SYN_ACK)
                && end != rows.initiator(row);
        if (refusal) {
            hosts.refused(segment.srcHigh(), segment.srcLow(), segment.srcPort(), segment.timeNanos());
        }
        if (segment.payloadLength() > 0) {
            dossiers.resetText(position, segment);
        }
    }

    private void remember(int row, SegmentView segment, PayloadKind kind) {
        boolean asks = kind == PayloadKind.TLS_CLIENT_HELLO || kind == PayloadKind.HTTP_REQUEST;
        if (asks && serverNames.size() < limits.maxServerNames() && !serverNames.containsKey(row)) {
            String name = ServerName.of(segment, kind);
            if (!name.isEmpty()) {
                serverNames.put(row, name);
            }
        }
    }

    private void record(int row, int end, SegmentView s, PayloadKind kind, Standing standing, boolean reset) {
        if (log.isFull(row)) {
            dossiers.pack(row, serverName(row), ConversationEnd.CONTINUED);
            rows.source(row, ConversationRows.NOTHING);
            log.clear(row);
            rows.nextChapter(row);
        }
        if (reset) {
            dossiers.reset(row, position);
        }
        PackedSegment.pack(s, end, position, kind, standing, packed, 0);
        log.add(row, packed, reset);
    }

    private void finish(int hash, int row, ConversationEnd end) {
        summarise(row);
        if (isKept(row)) {
            dossiers.pack(row, serverName(row), end);
        }
        release(hash, row);
    }

    private void release(int hash, int row) {
        table.remove(hash, row);
        serverNames.remove(row);
        log.release(row);
        rows.release(row);
    }

    private boolean isKept(int row) {
        return keepsAll || rows.flag(row, Flag.RESET_IN_LOG);
    }

    /** Tells the facts of the hosts what they have not heard of yet. */
    private void summarise(int row) {
        for (int end = 0; end < 2; end++) {
            int segments = rows.segments(row, end);
            hosts.spoke(
                    rows.addressHigh(row, end),
                    rows.addressLow(row, end),
                    !rows.flag(row, Flag.TOLD),
                    segments - rows.counter(row, end, Counter.TOLD),
                    rows.minTtl(row, end),
                    rows.maxTtl(row, end),
                    rows.firstNanos(row),
                    rows.lastSentNanos(row, end));
            rows.counter(row, end, Counter.TOLD, segments);
        }
        rows.setFlag(row, Flag.TOLD);
        boolean retried = rows.counter(row, 0, Counter.UNANSWERED) >= SILENT_DEATH
                || rows.counter(row, 1, Counter.UNANSWERED) >= SILENT_DEATH;
        if (retried && rows.flag(row, Flag.SAW_ACK) && !rows.flag(row, Flag.SAW_RST)) {
            rows.setFlag(row, Flag.DIED);
            silentDeaths++;
        }
    }

    /** Looks at one conversation more, and puts it to sleep if it is tired: the clock's hand goes round once in a while. */
    private void letSleep(long nanos) {
        nextLive();
        if (sleepers.isTired(hand, nanos)) {
            sleep(hand);
        }
    }

    private void sleep(int row) {
        rows.key(row, other);
        int hash = other.hash(seed);
        summarise(row);
        sleepers.sleep(hash, row, serverName(row));
        release(hash, row);
    }

    private int wake(int hash) {
        int row = sleepers.wake(hash, key);
        if (row != ConversationTable.ABSENT) {
            table.add(hash, row);
            if (rows.flag(row, Flag.DIED)) {
                rows.clearFlag(row, Flag.DIED);
                silentDeaths--;
            }
            String name = sleepers.wokenName();
            if (!name.isEmpty()) {
                serverNames.put(row, name);
            }
        }
        return row;
    }

    private void evictOne() {
        if (sleepers.size() > 0) {
            evicted += sleepers.forgetOldest(seed) ? 1 : 0;
            return;
        }
        evicted++;
        int victim = idlest();
        rows.key(victim, other);
        finish(other.hash(seed), victim, ConversationEnd.EVICTED);
    }

    /** The longest idle of a handful of conversations. */
    private int idlest() {
        int idlest = nextLive();
        for (int i = 1; i < CANDIDATES; i++) {
            int candidate = nextLive();
            idlest = rows.lastNanos(candidate) < rows.lastNanos(idlest) ? candidate : idlest;
        }
        return idlest;
    }

    /** Moves the hand on to the next row in use; there must be one. */
    private int nextLive() {
        do {
            hand = hand + 1 >= rows.used() ? 0 : hand + 1;
        } while (!rows.flag(hand, Flag.LIVE));
        return hand;
    }
}
