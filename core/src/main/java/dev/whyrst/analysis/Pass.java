package dev.whyrst.analysis;

import dev.whyrst.capture.CaptureEnd;
import dev.whyrst.capture.CaptureException;
import dev.whyrst.capture.CaptureFile;
import dev.whyrst.capture.CaptureOptions;
import dev.whyrst.capture.CaptureReader;
import dev.whyrst.capture.Captures;
import dev.whyrst.capture.FrameView;
import dev.whyrst.conversation.deferred.TaskThread;
import dev.whyrst.conversation.tracking.Arrival;
import dev.whyrst.conversation.tracking.ConversationTracker;
import dev.whyrst.decode.DecodeOutcome;
import dev.whyrst.decode.FrameDecoder;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.filter.BpfFilter;
import dev.whyrst.filter.FrameFilter;
import dev.whyrst.net.TcpFlags;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The one pass over the frames: read, filter, decode, track; and what it counts by input. */
final class Pass {

    /** Frames between two looks at whether to go on; a power of two. */
    private static final int CHECK_EVERY = 1 << 14;

    /** Frames that are read without help: what takes no time is not worth a thread. */
    private static final int ALONE = 1 << 14;

    /** Unknown EtherTypes that are named; who has more of them has other worries. */
    private static final int TYPES_TOLD = 3;

    private final FrameDecoder decoder;
    private final FrameFilter window;
    private final FrameFilter filter;
    private final int firstCapture;
    private final boolean ahead;
    private final long[] outcomes = new long[DecodeOutcome.values().length];
    private long[] segments = new long[1];
    private long[] resets = new long[1];
    private long[] conversations = new long[1];
    private long frames;
    private List<CaptureFile> files = List.of();
    private List<String> notices = List.of();

    private Pass(FrameDecoder decoder, FrameFilter window, FrameFilter filter, int firstCapture, boolean ahead) {
        this.decoder = decoder;
        this.window = window;
        this.filter = filter;
        this.firstCapture = firstCapture;
        this.ahead = ahead;
    }

    /**
     * Reads all inputs into the tracker. An only input that turns out to be no capture counts as a damaged one without
     * frames, so that whoever reads the report learns of it; so does a peer capture that cannot be read at all, since
     * the inputs can.
     *
     * @param firstCapture index of the first input among all captures of the analysis
     */
    static Pass over(AnalysisOptions options, ConversationTracker tracker, ProgressListener progress, int firstCapture)
            throws IOException {
        Pass pass = new Pass(
                new FrameDecoder(options.limits().fragmentBytes()),
                FrameFilter.within(options.window(), options.perFile()),
                filter(options),
                firstCapture,
                options.limits().jobs() > 1);
        try (CaptureReader reader = Captures.open(options.inputs(), reading(options))) {
            pass.read(reader, tracker, progress);
            pass.files = reader.files();
            pass.notices = new ArrayList<>(reader.notices());
            pass.notices.addAll(pass.window.notices());
            pass.notices.addAll(pass.filter.notices());
        } catch (CaptureException e) {
            boolean ofPeer = firstCapture > 0;
            if (!ofPeer && !e.isForeign() || options.inputs().size() != 1) {
                throw e;
            }
            pass.files = List.of(new CaptureFile(
                    options.inputs().get(0), "unknown", 0, 0, 0, CaptureEnd.DAMAGED, List.of(e.reason())));
        }
        return pass;
    }

    /** How inputs are read: files apart one after the other, parts of one trace in the order of time. */
    static CaptureOptions reading(AnalysisOptions options) {
        return new CaptureOptions(
                System.in, options.perFile() ? CaptureOptions.Order.FILE_BY_FILE : CaptureOptions.Order.BY_TIME);
    }

    /** The filter that the user gave. */
    static FrameFilter filter(AnalysisOptions options) {
        return options.filter().isPresent() ? BpfFilter.of(options.filter().get()) : FrameFilter.everything();
    }

    /** One sentence for each thing to know about the choice of inputs and frames. */
    List<String> notices() {
        return notices;
    }

    /** One summary for each input. */
    List<CaptureSummary> captures() {
        CaptureSummary[] summaries = new CaptureSummary[files.size()];
        for (int i = 0; i < summaries.length; i++) {
            boolean seen = i < segments.length;
            summaries[i] = new CaptureSummary(
                    files.get(i), seen ? segments[i] : 0, seen ? conversations[i] : 0, seen ? resets[i] : 0);
        }
        return List.of(summaries);
    }

    long frames() {
        return frames;
    }

    /** How many frames lie in the time window and pass the filter. */
    long chosen() {
        return Arrays.stream(outcomes).sum();
    }

    /** How many frames had that outcome. */
    long count(DecodeOutcome outcome) {
        return outcomes[outcome.ordinal()];
    }

    /** Frames of which it is not known whether they hold a RST. */
    long unseen() {
        return count(DecodeOutcome.UNSUPPORTED_LINK)
                + count(DecodeOutcome.SNAPPED)
                + Arrays.stream(decoder.unknownEtherTypes())
                        .mapToLong(decoder::framesOf)
                        .sum();
    }

    /** One sentence for each reason not to have seen a frame whole. */
    List<String> blindness() {
        List<String> reasons = new ArrayList<>(2);
        if (count(DecodeOutcome.UNSUPPORTED_LINK) > 0) {
            reasons.add(count(DecodeOutcome.UNSUPPORTED_LINK) + " of " + frames
                    + " frames have a link type that is not known here: what they carry was not looked at");
        }
        int[] types = decoder.unknownEtherTypes();
        for (int i = 0; i < Math.min(TYPES_TOLD, types.length); i++) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "%d of %d frames have the EtherType 0x%04x, which is %s: what they carry was not looked at",
                    decoder.framesOf(types[i]),
                    frames,
                    types[i],
                    FrameDecoder.isEncrypted(types[i]) ? "encrypted (MACsec)" : "not known here"));
        }
        if (count(DecodeOutcome.SNAPPED) > 0) {
            reasons.add(count(DecodeOutcome.SNAPPED) + " of " + frames
                    + " frames were cut by the snap length before the TCP flags: a RST among them is not seen;"
                    + " capture with a longer snap length (tcpdump -s 0)");
        }
        return reasons;
    }

    /** What the number that {@link SegmentView#encapsulation} gave stands for. */
    String encapsulation(int index) {
        return decoder.encapsulation(index);
    }

    private void read(CaptureReader reader, ConversationTracker tracker, ProgressListener progress) throws IOException {
        FrameView frame = new FrameView();
        SegmentView segment = new SegmentView();
        Arrival arrival = new Arrival();
        while (reader.next(frame)) {
            DecodeOutcome outcome = decode(reader, frame, segment, progress);
            if (outcome == DecodeOutcome.TCP_SEGMENT) {
                tracker.prepare(segment, arrival);
            }
            take(tracker, outcome, segment, arrival);
            if (ahead && frames == ALONE) {
                readAhead(reader, frame, tracker, progress);
                return;
            }
        }
    }

    /** Reads on in a thread of its own, which leaves the tracking to this one. */
    private void readAhead(
            CaptureReader reader, FrameView frame, ConversationTracker tracker, ProgressListener progress)
            throws IOException {
        try (DecodeAhead thread = new DecodeAhead(batch -> fill(batch, tracker, reader, frame, progress));
                TaskThread help = tracker.hire()) {
            thread.forEach(batch -> {
                for (int i = 0; i < batch.count(); i++) {
                    take(tracker, batch.outcome(i), batch.segment(i), batch.arrival(i));
                }
            });
            help.settle();
        }
    }

    private boolean fill(
            DecodedBatch batch,
            ConversationTracker tracker,
            CaptureReader reader,
            FrameView frame,
            ProgressListener progress)
            throws IOException {
        while (!batch.isFull()) {
            if (!reader.next(frame)) {
                return false;
            }
            DecodeOutcome outcome = decode(reader, frame, batch.next(), progress);
            if (isTaken(outcome)) {
                batch.keep(outcome, tracker);
            }
        }
        return true;
    }

    private DecodeOutcome decode(CaptureReader reader, FrameView frame, SegmentView segment, ProgressListener progress)
            throws IOException {
        if ((++frames & CHECK_EVERY - 1) == 0) {
            lookUp(reader, progress);
        }
        if (!window.accepts(frame) || !filter.accepts(frame)) {
            return DecodeOutcome.NOT_TCP;
        }
        DecodeOutcome outcome = decoder.decode(frame, segment);
        outcomes[outcome.ordinal()]++;
        if (outcome == DecodeOutcome.TCP_SEGMENT && TcpFlags.has(segment.flags(), TcpFlags.RST)) {
            progress.reset(firstCapture + frame.captureIndex(), frame);
        }
        return outcome;
    }

    private static boolean isTaken(DecodeOutcome outcome) {
        return outcome == DecodeOutcome.TCP_SEGMENT
                || outcome == DecodeOutcome.ICMP_QUOTE
                || outcome == DecodeOutcome.BAD_DATA_OFFSET;
    }

    private void take(ConversationTracker tracker, DecodeOutcome outcome, SegmentView segment, Arrival arrival) {
        if (outcome == DecodeOutcome.TCP_SEGMENT) {
            track(tracker, segment.captureIndex(), segment, arrival);
        } else if (outcome == DecodeOutcome.ICMP_QUOTE) {
            tracker.acceptIcmpError(segment);
        } else if (outcome == DecodeOutcome.BAD_DATA_OFFSET) {
            number(tracker, segment.captureIndex(), segment);
        }
    }

    /** Gives the conversation of a bad header its number. */
    private void number(ConversationTracker tracker, int capture, SegmentView header) {
        makeRoom(capture);
        long before = tracker.conversations();
        tracker.acceptBadHeader(header);
        conversations[capture] += tracker.conversations() - before;
    }

    private void track(ConversationTracker tracker, int capture, SegmentView segment, Arrival arrival) {
        makeRoom(capture);
        long before = tracker.conversations();
        tracker.accept(segment, arrival);
        segments[capture]++;
        resets[capture] += TcpFlags.has(segment.flags(), TcpFlags.RST) ? 1 : 0;
        conversations[capture] += tracker.conversations() - before;
    }

    private void makeRoom(int capture) {
        if (capture >= segments.length) {
            grow(Math.max(capture + 1, segments.length << 1));
        }
    }

    private void grow(int captures) {
        segments = Arrays.copyOf(segments, captures);
        resets = Arrays.copyOf(resets, captures);
        conversations = Arrays.copyOf(conversations, captures);
    }

    private void lookUp(CaptureReader reader, ProgressListener progress) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted");
        }
        progress.progress(reader.bytesRead(), reader.bytesTotal(), frames);
    }
}
