package dev.whyrst.analysis;

import dev.whyrst.capture.CaptureException;
import dev.whyrst.capture.CaptureReader;
import dev.whyrst.capture.Captures;
import dev.whyrst.capture.FrameView;
import dev.whyrst.decode.DecodeOutcome;
import dev.whyrst.decode.FrameDecoder;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.filter.FrameFilter;
import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import dev.whyrst.net.TcpFlags;
import dev.whyrst.timeline.FrameRef;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the conversations whose payload holds certain bytes, by a reading of its own: payload is not kept by an analysis.
 * Each segment is looked at alone.
 */
public final class PayloadSearch {

    /** Conversations that are told. */
    private static final int MOST = 1000;

    /** How a conversation ended after the bytes had been sent, as far as it was captured. */
    public enum End {
        /** Neither a FIN nor a RST came. */
        OPEN,
        /** Only the side that sent the bytes closed it. */
        SENDER_CLOSED,
        /** Only the side that got them closed it. */
        RECEIVER_CLOSED,
        /** Both sides closed it. */
        BOTH_CLOSED,
        /** A RST came. */
        RESET
    }

    /**
     * A conversation that holds the bytes.
     *
     * @param from who sent them first
     * @param to who got them
     * @param frame where they stand first
     * @param timeNanos when that was captured, since the epoch
     */
    public record Found(Endpoint from, Endpoint to, FrameRef frame, long timeNanos, End end) {}

    /**
     * What was found.
     *
     * @param conversations in the order of the trace, at most a thousand
     * @param furtherSegments segments that hold the bytes, of conversations beyond these
     */
    public record Result(List<Found> conversations, long furtherSegments) {}

    /** A conversation from its first hit on. */
    private static final class Conversation {

        private final Endpoint from;
        private final Endpoint to;
        private final FrameRef frame;
        private final long timeNanos;
        private boolean fromClosed;
        private boolean toClosed;
        private boolean reset;

        private Conversation(Endpoint from, Endpoint to, SegmentView hit) {
            this.from = from;
            this.to = to;
            frame = new FrameRef(hit.captureIndex(), hit.frame());
            timeNanos = hit.timeNanos();
        }

        void see(Endpoint sender, int flags) {
            reset |= TcpFlags.has(flags, TcpFlags.RST);
            if (TcpFlags.has(flags, TcpFlags.FIN)) {
                fromClosed |= sender.equals(from);
                toClosed |= sender.equals(to);
            }
        }

        Found told() {
            return new Found(from, to, frame, timeNanos, end());
        }

        private End end() {
            if (reset) {
                return End.RESET;
            }
            if (fromClosed == toClosed) {
                return fromClosed ? End.BOTH_CLOSED : End.OPEN;
            }
            return fromClosed ? End.SENDER_CLOSED : End.RECEIVER_CLOSED;
        }
    }

    /** The two ends of a conversation, in any order; and its capture where files are traces of their own. */
    private record Pair(Endpoint low, Endpoint high, int capture) {

        static Pair of(Endpoint one, Endpoint other, int capture) {
            return one.compareTo(other) <= 0 ? new Pair(one, other, capture) : new Pair(other, one, capture);
        }
    }

    private final SoughtBytes sought;
    private final boolean perFile;
    private final List<Conversation> found = new ArrayList<>();

    /** Those that go on. */
    private final Map<Pair, Conversation> open = new HashMap<>();

    private long furtherSegments;

    private PayloadSearch(SoughtBytes sought, boolean perFile) {
        this.sought = sought;
        this.perFile = perFile;
    }

    /**
     * Reads the inputs of the options, of which standard input must be none. Where they cannot be read nothing is found; why, the
     * analysis tells.
     */
    public static Result in(AnalysisOptions options, SoughtBytes sought) throws IOException {
        PayloadSearch search = new PayloadSearch(sought, options.perFile());
        try {
            search.read(options);
        } catch (CaptureException e) {
            // what was found until then is true all the same
        }
        return search.result();
    }

    private void read(AnalysisOptions options) throws IOException {
        FrameFilter window = FrameFilter.within(options.window(), options.perFile());
        FrameFilter filter = Pass.filter(options);
        FrameDecoder decoder = new FrameDecoder(options.limits().fragmentBytes());
        try (CaptureReader reader = Captures.open(options.inputs(), Pass.reading(options))) {
            FrameView frame = new FrameView();
            SegmentView segment = new SegmentView();
            while (reader.next(frame)) {
                if (window.accepts(frame)
                        && filter.accepts(frame)
                        && decoder.decode(frame, segment) == DecodeOutcome.TCP_SEGMENT) {
                    accept(segment);
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted");
                }
            }
        }
    }

    private void accept(SegmentView segment) {
        boolean hit = sought.isIn(segment.bytes(), segment.payloadOffset(), segment.payloadCaptured());
        if (!hit && open.isEmpty()) {
            return;
        }
        Endpoint from = new Endpoint(new IpAddress(segment.srcHigh(), segment.srcLow()), segment.srcPort());
        Endpoint to = new Endpoint(new IpAddress(segment.dstHigh(), segment.dstLow()), segment.dstPort());
        Pair pair = Pair.of(from, to, perFile ? segment.captureIndex() : 0);
        if (TcpFlags.has(segment.flags(), TcpFlags.SYN) && !TcpFlags.has(segment.flags(), TcpFlags.ACK)) {
            open.remove(pair);
        }
        Conversation conversation = open.get(pair);
        if (conversation == null && hit) {
            conversation = begin(pair, from, to, segment);
        }
        if (conversation != null) {
            conversation.see(from, segment.flags());
        }
    }

    private Conversation begin(Pair pair, Endpoint from, Endpoint to, SegmentView hit) {
        if (found.size() == MOST) {
            furtherSegments++;
            return null;
        }
        Conversation conversation = new Conversation(from, to, hit);
        found.add(conversation);
        open.put(pair, conversation);
        return conversation;
    }

    private Result result() {
        return new Result(found.stream().map(Conversation::told).toList(), furtherSegments);
    }
}
