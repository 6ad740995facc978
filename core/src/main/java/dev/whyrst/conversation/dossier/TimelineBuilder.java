package dev.whyrst.conversation.dossier;

import dev.whyrst.conversation.log.IcmpErrors;
import dev.whyrst.conversation.log.PackedSegment;
import dev.whyrst.conversation.log.SegmentLog;
import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.Counter;
import dev.whyrst.conversation.table.Flag;
import dev.whyrst.conversation.table.HistoryLetters;
import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import dev.whyrst.net.SeqNum;
import dev.whyrst.net.TcpFlags;
import dev.whyrst.timeline.ConversationEnd;
import dev.whyrst.timeline.ConversationId;
import dev.whyrst.timeline.ConversationOutline;
import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.IcmpError;
import dev.whyrst.timeline.Incarnation;
import dev.whyrst.timeline.Renaming;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.SideSummary;
import dev.whyrst.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a row and its log into the timeline that rules and reports read. */
final class TimelineBuilder {

    private static final int SYN = 1;
    private static final int SYN_ACK = 2;
    private static final int ACK = 4;
    private static final int DATA = 8;
    private static final int FIN = 16;
    private static final int RST = 32;

    private final Map<Long, String> resetTexts;
    private final int firstCapture;

    private ConversationRows rows;
    private int row;
    private IcmpErrors.Kept errors;

    /**
     * @param resetTexts the payloads of RSTs by their trace position
     * @param firstCapture the index of the trace's first input
     */
    TimelineBuilder(Map<Long, String> resetTexts, int firstCapture) {
        this.resetTexts = resetTexts;
        this.firstCapture = firstCapture;
    }

    Timeline build(
            ConversationRows ofRows,
            int ofRow,
            long[] words,
            int at,
            int count,
            String encapsulation,
            String serverName,
            ConversationEnd end) {
        rows = ofRows;
        row = ofRow;
        int initiator = rows.initiator(row);
        List<Segment> segments = segments(words, at, count, initiator);
        return new Timeline(
                new ConversationId(rows.stream(row), rows.chapter(row)),
                endpoint(initiator),
                endpoint(1 - initiator),
                rows.roles(row),
                segments,
                rows.elided(row),
                rows.chapter(row) > 0 ? 0 : Math.min(SegmentLog.HEAD, count),
                resets(words, at, segments),
                summary(initiator),
                summary(1 - initiator),
                HistoryLetters.text(rows, row, initiator),
                completeness(),
                encapsulation,
                serverName,
                icmpErrors(initiator),
                renaming(),
                previous(initiator),
                rows.chapter(row) > 0 ? rows.firstReset(row) : 0,
                earlierAbort(initiator),
                end);
    }

    /** Tells what identifies the conversation of a row. */
    ConversationOutline outline(ConversationRows ofRows, int ofRow) {
        rows = ofRows;
        row = ofRow;
        int initiator = rows.initiator(row);
        return new ConversationOutline(
                new ConversationId(rows.stream(row), rows.chapter(row)),
                endpoint(initiator),
                endpoint(1 - initiator),
                numbers(initiator),
                numbers(1 - initiator),
                rows.firstNanos(row),
                rows.lastNanos(row),
                rows.wasAccepted(row));
    }

    /** Takes the ICMP errors about the conversation whose timeline comes next; null for none. */
    void icmpErrors(IcmpErrors.Kept kept) {
        errors = kept;
    }

    private List<IcmpError> icmpErrors(int initiator) {
        if (errors == null) {
            return List.of();
        }
        List<IcmpError> list = new ArrayList<>(errors.count());
        for (int i = 0; i < errors.count(); i++) {
            list.add(new IcmpError(
                    frame(errors.frame(i)),
                    errors.timeNanos(i),
                    errors.from(i),
                    errors.end(i) == initiator ? Side.INITIATOR : Side.RESPONDER,
                    errors.isIpv6(i),
                    errors.type(i),
                    errors.code(i)));
        }
        return list;
    }

    private ConversationOutline.Numbers numbers(int end) {
        return new ConversationOutline.Numbers(
                rows.flag(row, Flag.ISN_OF_0.of(end)),
                rows.isn(row, end),
                rows.segments(row, end) > 0,
                rows.sndNxt(row, end));
    }

    private Endpoint endpoint(int end) {
        return new Endpoint(new IpAddress(rows.addressHigh(row, end), rows.addressLow(row, end)), rows.port(row, end));
    }

    private List<Segment> segments(long[] words, int at, int count, int initiator) {
        List<Segment> segments = new ArrayList<>(count);
        int head = rows.elided(row) > 0 && rows.chapter(row) == 0 ? SegmentLog.HEAD : 0;
        for (int i = 0; i < count; i++) {
            segments.add(segment(words, at + i * PackedSegment.WORDS, initiator, i < head));
        }
        return segments;
    }

    private Segment segment(long[] words, int at, int initiator, boolean early) {
        int end = PackedSegment.end(words, at);
        int seq = PackedSegment.seq(words, at);
        int ack = PackedSegment.ack(words, at);
        int flags = PackedSegment.flags(words, at);
        return new Segment(
                frame(PackedSegment.frame(words, at)),
                PackedSegment.timeNanos(words, at),
                end == initiator ? Side.INITIATOR : Side.RESPONDER,
                flags,
                relative(end, seq, early),
                TcpFlags.has(flags, TcpFlags.ACK) ? relative(1 - end, ack, early) : 0,
                seq,
                ack,
                PackedSegment.payloadLength(words, at),
                PackedSegment.window(words, at),
                PackedSegment.ttl(words, at),
                PackedSegment.ipId(words, at),
                PackedSegment.dontFragment(words, at),
                PackedSegment.hasTimestamps(words, at),
                PackedSegment.tsVal(words, at),
                PackedSegment.macTag(words, at),
                PackedSegment.optionsLength(words, at),
                PackedSegment.kind(words, at));
    }

    private FrameRef frame(long packed) {
        return new FrameRef(firstCapture + PackedSegment.captureOf(packed), PackedSegment.numberOf(packed));
    }

    /** Distance from the end's ISN over all wraps; the early segments lie near the ISN, the late ones near SND.NXT. */
    private long relative(int end, int number, boolean early) {
        int isn = rows.isn(row, end);
        if (early || !rows.flag(row, Flag.BASE_OF_0.of(end))) {
            return SeqNum.distance(isn, number);
        }
        return sndNxt(end) + (number - rows.sndNxt(row, end));
    }

    private long sndNxt(int end) {
        long low = rows.sndNxt(row, end) - rows.isn(row, end) & 0xffff_ffffL;
        long afterIsnWrap = Integer.compareUnsigned(rows.sndNxt(row, end), rows.isn(row, end)) < 0 ? 1 : 0;
        return ((long) rows.wraps(row, end) - afterIsnWrap << 32) + low;
    }

    private List<Reset> resets(long[] words, int at, List<Segment> segments) {
        List<Reset> resets = new ArrayList<>(1);
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).isReset()) {
                int word = at + i * PackedSegment.WORDS;
                long position = PackedSegment.position(words, word);
                resets.add(new Reset(
                        segments.get(i),
                        i,
                        position,
                        PackedSegment.standing(words, word),
                        resetTexts.getOrDefault(position, ""),
                        PackedSegment.mptcpResetReason(words, word),
                        PackedSegment.isCopy(words, word)));
            }
        }
        return resets;
    }

    private SideSummary summary(int end) {
        boolean spoke = rows.segments(row, end) > 0;
        boolean fin = rows.finSeen(row, end);
        return new SideSummary(
                rows.segments(row, end),
                rows.payloadBytes(row, end),
                rows.counter(row, end, Counter.RETRANSMISSIONS),
                rows.counter(row, end, Counter.KEEP_ALIVES),
                rows.counter(row, end, Counter.ZERO_WINDOWS),
                spoke ? rows.minTtl(row, end) : -1,
                spoke ? rows.maxTtl(row, end) : -1,
                spoke ? sndNxt(end) : -1,
                rows.flag(row, Flag.ACKED_BY_0.of(end)) ? relative(1 - end, rows.acked(row, end), false) : -1,
                fin ? relative(end, rows.finSeq(row, end), false) : -1,
                rows.finNanos(row, end),
                fin ? frame(rows.finFrame(row, end)) : null,
                rows.flag(row, Flag.ISN_OF_0.of(end)),
                rows.windowShift(row, end),
                rows.maxSegmentSize(row, end) == 0 ? -1 : rows.maxSegmentSize(row, end),
                rows.flag(row, Flag.TIMESTAMPS_OF_0.of(end)),
                spoke ? rows.firstNanos(row) : 0,
                rows.lastSentNanos(row, end),
                rows.counter(row, end, Counter.CHALLENGE_ACKS));
    }

    private int completeness() {
        return (rows.flag(row, Flag.SAW_SYN) ? SYN : 0)
                | (rows.flag(row, Flag.SAW_SYN_ACK) ? SYN_ACK : 0)
                | (rows.flag(row, Flag.SAW_ACK) ? ACK : 0)
                | (rows.flag(row, Flag.SAW_DATA) ? DATA : 0)
                | (rows.flag(row, Flag.SAW_FIN) ? FIN : 0)
                | (rows.flag(row, Flag.SAW_RST) ? RST : 0);
    }

    private Optional<Side> earlierAbort(int initiator) {
        boolean by0 = rows.flag(row, Flag.FIRST_ABORT_OF_0);
        if (rows.chapter(row) == 0 || !by0 && !rows.flag(row, Flag.FIRST_ABORT_OF_1)) {
            return Optional.empty();
        }
        return Optional.of(by0 == (initiator == 0) ? Side.INITIATOR : Side.RESPONDER);
    }

    private Optional<Renaming> renaming() {
        return rows.renamedNanos(row) == 0
                ? Optional.empty()
                : Optional.of(new Renaming(rows.portBefore(row), rows.renamedNanos(row)));
    }

    private Optional<Incarnation> previous(int initiator) {
        if (rows.previousNanos(row) == 0) {
            return Optional.empty();
        }
        return Optional.of(new Incarnation(
                rows.previousNanos(row),
                rows.previousNext(row, initiator),
                rows.previousNext(row, 1 - initiator),
                rows.flag(row, Flag.PREVIOUS_CLOSED),
                rows.flag(row, Flag.PREVIOUS_FINISHED),
                rows.flag(row, Flag.PREVIOUS_ACCEPTED),
                rows.flag(row, Flag.PREVIOUS_ELSEWHERE)));
    }
}
