package dev.whyrst.analysis;

import dev.whyrst.conversation.dossier.DossierReader;
import dev.whyrst.conversation.dossier.Dossiers;
import dev.whyrst.peer.ledger.PeerTrace;
import dev.whyrst.timeline.ConversationOutline;
import dev.whyrst.timeline.Timeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A trace with all its conversations, as the comparison of two captures reads it. */
final class ComparedTrace implements PeerTrace {

    /** Bits of a word that name a timeline; the conversation's number lies above. */
    private static final int SOURCE_BITS = 26;

    private static final long SOURCE_MASK = (1L << SOURCE_BITS) - 1;

    private final Dossiers dossiers;
    private final DossierReader reader;
    private final String name;
    private final int[] conversations;
    private final long[] sources;
    private long firstNanos;
    private long lastNanos;

    /** @param other the trace that this one must not be confused with by its name */
    ComparedTrace(Trace trace, Trace other) {
        dossiers = trace.dossiers();
        reader = new DossierReader(dossiers);
        List<CaptureSummary> captures = trace.pass().captures();
        String file = name(captures);
        name = file.equals(name(other.pass().captures())) ? path(captures) : file;
        span(captures);
        conversations = new int[dossiers.sources()];
        sources = new long[dossiers.sources()];
        for (int source = 0; source < sources.length; source++) {
            conversations[source] = (int) reader.outline(source).id().stream();
            sources[source] = (long) conversations[source] << SOURCE_BITS | source;
        }
        Arrays.sort(sources);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long firstNanos() {
        return firstNanos;
    }

    @Override
    public long lastNanos() {
        return lastNanos;
    }

    @Override
    public int conversations() {
        return sources.length == 0 ? 0 : (int) (sources[sources.length - 1] >>> SOURCE_BITS) + 1;
    }

    @Override
    public boolean isKept(int conversation) {
        return lowerBound(conversation) < end(conversation);
    }

    @Override
    public ConversationOutline outline(int conversation) {
        return reader.outline((int) (sources[end(conversation) - 1] & SOURCE_MASK));
    }

    @Override
    public List<Timeline> chapters(int conversation) {
        List<Timeline> chapters = new ArrayList<>(1);
        for (int i = lowerBound(conversation); i < end(conversation); i++) {
            chapters.add(reader.timeline((int) (sources[i] & SOURCE_MASK)));
        }
        return chapters;
    }

    @Override
    public int resets() {
        return dossiers.size();
    }

    @Override
    public int conversationOf(int reset) {
        return conversations[dossiers.source(reset)];
    }

    @Override
    public int indexOf(long tracePosition) {
        return dossiers.indexOf(tracePosition);
    }

    private static String name(List<CaptureSummary> captures) {
        if (captures.size() != 1) {
            return captures.size() + " captures";
        }
        Path file = Path.of(captures.get(0).file().path()).getFileName();
        return file == null ? captures.get(0).file().path() : file.toString();
    }

    private static String path(List<CaptureSummary> captures) {
        String path = captures.get(0).file().path();
        return captures.size() == 1 ? path : path + " and " + (captures.size() - 1) + " more";
    }

    private void span(List<CaptureSummary> captures) {
        firstNanos = Long.MAX_VALUE;
        lastNanos = Long.MIN_VALUE;
        for (CaptureSummary capture : captures) {
            if (capture.file().frames() > 0) {
                firstNanos = Math.min(firstNanos, capture.file().firstNanos());
                lastNanos = Math.max(lastNanos, capture.file().lastNanos());
            }
        }
    }

    private int end(int conversation) {
        return lowerBound(conversation + 1);
    }

    private int lowerBound(int conversation) {
        int at = Arrays.binarySearch(sources, (long) conversation << SOURCE_BITS);
        return at >= 0 ? at : -1 - at;
    }
}
