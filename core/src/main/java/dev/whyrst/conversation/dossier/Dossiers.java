package dev.whyrst.conversation.dossier;

import dev.whyrst.conversation.deferred.DeferredTasks;
import dev.whyrst.conversation.hosts.HostNews;
import dev.whyrst.conversation.log.IcmpErrors;
import dev.whyrst.conversation.log.PackedSegment;
import dev.whyrst.conversation.log.SegmentLog;
import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.timeline.ConversationEnd;
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
 * All RSTs of the trace in order, each with the way to its conversation's timeline; the timelines of conversations
 * without RST too where the tracker keeps them all.
 *
 * <p>Conversations lie packed in a {@link DossierStore}. Timelines are built on demand, by a {@code DossierReader}.
 *
 * <p>Public for {@code analysis}, which wires it, and for other rooms of the house.
 */
public final class Dossiers implements Closeable {

    /** The task of storing a packed conversation. */
    public static final int PACK = HostNews.TASKS;

    /** Bits of a word that name a timeline; the RST's trace position lies above. */
    private static final int SOURCE_BITS = 26;

    private static final long SOURCE_MASK = (1L << SOURCE_BITS) - 1;

    /** Most different names that are kept; further conversations have none. */
    private static final int MAX_NAMES = 1_000_000;

    /** Most conversations whose ICMP errors are kept. */
    private static final int MAX_ERRORS = 100_000;

    /** Most RSTs whose payload is kept. */
    private static final int MAX_TEXTS = 10_000;

    /** Bytes that are kept of a RST's payload. */
    private static final int MAX_TEXT_BYTES = 200;

    private final ConversationRows rows;
    private final SegmentLog log;
    private final DossierStore store;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> nameIndices = new HashMap<>();
    private final Map<Long, String> resetTexts = new HashMap<>();
    private final IcmpErrors icmpErrors;
    private final Map<Integer, IcmpErrors.Kept> errors = new HashMap<>();
    private final DeferredTasks deferred;

    private long[] index = new long[64];
    private int resets;
    private int sourceCount;

    /** Where each timeline lies in the store; written by whoever does the deferred tasks. */
    private volatile long[] places = new long[64];

    private int firstCapture;
    private IntFunction<String> encapsulations = i -> "";

    public Dossiers(
            ConversationRows rows, SegmentLog log, IcmpErrors icmpErrors, DeferredTasks deferred, long budgetBytes) {
        this.rows = rows;
        this.log = log;
        this.icmpErrors = icmpErrors;
        this.deferred = deferred;
        this.store = new DossierStore(budgetBytes);
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
        return index[reset] >>> SOURCE_BITS;
    }

    /** Index of the RST at that trace position. */
    public int indexOf(long tracePosition) {
        int at = Arrays.binarySearch(index, 0, resets, tracePosition << SOURCE_BITS);
        return at >= 0 ? at : -1 - at;
    }

    /** Names the conversation's timeline that holds the RST; the same for all RSTs of one timeline. */
    public int source(int reset) {
        return (int) (index[reset] & SOURCE_MASK);
    }

    /** How many timelines there are: names 0 to this less one. */
    public int sources() {
        return sourceCount;
    }

    /** Counts the inputs of these timelines from that index on, where another trace has those before it. */
    public void firstCapture(int captureIndex) {
        firstCapture = captureIndex;
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

    /** Notes a RST of the conversation in that row; positions rise. */
    public void reset(int row, long position) {
        if (resets == index.length) {
            index = Arrays.copyOf(index, resets << 1);
        }
        index[resets++] = position << SOURCE_BITS | sourceOf(row);
    }

    /** Keeps what a RST carries as payload. */
    public void resetText(long position, SegmentView segment) {
        int length = Math.min(segment.payloadCaptured(), MAX_TEXT_BYTES);
        if (length > 0 && resetTexts.size() < MAX_TEXTS) {
            String text = new String(segment.bytes(), segment.payloadOffset(), length, StandardCharsets.ISO_8859_1);
            resetTexts.put(position, text);
        }
    }

    /** Packs what is known of the conversation in that row; returns the name of its timeline, which stays the row's. */
    public int pack(int row, String serverName, ConversationEnd end) {
        int source = sourceOf(row);
        int count = rows.logCount(row);
        int length = count * PackedSegment.WORDS;
        int at = deferred.add(PACK, 1 + SavedConversation.SEGMENTS + length, source);
        long[] words = deferred.words();
        words[at] = source;
        words[at + 1] = SavedConversation.header(nameIndex(serverName), end, count);
        rows.copyTo(row, words, at + 1 + SavedConversation.ROW);
        if (count > 0) {
            log.unroll(row);
            System.arraycopy(log.words(row), log.at(row, 0), words, at + 1 + SavedConversation.SEGMENTS, length);
        }
        keepErrors(row, source);
        return source;
    }

    /** Stores what {@link #pack} put off, whose words, so many, begin at that index. */
    public void store(long[] words, int at, int count) {
        int source = (int) words[at];
        if (source >= places.length) {
            places = Arrays.copyOf(places, Math.max(source + 1, places.length << 1));
        }
        SavedConversation.shrink(words, at + 1);
        places[source] = store.append(words, at + 1, count - 1);
    }

    /**
     * The words of the timeline with that name, as {@link DossierStore.View#read} gives them, while others may wait to
     * be stored.
     */
    long[] read(DossierStore.View view, int source) {
        if (deferred.isPending(source) || !store.isReadable(places[source])) {
            deferred.settle();
            store.flush();
        }
        return view.read(places[source]);
    }

    private void keepErrors(int row, int source) {
        IcmpErrors.Kept quoting = icmpErrors.of(row);
        if (quoting != null && errors.size() < MAX_ERRORS) {
            errors.put(source, quoting);
        }
    }

    /** The ICMP errors about the conversation of that timeline, or null. */
    public IcmpErrors.Kept errors(int source) {
        return errors.isEmpty() ? null : errors.get(source);
    }

    /** Builds timelines of what the dossiers hold. */
    TimelineBuilder builder() {
        return new TimelineBuilder(resetTexts, firstCapture);
    }

    /** Makes all that was stored readable for every thread. */
    void flush() {
        store.flush();
    }

    /** A view of the packed conversations while more are being packed. */
    DossierStore.View view() {
        return store.view();
    }

    String name(int nameIndex) {
        return nameIndex == 0 ? "" : names.get(nameIndex - 1);
    }

    /** What the conversation in that row of those rows was seen inside of. */
    String encapsulation(ConversationRows ofRows, int row) {
        return encapsulations.apply(ofRows.encapsulation(row));
    }

    private int nameIndex(String name) {
        Integer known = nameIndices.get(name);
        if (known != null || name.isEmpty() || names.size() == MAX_NAMES) {
            return known == null ? 0 : known;
        }
        names.add(name);
        nameIndices.put(name, names.size());
        return names.size();
    }

    private int sourceOf(int row) {
        int source = rows.source(row);
        if (source == ConversationRows.NOTHING) {
            source = sourceCount++;
            rows.source(row, source);
        }
        return source;
    }
}
