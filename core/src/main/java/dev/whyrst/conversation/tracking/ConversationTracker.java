package dev.whyrst.conversation.tracking;

import dev.whyrst.conversation.deferred.DeferredTasks;
import dev.whyrst.conversation.deferred.TaskThread;
import dev.whyrst.conversation.dossier.Dossiers;
import dev.whyrst.conversation.failures.FailureLog;
import dev.whyrst.conversation.hosts.HostNews;
import dev.whyrst.conversation.hosts.HostReports;
import dev.whyrst.conversation.hosts.HostTable;
import dev.whyrst.conversation.hosts.PortUsage;
import dev.whyrst.conversation.log.IcmpErrors;
import dev.whyrst.conversation.log.PackedSegment;
import dev.whyrst.conversation.log.SegmentLog;
import dev.whyrst.conversation.payload.PayloadGlance;
import dev.whyrst.conversation.payload.ServerNames;
import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.ConversationTable;
import dev.whyrst.conversation.table.Flag;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.net.TcpFlags;
import dev.whyrst.timeline.ConversationEnd;
import dev.whyrst.timeline.Failure;
import dev.whyrst.timeline.NetworkFacts;
import dev.whyrst.timeline.PayloadKind;
import dev.whyrst.timeline.Standing;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows all conversations of a trace in bounded memory: the façade of the hot path.
 *
 * <p>Each segment takes the same steps for both ends: find or open the conversation, judge a RST against what was seen
 * before it, then bring numbers, window, state and history up to date, and log the segment. Conversations without RST
 * leave nothing but facts of their hosts; those with one stay as {@linkplain Dossiers dossiers}.
 */
public final class ConversationTracker {

    private final ConversationRows rows = new ConversationRows();
    private final SegmentLog log = new SegmentLog(rows);
    private final ConversationFinder finder;
    private final DuplicateCaptures duplicates = new DuplicateCaptures(rows, log);
    private final IcmpErrors icmpErrors = new IcmpErrors();
    private final Arrival own = new Arrival();
    private final HostTable hosts;
    private final DeferredTasks deferred = new DeferredTasks(this::perform);
    private final VantagePoint vantage = new VantagePoint();
    private final ConnectionState state;
    private final RoutineSegments routine = new RoutineSegments(rows);
    private final ResetStanding standings = new ResetStanding(rows);
    private final Dossiers dossiers;
    private final LiveConversations live;
    private final StreamNumbers streams;
    private final ServerNames serverNames;
    private final ResetFacts resetFacts;
    private final HostReports hostReports;
    private final FailureLog failures;

    private long position;

    /** A tracker with these limits. The seed spreads the hash tables; the result does not depend on it. */
    public ConversationTracker(TrackerLimits limits, long seed) {
        this.hosts = new HostTable(limits.maxHosts(), seed);
        HostNews news = new HostNews(deferred);
        PortUsage portUsage = new PortUsage(rows, news);
        this.state = new ConnectionState(rows, news, portUsage, vantage);
        this.streams = new StreamNumbers(limits.filesApart());
        this.resetFacts = new ResetFacts(rows, news, portUsage);
        this.hostReports = new HostReports(rows, news, portUsage);
        this.dossiers = new Dossiers(rows, log, icmpErrors, deferred, limits.dossierBytes());
        this.failures = new FailureLog(rows, log, icmpErrors);
        this.live = new LiveConversations(rows, log, dossiers, hostReports, failures, icmpErrors, limits, seed);
        this.serverNames = live.serverNames();
        this.finder = new ConversationFinder(rows, live, seed, limits.filesApart());
    }

    /**
     * Keeps conversations without RST too, so that another capture can be held against them; to be said before the
     * first segment.
     */
    public void keepAll() {
        live.keepAll();
    }

    /**
     * Has a thread of its own pack conversations and bring the facts of hosts up to date; to be settled after the last
     * segment.
     */
    public TaskThread hire() {
        deferred.hire();
        return deferred;
    }

    /** Works out of a segment what can be said without knowing its conversation; any thread may ask. */
    public void prepare(SegmentView segment, Arrival into) {
        finder.prepare(segment, into);
        into.kind = PayloadGlance.of(segment);
    }

    /** Takes the next segment of the trace. */
    public void accept(SegmentView segment) {
        prepare(segment, own);
        accept(segment, own);
    }

    /** Takes the next segment of the trace, which was {@linkplain #prepare prepared}. */
    public void accept(SegmentView segment, Arrival arrival) {
        position++;
        failures.now(segment.timeNanos());
        if (live.areMany()) {
            live.letSleep(segment.timeNanos());
        }
        int row = finder.find(segment, arrival);
        int end = finder.key.sender;
        if (row != ConversationTable.ABSENT && routine.advance(row, end, segment)) {
            follow(row, end, segment, arrival.kind);
        } else {
            acceptOther(row, end, segment, arrival.kind);
        }
    }

    private void acceptOther(int found, int end, SegmentView segment, PayloadKind kind) {
        int row = found;
        if (row == ConversationTable.ABSENT) {
            row = open(segment, streams.next(segment));
        } else if (isNewIncarnation(row, segment)) {
            row = duplicates.isOtherNetwork(row, segment)
                    ? twin(row, duplicates.tunnelOf(row, 0), segment, streams.next(segment))
                    : reopen(row, segment);
        } else if (duplicates.mayRepeat(row, end, segment)) {
            int captured = duplicates.tunnelOfOriginal(row, end, segment);
            if (captured == segment.tunnel()) {
                copy(row, end, segment, kind);
                return;
            }
            row = captured == DuplicateCaptures.NO_COPY ? row : twin(row, captured, segment, rows.stream(row));
        }
        advance(row, end, segment, kind);
    }

    /** Takes a TCP header with a data offset below 5: hosts drop it, but Wireshark gives its conversation a number. */
    public void acceptBadHeader(SegmentView header) {
        if (find(header) == ConversationTable.ABSENT) {
            open(header, streams.next(header));
        }
    }

    /** Takes an ICMP error as evidence in the conversation that it quotes, if that is known. */
    public void acceptIcmpError(SegmentView quote) {
        failures.now(quote.timeNanos());
        int row = find(quote);
        if (row != ConversationTable.ABSENT) {
            icmpErrors.add(row, finder.key.sender, quote, rows.flag(row, Flag.SAW_RST));
        }
    }

    /** Conversations opened so far, over all incarnations: what Wireshark numbers as {@code tcp.stream}. */
    public long conversations() {
        return streams.total();
    }

    /** Conversations that were given up early because the table was full. */
    public long evicted() {
        return live.evicted();
    }

    /** Conversations without RST that died retransmitting. */
    public long silentDeaths() {
        return hostReports.silentDeaths();
    }

    /** Conversations that failed without a RST, by kind and service; complete after {@link #endOfCapture}. */
    public List<Failure> failures() {
        return failures.all();
    }

    /** Where the capture seems to have been made and why, one sentence. */
    public String vantage() {
        return vantage.sentence();
    }

    /** One sentence for each thing to know about how the capture was made. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(resetFacts.notes(duplicates.notes(position)));
        if (failures.beyond() > 0) {
            notes.add(
                    failures.beyond() + " failures without a RST were only counted: there are too many different ones");
        }
        return notes;
    }

    /** Whether hosts were left out of the facts because their table was full. */
    public boolean hostsOverflowed() {
        return hosts.overflowed();
    }

    /** Ends all conversations and hands over the dossiers of those that are kept; nothing else is left of them. */
    public Dossiers endOfCapture() {
        live.endAll();
        deferred.settle();
        log.giveUp();
        rows.giveUp();
        return dossiers;
    }

    /** What was learnt of hosts and ports; complete after {@link #endOfCapture}. */
    public NetworkFacts facts() {
        return hosts;
    }

    private void perform(int task, long[] words, int at, int count) {
        if (task == Dossiers.PACK) {
            dossiers.store(words, at, count);
        } else {
            HostNews.tell(hosts, task, words, at);
        }
    }

    private int open(SegmentView segment, long stream) {
        int row = live.open(finder.hash, finder.key);
        rows.stream(row, stream);
        rows.firstNanos(row, segment.timeNanos());
        rows.encapsulation(row, segment.encapsulation());
        state.guessRoles(row, finder.key.sender, segment);
        return row;
    }

    /**
     * The conversation that has the tuple of another one, which comes in that tunnel, but is itself in the segment's
     * tunnel.
     */
    private int twin(int other, int tunnel, SegmentView segment, long stream) {
        rows.setFlag(other, Flag.HAS_TWIN);
        rows.tunnel(other, tunnel);
        int twin = finder.findTwin(segment);
        if (twin == ConversationTable.ABSENT) {
            twin = open(segment, stream);
            rows.setFlag(twin, Flag.IS_TWIN);
            duplicates.countTwin();
        }
        return twin;
    }

    /** Takes a segment that was captured before. */
    private void copy(int row, int end, SegmentView segment, PayloadKind kind) {
        duplicates.count(row);
        if (TcpFlags.has(segment.flags(), TcpFlags.RST)) {
            dossiers.resetText(position, segment);
            record(row, end, segment, kind, standings.of(row, end, segment), true, true);
        }
    }

    /**
     * The number of a new incarnation: that of the first conversation of its tuple where the same SYN opened that one
     * too.
     */
    private long streamOfIncarnation(boolean twin, SegmentView syn) {
        if (twin) {
            int first = finder.findFirst(syn);
            boolean same = first != ConversationTable.ABSENT && rows.isn(first, finder.key.sender) == syn.seq();
            finder.findTwin(syn);
            if (same) {
                return rows.stream(first);
            }
        }
        return streams.next(syn);
    }

    /** Whether the segment opens a new connection on known ports: the ISN decides, as in Wireshark. */
    private boolean isNewIncarnation(int row, SegmentView segment) {
        return (segment.flags() & (TcpFlags.SYN | TcpFlags.ACK)) == TcpFlags.SYN
                && rows.flag(row, Flag.BASE_OF_0.of(finder.key.sender))
                && segment.seq() != rows.isn(row, finder.key.sender);
    }

    private int reopen(int row, SegmentView segment) {
        boolean isTwin = rows.flag(row, Flag.IS_TWIN);
        PreviousIncarnation previous = PreviousIncarnation.of(rows, row, finder.key.sender, segment);
        live.finish(finder.hash, row, ConversationEnd.PORT_REUSE);
        int fresh = open(segment, streamOfIncarnation(isTwin, segment));
        previous.leaveTo(rows, fresh);
        return fresh;
    }

    private void advance(int row, int end, SegmentView segment, PayloadKind kind) {
        if (TcpFlags.has(segment.flags(), TcpFlags.RST)) {
            Standing standing = standings.of(row, end, segment);
            state.beginWithReset(row, end, segment);
            resetFacts.note(row, end, segment, position);
            if (segment.payloadLength() > 0) {
                dossiers.resetText(position, segment);
            }
            rows.lastNanos(row, segment.timeNanos());
            record(row, end, segment, kind, standing, true, false);
        } else {
            state.advance(row, end, segment);
            follow(row, end, segment, kind);
        }
    }

    /** What is left to do with a segment that is no RST when the numbers are up to date. */
    private void follow(int row, int end, SegmentView segment, PayloadKind kind) {
        serverNames.remember(row, segment, kind);
        rows.lastNanos(row, segment.timeNanos());
        record(row, end, segment, kind, Standing.UNKNOWN, false, false);
    }

    private void record(
            int row, int end, SegmentView s, PayloadKind kind, Standing standing, boolean reset, boolean copy) {
        if (log.isFull(row)) {
            dossiers.pack(row, serverNames.of(row), ConversationEnd.CONTINUED);
            rows.source(row, ConversationRows.NOTHING);
            log.clear(row);
            rows.nextChapter(row);
        }
        if (reset) {
            dossiers.reset(row, position);
        }
        log.makeRoom(row, reset);
        PackedSegment.pack(s, end, position, kind, standing, copy, log.roomWords(), log.roomAt());
    }

    /** The row of the conversation of a header or quotation, or {@link ConversationTable#ABSENT}. */
    private int find(SegmentView header) {
        finder.prepare(header, own);
        return finder.find(header, own);
    }
}
