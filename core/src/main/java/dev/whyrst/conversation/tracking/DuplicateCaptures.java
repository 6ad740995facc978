package dev.whyrst.conversation.tracking;

import dev.whyrst.conversation.log.PackedSegment;
import dev.whyrst.conversation.log.SegmentLog;
import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.Flag;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.net.Nanos;
import dev.whyrst.net.TcpFlags;
import java.util.ArrayList;
import java.util.List;

/**
 * Recognises segments that were captured more than once: by a mirror port that copies both ways through a switch, on
 * two interfaces of one box, inside and outside of a tunnel.
 *
 * <p>A copy has the same TCP header and IP identification; TTL, tags and link addresses may differ. What an end sends
 * again is told from it by a new identification or, where there is none (IPv6, and IPv4 packets with 0), by the time
 * that passed.
 */
final class DuplicateCaptures {

    /** What {@link #tunnelOfOriginal} says of a segment that is no copy. */
    static final int NO_COPY = -1;

    /** Segments of a conversation among which an original is looked for. */
    private static final int LOOK_BACK = 16;

    /**
     * Time, in nanoseconds, that a box which forwards, or another that captures the same packet, takes at most;
     * retransmissions take longer (200 ms and more on Linux).
     */
    private static final long FORWARDED_WITHIN = 100 * Nanos.MILLI;

    /**
     * The same without help of the IP identification: a tail loss probe may come after twice a short round trip (RFC
     * 8985 section 7.2).
     */
    private static final long FORWARDED_UNIDENTIFIED_WITHIN = 10 * Nanos.MILLI;

    /** Time, in nanoseconds, within which a mirror port sends a packet again whose TTL is the same. */
    private static final long MIRRORED_WITHIN = 10 * Nanos.MILLI;

    /** The same without help of the IP identification. */
    private static final long MIRRORED_UNIDENTIFIED_WITHIN = Nanos.MILLI;

    /**
     * Silence, in nanoseconds, after which a conversation is not taken for one of another network with the same
     * addresses.
     */
    private static final long ALIVE_WITHIN = Nanos.MINUTE;

    /** Copies, at least, before a reader is told of them. */
    private static final long MANY = 10;

    private final ConversationRows rows;
    private final SegmentLog log;
    private long copies;
    private long twins;

    DuplicateCaptures(ConversationRows rows, SegmentLog log) {
        this.rows = rows;
        this.log = log;
    }

    /** Whether a segment says nothing new, so that it is worth looking for its original. */
    boolean mayRepeat(int row, int end, SegmentView segment) {
        int flags = segment.flags();
        if (TcpFlags.has(flags, TcpFlags.RST)) {
            return rows.flag(row, Flag.RESET_IN_LOG);
        }
        if (!rows.flag(row, Flag.NUMBERS_OF_0.of(end))) {
            return false;
        }
        int length = sequenceLength(segment);
        if (segment.seq() + length - rows.sndNxt(row, end) > 0) {
            return false;
        }
        return length > 0 || rows.flag(row, Flag.ACKED_BY_0.of(end)) && segment.ack() - rows.acked(row, end) <= 0;
    }

    /** In which tunnel the segment was captured before (0 for none), or {@link #NO_COPY}. */
    int tunnelOfOriginal(int row, int end, SegmentView segment) {
        int most = Math.min(LOOK_BACK, log.recent(row));
        for (int back = 0; back < most; back++) {
            long[] words = log.words(row);
            int at = log.atRecent(row, back);
            long since = Math.abs(segment.timeNanos() - PackedSegment.timeNanos(words, at));
            if (since > FORWARDED_WITHIN) {
                return NO_COPY;
            }
            if (PackedSegment.isSame(words, at, segment, end) && isSoon(row, words, at, segment, since)) {
                return PackedSegment.tunnel(words, at);
            }
        }
        return NO_COPY;
    }

    /**
     * Whether a SYN with a new ISN opens a connection of another network that uses the same addresses: the first still
     * lives.
     */
    boolean isOtherNetwork(int row, SegmentView syn) {
        boolean open = !rows.flag(row, Flag.SAW_RST) && !(rows.finSeen(row, 0) && rows.finSeen(row, 1));
        int tunnel = tunnelOf(row, 0);
        return open
                && tunnel != NO_COPY
                && tunnel == tunnelOf(row, 1)
                && tunnel != syn.tunnel()
                && syn.timeNanos() - rows.lastNanos(row) < ALIVE_WITHIN;
    }

    /** Which tunnel carried the last kept segment of the end, or {@link #NO_COPY} where none is kept. */
    int tunnelOf(int row, int end) {
        for (int back = 0; back < log.recent(row); back++) {
            int at = log.atRecent(row, back);
            if (PackedSegment.end(log.words(row), at) == end) {
                return PackedSegment.tunnel(log.words(row), at);
            }
        }
        return NO_COPY;
    }

    /** Counts a copy. */
    void count(int row) {
        rows.setFlag(row, Flag.HAS_COPIES);
        copies++;
    }

    /** Counts a conversation whose tuple has another one in another tunnel. */
    void countTwin() {
        twins++;
    }

    /** What a reader should know of a capture with so many segments. */
    List<String> notes(long segments) {
        List<String> notes = new ArrayList<>(2);
        if (copies >= MANY && copies >= segments / 3) {
            notes.add(
                    copies + " of " + segments + " TCP segments are copies of one before them, as from a mirror port or"
                            + " from several interfaces of one host. Copies count for nothing; that of a RST is listed and"
                            + " repeats the first");
        }
        if (twins > 0) {
            notes.add(twins + (twins == 1 ? " conversation was" : " conversations were")
                    + " captured in a tunnel while the same addresses and ports were also captured outside of it or in"
                    + " another one: each is told by itself, a connection seen twice with one stream number");
        }
        return notes;
    }

    private boolean isSoon(int row, long[] words, int at, SegmentView segment, long since) {
        boolean forwarded = PackedSegment.ttl(words, at) != segment.ttl();
        if (!segment.isIpv6() && segment.ipId() != 0) {
            return since <= (forwarded ? FORWARDED_WITHIN : MIRRORED_WITHIN);
        }
        boolean telling = sequenceLength(segment) > 0 || rows.flag(row, Flag.HAS_COPIES);
        return telling && since <= (forwarded ? FORWARDED_UNIDENTIFIED_WITHIN : MIRRORED_UNIDENTIFIED_WITHIN);
    }

    private static int sequenceLength(SegmentView segment) {
        int flags = segment.flags();
        return segment.payloadLength()
                + (TcpFlags.has(flags, TcpFlags.SYN) ? 1 : 0)
                + (TcpFlags.has(flags, TcpFlags.FIN) ? 1 : 0);
    }
}
