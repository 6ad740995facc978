package dev.whyrst.conversation;

import dev.whyrst.conversation.ConversationRows.Counter;
import dev.whyrst.conversation.ConversationRows.Flag;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.net.TcpFlags;
import dev.whyrst.timeline.ConversationEnd;
import dev.whyrst.timeline.NetworkFacts;
import dev.whyrst.timeline.PayloadKind;
import dev.whyrst.timeline.Standing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows all conversations of a trace in bounded memory: the façade of the hot path.
 *
 * <p>Each segment takes the same steps for both ends: find or open the conversation, judge a RST against what was seen before
 * it, then bring numbers, window, state and history up to date, and log the segment. Conversations without RST leave nothing
 * but facts of their hosts; those with one stay as {@linkplain Dossiers dossiers}.
 */
public final class ConversationTracker {

    /** A jump of SEG.SEQ beyond this says more of the segment than of the stream, and moves nothing. */
    private static final int ABSURD_JUMP = 1 << 30;

    /** Retransmissions in a row, without a sign of the other end, that count as a silent death. */
    private static final int SILENT_DEATH = 3;

    /** A FIN that follows the same end's last segment so soon belongs to an answer that ends with the connection. */
    private static final long HEELS_NANOS = 5_000_000;

    private final TrackerLimits limits;
    private final long seed;
    private final ConversationRows rows = new ConversationRows();
    private final SegmentBlocks blocks = new SegmentBlocks();
    private final SegmentLog log = new SegmentLog(rows, blocks);
    private final ConversationTable table = new ConversationTable(rows);
    private final Tuples tuples;
    private final Copies copies = new Copies(rows, log);
    private final IcmpErrors icmpErrors = new IcmpErrors();
    private final long[] packed = new long[PackedSegment.WORDS];
    private final HostTable hosts;
    private final Dossiers dossiers;
    private final Map<Integer, String> serverNames = new HashMap<>();

    private long position;
    private long streams;
    private long[] streamsByFile = new long[1];
    private long resets;
    private long silentDeaths;
    private long evicted;
    private int evictionHand;
    private boolean keepsAll;

    /** A tracker with these limits. The seed spreads the hash tables; the result does not depend on it. */
    public ConversationTracker(TrackerLimits limits, long seed) {
        this.limits = limits;
        this.seed = seed;
        this.hosts = new HostTable(limits.maxHosts(), seed);
        this.tuples = new Tuples(rows, table, seed, limits.filesApart());
        this.dossiers = new Dossiers(rows, log, icmpErrors, limits.dossierBytes());
    }

    /** Keeps conversations without RST too, so that another capture can be held against them; to be said before the first segment. */
    public void keepAll() {
        keepsAll = true;
    }

    /** Takes the next segment of the trace. */
    public void accept(SegmentView segment) {
        position++;
        int row = tuples.find(segment);
        if (row == ConversationTable.ABSENT) {
            row = open(segment, nextStream(segment));
        } else if (isNewIncarnation(row, segment)) {
            row = copies.isOtherNetwork(row, segment)
                    ? twin(row, copies.tunnelOf(row, 0), segment, nextStream(segment))
                    : reopen(row, segment);
        } else if (copies.mayRepeat(row, tuples.key.sender, segment)) {
            int captured = copies.tunnelOfOriginal(row, tuples.key.sender, segment);
            if (captured == segment.tunnel()) {
                copy(row, tuples.key.sender, segment);
                return;
            }
            row = captured == Copies.NO_COPY ? row : twin(row, captured, segment, rows.stream(row));
        }
        advance(row, tuples.key.sender, segment);
    }

    /** Takes a TCP header with a data offset below 5: hosts drop it, but Wireshark gives its conversation a number. */
    public void acceptBadHeader(SegmentView header) {
        if (tuples.find(header) == ConversationTable.ABSENT) {
            open(header, nextStream(header));
        }
    }

    /** Takes an ICMP error as evidence in the conversation that it quotes, if that is known. */
    public void acceptIcmpError(SegmentView quote) {
        int row = tuples.find(quote);
        if (row != ConversationTable.ABSENT) {
            icmpErrors.add(row, tuples.key.sender, quote, rows.flag(row, Flag.SAW_RST));
        }
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

    /** One sentence for each thing to know about how the capture was made. */
    public List<String> notes() {
        return copies.notes(position);
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

    private int open(SegmentView segment, long stream) {
        if (table.size() >= limits.maxConversations()) {
            evictOne();
        }
        int row = rows.allocate(tuples.key);
        table.add(tuples.hash(), row);
        rows.stream(row, stream);
        rows.firstNanos(row, segment.timeNanos());
        rows.encapsulation(row, segment.encapsulation());
        guessRoles(row, segment);
        return row;
    }

    /** The conversation that has the tuple of another one, which comes in that tunnel, but is itself in the segment's tunnel. */
    private int twin(int other, int tunnel, SegmentView segment, long stream) {
        rows.setFlag(other, Flag.HAS_TWIN);
        rows.tunnel(other, tunnel);
        int twin = tuples.findTwin(segment);
        if (twin == ConversationTable.ABSENT) {
            twin = open(segment, stream);
            rows.setFlag(twin, Flag.IS_TWIN);
            copies.countTwin();
        }
        return twin;
    }

    /** Takes a segment that was captured before. */
    private void copy(int row, int end, SegmentView segment) {
        copies.count(row);
        if (TcpFlags.has(segment.flags(), TcpFlags.RST)) {
            resets++;
            dossiers.resetText(position, segment);
            PayloadKind kind = PayloadGlance.of(segment);
            record(row, end, segment, kind, standing(row, end, segment), true, true);
        }
    }

    private long nextStream(SegmentView segment) {
        long stream = streams++;
        return limits.filesApart() ? streamOf(segment.captureIndex()) : stream;
    }

    /** The number of a new incarnation: that of the first conversation of its tuple where the same SYN opened that one too. */
    private long streamOfIncarnation(boolean twin, SegmentView syn) {
        if (twin) {
            int first = tuples.findFirst(syn);
            boolean same = first != ConversationTable.ABSENT && rows.isn(first, tuples.key.sender) == syn.seq();
            tuples.findTwin(syn);
            if (same) {
                return rows.stream(first);
            }
        }
        return nextStream(syn);
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
        int initiator = higherPortOpened ? tuples.key.sender : 1 - tuples.key.sender;
        initiator(row, initiator);
    }

    private void initiator(int row, int end) {
        if (end == 1) {
            rows.setFlag(row, Flag.INITIATOR_IS_1);
        } else {
            rows.clearFlag(row, Flag.INITIATOR_IS_1);
        }
    }

    /** Whether the segment opens a new connection on known ports: the ISN decides, as in Wireshark. */
    private boolean isNewIncarnation(int row, SegmentView segment) {
        return (segment.flags() & (TcpFlags.SYN | TcpFlags.ACK)) == TcpFlags.SYN
                && rows.flag(row, Flag.BASE_OF_0.of(tuples.key.sender))
                && segment.seq() != rows.isn(row, tuples.key.sender);
    }

    private int reopen(int row, SegmentView segment) {
        long lastNanos = rows.lastNanos(row);
        int nextOf0 = rows.sndNxt(row, 0);
        int nextOf1 = rows.sndNxt(row, 1);
        boolean closed = rows.finSeen(row, 0) && rows.finSeen(row, 1) || rows.flag(row, Flag.SAW_RST);
        boolean accepted = rows.flag(row, Flag.SAW_SYN_ACK) || rows.segments(row, 0) > 0 && rows.segments(row, 1) > 0;
        int encapsulation = rows.encapsulation(row);
        boolean hasTwin = rows.flag(row, Flag.HAS_TWIN);
        boolean isTwin = rows.flag(row, Flag.IS_TWIN);
        int tunnel = rows.tunnel(row);
        finish(tuples.hash(), row, ConversationEnd.PORT_REUSE);
        int fresh = open(segment, streamOfIncarnation(isTwin, segment));
        rows.encapsulation(fresh, encapsulation);
        rows.tunnel(fresh, tunnel);
        rows.previous(fresh, lastNanos, nextOf0, nextOf1);
        rows.setFlag(fresh, Flag.PREVIOUS_CLOSED, closed);
        rows.setFlag(fresh, Flag.PREVIOUS_ACCEPTED, accepted);
        rows.setFlag(fresh, Flag.HAS_TWIN, hasTwin);
        rows.setFlag(fresh, Flag.IS_TWIN, isTwin);
        return fresh;
    }

    private void advance(int row, int end, SegmentView segment) {
        int flags = segment.flags();
        boolean reset = TcpFlags.has(flags, TcpFlags.RST);
        PayloadKind kind = PayloadGlance.of(segment);
        Standing standing = reset ? standing(row, end, segment) : Standing.UNKNOWN;
        if (reset) {
            noteReset(row, end, segment);
        } else {
            roles(row, end, flags);
            numbers(row, end, segment);
            acknowledge(row, end, segment);
            window(row, end, segment);
            state(row, end, segment);
            habits(row, end, segment);
            remember(row, segment, kind);
        }
        rows.lastNanos(row, segment.timeNanos());
        record(row, end, segment, kind, standing, reset, false);
    }

    private Standing standing(int row, int end, SegmentView segment) {
        int peer = 1 - end;
        if (!rows.flag(row, Flag.BASE_OF_0.of(peer)) && !rows.flag(row, Flag.BASE_OF_0.of(end))) {
            return Standing.UNKNOWN;
        }
        if (rows.segments(row, end) == 0 && rows.flag(row, Flag.SAW_SYN) && !rows.flag(row, Flag.ACKED_BY_0.of(peer))) {
            boolean acknowledges =
                    TcpFlags.has(segment.flags(), TcpFlags.ACK) && segment.ack() == rows.sndNxt(row, peer);
            return acknowledges ? Standing.EXACT : Standing.UNACCEPTABLE_ACK;
        }
        return againstWindow(row, end, segment.seq());
    }

    private Standing againstWindow(int row, int end, int seq) {
        int peer = 1 - end;
        boolean ackedByPeer = rows.flag(row, Flag.ACKED_BY_0.of(peer));
        boolean sent = rows.flag(row, Flag.NUMBERS_OF_0.of(end));
        if (!ackedByPeer && !sent) {
            return Standing.UNKNOWN;
        }
        int expected = ackedByPeer ? rows.acked(row, peer) : rows.sndNxt(row, end);
        if (seq == expected) {
            return Standing.EXACT;
        }
        if (sent && seq == rows.sndNxt(row, end)) {
            return Standing.LINES_UP;
        }
        if (seq - expected < 0) {
            return Standing.BELOW_WINDOW;
        }
        return seq - expected < scaledWindow(row, peer) ? Standing.IN_WINDOW : Standing.ABOVE_WINDOW;
    }

    private int scaledWindow(int row, int end) {
        int shiftPlus1 = rows.windowShiftPlus1(row, end);
        boolean bothScale = shiftPlus1 > 1 || rows.windowShiftPlus1(row, 1 - end) > 0;
        return Math.max(1, rows.window(row, end) << (bothScale && shiftPlus1 > 0 ? Math.min(14, shiftPlus1 - 1) : 0));
    }

    private void noteReset(int row, int end, SegmentView segment) {
        resets++;
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

    private void roles(int row, int end, int flags) {
        if (!TcpFlags.has(flags, TcpFlags.SYN)) {
            return;
        }
        boolean synAck = TcpFlags.has(flags, TcpFlags.ACK);
        if (!synAck && !rows.flag(row, Flag.ROLES_FROM_SYN)) {
            initiator(row, end);
            rows.setFlag(row, Flag.ROLES_FROM_SYN);
        } else if (synAck && !rows.flag(row, Flag.ROLES_FROM_SYN) && !rows.flag(row, Flag.ROLES_FROM_SYN_ACK)) {
            initiator(row, 1 - end);
            rows.setFlag(row, Flag.ROLES_FROM_SYN_ACK);
        }
    }

    private void numbers(int row, int end, SegmentView segment) {
        int flags = segment.flags();
        boolean syn = TcpFlags.has(flags, TcpFlags.SYN);
        int length = segment.payloadLength() + (syn ? 1 : 0) + (TcpFlags.has(flags, TcpFlags.FIN) ? 1 : 0);
        int seq = segment.seq();
        if (syn) {
            rows.setFlag(row, Flag.ISN_OF_0.of(end));
        }
        if (!rows.flag(row, Flag.BASE_OF_0.of(end))) {
            rows.numbers(row, end, syn ? seq : seq - 1, seq + length);
            rows.setFlag(row, Flag.BASE_OF_0.of(end));
        } else if (!rows.flag(row, Flag.NUMBERS_OF_0.of(end))) {
            rows.numbers(row, end, syn ? seq : rows.isn(row, end), seq + length);
        } else {
            rows.addSegment(row, end, progress(row, end, seq, length, segment));
            return;
        }
        rows.setFlag(row, Flag.NUMBERS_OF_0.of(end));
        rows.addSegment(row, end, segment.payloadLength());
    }

    /** Moves SND.NXT of the end; returns how many of the segment's payload bytes are new. */
    private int progress(int row, int end, int seq, int length, SegmentView segment) {
        int next = rows.sndNxt(row, end);
        int ahead = seq + length - next;
        if (ahead > 0 && ahead < ABSURD_JUMP) {
            if (Integer.compareUnsigned(seq + length, next) < 0) {
                rows.wrapped(row, end);
            }
            rows.numbers(row, end, rows.isn(row, end), seq + length);
            return Math.min(ahead, segment.payloadLength());
        }
        boolean probe = seq == next - 1 && segment.payloadLength() <= 1 && length == segment.payloadLength();
        if (probe && rows.flag(row, Flag.SAW_ACK)) {
            rows.count(row, end, Counter.KEEP_ALIVES);
        } else if (length > 0 && ahead <= 0) {
            retransmitted(row, end);
        }
        return 0;
    }

    private void retransmitted(int row, int end) {
        rows.count(row, end, Counter.RETRANSMISSIONS);
        rows.count(row, end, Counter.UNANSWERED);
        HistoryLetters.add(rows, row, HistoryLetters.RETRANSMISSION, end);
    }

    private void acknowledge(int row, int end, SegmentView segment) {
        int peer = 1 - end;
        rows.reset(row, peer, Counter.UNANSWERED);
        if (!TcpFlags.has(segment.flags(), TcpFlags.ACK)) {
            return;
        }
        if (!rows.flag(row, Flag.BASE_OF_0.of(peer))) {
            rows.numbers(row, peer, segment.ack() - 1, segment.ack());
            rows.setFlag(row, Flag.BASE_OF_0.of(peer));
        }
        if (!rows.flag(row, Flag.ACKED_BY_0.of(end))) {
            rows.acked(row, end, segment.ack());
            rows.setFlag(row, Flag.ACKED_BY_0.of(end));
        } else {
            int ahead = segment.ack() - rows.acked(row, end);
            if (ahead > 0 && ahead < ABSURD_JUMP) {
                rows.acked(row, end, segment.ack());
            }
        }
    }

    private void window(int row, int end, SegmentView segment) {
        if (segment.window() < 0) {
            return;
        }
        rows.window(row, end, segment.window());
        if (segment.window() == 0) {
            rows.count(row, end, Counter.ZERO_WINDOWS);
            HistoryLetters.add(rows, row, HistoryLetters.ZERO_WINDOW, end);
        }
        if (TcpFlags.has(segment.flags(), TcpFlags.SYN) && segment.optionsSeen()) {
            rows.windowShiftPlus1(row, end, segment.windowShift() + 1);
            rows.maxSegmentSize(row, end, Math.max(0, segment.maxSegmentSize()));
        }
    }

    private void state(int row, int end, SegmentView segment) {
        int flags = segment.flags();
        if (TcpFlags.has(flags, TcpFlags.SYN)) {
            handshake(row, end, segment, TcpFlags.has(flags, TcpFlags.ACK));
            return;
        }
        if (TcpFlags.has(flags, TcpFlags.ACK)) {
            acknowledged(row, end, segment);
        }
        if (segment.payloadLength() > 0) {
            rows.setFlag(row, Flag.SAW_DATA);
            HistoryLetters.add(rows, row, HistoryLetters.DATA, end);
        }
        if (TcpFlags.has(flags, TcpFlags.FIN)) {
            rows.setFlag(row, Flag.SAW_FIN);
            HistoryLetters.add(rows, row, HistoryLetters.FIN, end);
            if (!rows.finSeen(row, end)) {
                closedUnasked(row, end, segment);
                int finSeq = segment.seq() + segment.payloadLength();
                rows.fin(row, end, finSeq, segment.timeNanos(), PackedSegment.frame(segment));
            }
        }
    }

    /** Tells the facts of a responder's FIN that comes first, and not on the heels of what it said. */
    private void closedUnasked(int row, int end, SegmentView segment) {
        boolean unasked = end != rows.initiator(row)
                && !rows.finSeen(row, 1 - end)
                && rows.flag(row, Flag.SAW_DATA)
                && segment.payloadLength() == 0
                && segment.timeNanos() - rows.lastSentNanos(row, end) > HEELS_NANOS;
        if (unasked) {
            hosts.closed(segment.srcHigh(), segment.srcLow(), segment.srcPort(), segment.timeNanos());
        }
    }

    private void handshake(int row, int end, SegmentView segment, boolean synAck) {
        HistoryLetters.add(rows, row, synAck ? HistoryLetters.SYN_ACK : HistoryLetters.SYN, end);
        if (!synAck) {
            if (rows.flag(row, Flag.SAW_SYN)) {
                hosts.retried(segment.dstHigh(), segment.dstLow(), segment.dstPort());
            }
            rows.setFlag(row, Flag.SAW_SYN);
        } else if (!rows.flag(row, Flag.SAW_SYN_ACK)) {
            rows.setFlag(row, Flag.SAW_SYN_ACK);
            hosts.accepted(segment.srcHigh(), segment.srcLow(), segment.srcPort(), segment.timeNanos());
            if (rows.segments(row, 1 - end) == 1) {
                long since = segment.timeNanos() - rows.lastSentNanos(row, 1 - end);
                hosts.answered(segment.srcHigh(), segment.srcLow(), since);
            }
        } else {
            hosts.retried(segment.srcHigh(), segment.srcLow(), segment.srcPort());
        }
    }

    private void acknowledged(int row, int end, SegmentView segment) {
        if (segment.payloadLength() == 0 && !TcpFlags.has(segment.flags(), TcpFlags.FIN)) {
            HistoryLetters.add(rows, row, HistoryLetters.ACK, end);
        }
        if (rows.flag(row, Flag.SAW_SYN_ACK) && !rows.flag(row, Flag.SAW_ACK) && rows.segments(row, 1 - end) == 1) {
            hosts.answered(segment.srcHigh(), segment.srcLow(), segment.timeNanos() - rows.lastSentNanos(row, 1 - end));
        }
        if (!rows.flag(row, Flag.SAW_SYN) && !rows.flag(row, Flag.SAW_SYN_ACK) || end == rows.initiator(row)) {
            rows.setFlag(row, Flag.SAW_ACK);
        }
    }

    private void habits(int row, int end, SegmentView segment) {
        int ttl = segment.ttl();
        boolean first = rows.segments(row, end) == 1;
        rows.ttl(
                row,
                end,
                first ? ttl : Math.min(ttl, rows.minTtl(row, end)),
                first ? ttl : Math.max(ttl, rows.maxTtl(row, end)));
        rows.lastSentNanos(row, end, segment.timeNanos());
        if (segment.hasTimestamps()) {
            rows.setFlag(row, Flag.TIMESTAMPS_OF_0.of(end));
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

    private void record(
            int row, int end, SegmentView s, PayloadKind kind, Standing standing, boolean reset, boolean copy) {
        if (log.isFull(row)) {
            dossiers.told(row, serverName(row), ConversationEnd.CONTINUED);
            log.clear(row);
            rows.nextChapter(row);
        }
        PackedSegment.pack(s, end, position, kind, standing, copy, packed, 0);
        log.add(row, packed, reset);
    }

    private void finish(int hash, int row, ConversationEnd end) {
        summarise(row);
        if (isKept(row)) {
            dossiers.told(row, serverName(row), end);
        }
        table.remove(hash, row);
        serverNames.remove(row);
        icmpErrors.forget(row);
        log.release(row);
        rows.release(row);
    }

    private boolean isKept(int row) {
        return keepsAll && rows.logCount(row) > 0 || rows.flag(row, Flag.RESET_IN_LOG);
    }

    private void summarise(int row) {
        boolean onlyBadHeaders = rows.logCount(row) == 0;
        if (onlyBadHeaders) {
            return;
        }
        for (int end = 0; end < 2; end++) {
            hosts.spoke(
                    rows.addressHigh(row, end),
                    rows.addressLow(row, end),
                    rows.segments(row, end),
                    rows.minTtl(row, end),
                    rows.maxTtl(row, end),
                    rows.firstNanos(row),
                    rows.lastSentNanos(row, end));
        }
        boolean retried = rows.counter(row, 0, Counter.UNANSWERED) >= SILENT_DEATH
                || rows.counter(row, 1, Counter.UNANSWERED) >= SILENT_DEATH;
        if (retried && rows.flag(row, Flag.SAW_ACK) && !rows.flag(row, Flag.SAW_RST)) {
            silentDeaths++;
        }
    }

    /** Gives up the longest idle of a handful of conversations, so that eviction costs the same at any size. */
    private void evictOne() {
        int victim = ConversationTable.ABSENT;
        for (int tries = 0, seen = 0; seen < 16 && tries < rows.used(); tries++) {
            evictionHand = evictionHand + 1 >= rows.used() ? 0 : evictionHand + 1;
            if (rows.flag(evictionHand, Flag.LIVE)) {
                seen++;
                boolean idler =
                        victim == ConversationTable.ABSENT || rows.lastNanos(evictionHand) < rows.lastNanos(victim);
                victim = idler ? evictionHand : victim;
            }
        }
        evicted++;
        ConversationKey saved = new ConversationKey();
        rows.key(victim, saved);
        finish(saved.hash(seed), victim, ConversationEnd.EVICTED);
    }
}
