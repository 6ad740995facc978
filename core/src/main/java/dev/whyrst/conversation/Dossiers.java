package dev.whyrst.conversation;

import dev.whyrst.decode.SegmentView;
import dev.whyrst.net.TcpFlags;
import dev.whyrst.timeline.ConversationEnd;
import dev.whyrst.timeline.ConversationOutline;
import dev.whyrst.timeline.Timeline;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * All RSTs of the trace in order, each with the way to its conversation's timeline; the timelines of conversations without
 * RST too where the tracker {@linkplain ConversationTracker#keepAll keeps them}.
 *
 * <p>A conversation that ended before the capture did lies packed in a {@link DossierStore}; one that lived to the end is read
 * where it is. Timelines are built on demand.
 */
public final class Dossiers implements Closeable {

    private static final int SOURCE_BITS = 26;
    private static final long SOURCE_MASK = (1L << SOURCE_BITS) - 1;
    private static final int MAX_TEXTS = 10_000;
    private static final int MAX_TEXT_BYTES = 200;

    private final ConversationRows rows;
    private final SegmentLog log;
    private final IcmpErrors icmpErrors;
    private final Map<Integer, IcmpErrors.Kept> errors = new HashMap<>();
    private final DossierStore store;
    private final List<String> names = new ArrayList<>();
    private final Map<Long, String> resetTexts = new HashMap<>();
    private final TimelineBuilder builder;
    private final ConversationRows scratch = new ConversationRows();

    private long[] index = new long[64];
    private int resets;
    private long[] sources = new long[64];
    private int sourceCount;
    private long[] buffer = new long[256];
    private boolean sorted;
    private IntFunction<String> encapsulations = i -> "";
    private IntFunction<String> liveNames = row -> "";

    Dossiers(ConversationRows rows, SegmentLog log, IcmpErrors icmpErrors, long budgetBytes) {
        this.rows = rows;
        this.log = log;
        this.icmpErrors = icmpErrors;
        this.store = new DossierStore(budgetBytes);
        this.builder = new TimelineBuilder(resetTexts);
    }

    /** Number of RSTs. */
    public int size() {
        return resets;
    }

    /** Whether conversations had to be moved to a temporary file. */
    public boolean hasSpilled() {
        return store.hasSpilled();
    }

    /** Trace position of the RST with that index, in rising order. */
    public long tracePosition(int reset) {
        sort();
        return index[reset] >>> SOURCE_BITS;
    }

    /** Index of the RST at that trace position. */
    public int indexOf(long tracePosition) {
        sort();
        int at = Arrays.binarySearch(index, 0, resets, tracePosition << SOURCE_BITS);
        return at >= 0 ? at : -1 - at;
    }

    /** Names the conversation's timeline that holds the RST; the same for all RSTs of one timeline. */
    public int source(int reset) {
        sort();
        return (int) (index[reset] & SOURCE_MASK);
    }

    /** Builds the timeline with that name. */
    public Timeline timeline(int source) {
        long place = sources[source];
        builder.icmpErrors(errors.get(source));
        return place < 0 ? stored(-1 - place) : alive((int) place);
    }

    /** How many timelines there are: names 0 to this less one. */
    public int sources() {
        return sourceCount;
    }

    /** What identifies the conversation of the timeline with that name. */
    public ConversationOutline outline(int source) {
        long place = sources[source];
        if (place >= 0) {
            return builder.outline(rows, (int) place);
        }
        return builder.outline(scratch, scratch.restore(store.read(-1 - place), 1));
    }

    /** Counts the inputs of these timelines from that index on, where another trace has those before it. */
    public void firstCapture(int index) {
        builder.firstCapture(index);
    }

    /** Takes the decoder's table that names what {@link Timeline#encapsulation} tells. */
    public void encapsulations(IntFunction<String> table) {
        encapsulations = table;
    }

    /** Forgets everything and deletes the temporary file. */
    @Override
    public void close() throws IOException {
        store.close();
    }

    void liveNames(IntFunction<String> table) {
        liveNames = table;
    }

    /** Keeps what a RST carries as payload. */
    void resetText(long position, SegmentView segment) {
        int length = Math.min(segment.payloadCaptured(), MAX_TEXT_BYTES);
        if (length > 0 && resetTexts.size() < MAX_TEXTS) {
            String text = new String(segment.bytes(), segment.payloadOffset(), length, StandardCharsets.ISO_8859_1);
            resetTexts.put(position, text);
        }
    }

    /** Packs a conversation that ends before the capture does. */
    void told(int row, String serverName, ConversationEnd end) {
        log.unroll(row);
        int count = rows.logCount(row);
        int length = 1 + ConversationRows.WORDS + count * PackedSegment.WORDS;
        buffer = buffer.length < length ? new long[length * 2] : buffer;
        buffer[0] = (long) nameIndex(serverName) << 32 | (long) end.ordinal() << 16 | count;
        rows.copyTo(row, buffer, 1);
        System.arraycopy(
                log.words(row), log.at(row, 0), buffer, 1 + ConversationRows.WORDS, count * PackedSegment.WORDS);
        addSource(-1 - store.append(buffer, length), row);
    }

    /** Takes a conversation that lives to the end of the capture. */
    void live(int row) {
        log.unroll(row);
        addSource(row, row);
    }

    private int nameIndex(String name) {
        if (name.isEmpty()) {
            return 0;
        }
        names.add(name);
        return names.size();
    }

    private void addSource(long place, int row) {
        if (sourceCount == sources.length) {
            sources = Arrays.copyOf(sources, sourceCount << 1);
        }
        sources[sourceCount] = place;
        IcmpErrors.Kept quoting = icmpErrors.of(row);
        if (quoting != null) {
            errors.put(sourceCount, quoting);
        }
        long[] words = log.words(row);
        for (int i = 0; i < rows.logCount(row); i++) {
            int at = log.at(row, i);
            if (TcpFlags.has(PackedSegment.flags(words, at), TcpFlags.RST)) {
                addReset(PackedSegment.position(words, at));
            }
        }
        sourceCount++;
    }

    private void addReset(long position) {
        if (resets == index.length) {
            index = Arrays.copyOf(index, resets << 1);
        }
        index[resets++] = position << SOURCE_BITS | sourceCount;
        sorted = false;
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(index, 0, resets);
            sorted = true;
        }
    }

    private Timeline alive(int row) {
        String encapsulation = encapsulations.apply(rows.encapsulation(row));
        return builder.build(
                rows,
                row,
                log.words(row),
                log.at(row, 0),
                rows.logCount(row),
                encapsulation,
                liveNames.apply(row),
                ConversationEnd.END_OF_CAPTURE);
    }

    private Timeline stored(long place) {
        long[] words = store.read(place);
        int name = (int) (words[0] >>> 32);
        int row = scratch.restore(words, 1);
        return builder.build(
                scratch,
                row,
                words,
                1 + ConversationRows.WORDS,
                (int) words[0] & 0xffff,
                encapsulations.apply(scratch.encapsulation(row)),
                name == 0 ? "" : names.get(name - 1),
                ConversationEnd.values()[(int) (words[0] >>> 16) & 0xffff]);
    }
}
