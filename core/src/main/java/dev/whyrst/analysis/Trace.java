package dev.whyrst.analysis;

import dev.whyrst.attribution.InternalErrors;
import dev.whyrst.attribution.verdict.Attributor;
import dev.whyrst.attribution.verdict.Witness;
import dev.whyrst.conversation.dossier.Dossiers;
import dev.whyrst.conversation.tracking.ConversationTracker;
import dev.whyrst.conversation.tracking.TrackerLimits;
import dev.whyrst.net.Mixer;
import java.io.Closeable;
import java.io.IOException;

/** What the pass over one set of inputs leaves. */
final class Trace implements Closeable {

    /** Conversations that stay at hand however long they are idle. */
    private static final int AWAKE = 1 << 13;

    private final ConversationTracker tracker;
    private final Pass pass;
    private final Dossiers dossiers;
    private final int firstReset;

    private Trace(ConversationTracker tracker, Pass pass, Trace before) {
        this.tracker = tracker;
        this.pass = pass;
        this.dossiers = tracker.endOfCapture();
        this.firstReset = before == null ? 0 : before.firstReset + before.dossiers.size();
        dossiers.encapsulations(pass::encapsulation);
        if (before != null) {
            dossiers.firstCapture(before.pass.captures().size());
        }
    }

    /** Reads the inputs of the options. */
    static Trace read(AnalysisOptions options, ProgressListener progress) throws IOException {
        return read(options, progress, false, null);
    }

    /** Reads the inputs of the options, and keeps all conversations. */
    static Trace readToCompare(AnalysisOptions options, ProgressListener progress) throws IOException {
        return read(options, progress, true, null);
    }

    /** Reads the peer capture of the options; its inputs and RSTs are counted on from those of the trace before it. */
    static Trace readPeer(AnalysisOptions options, ProgressListener progress, Trace before) throws IOException {
        return read(options.ofPeer(), progress, true, before);
    }

    private static Trace read(AnalysisOptions options, ProgressListener progress, boolean all, Trace before)
            throws IOException {
        AnalysisLimits limits = options.limits();
        TrackerLimits trackerLimits = new TrackerLimits(
                limits.maxConversations(),
                limits.maxAwake(),
                Math.min(AWAKE, limits.maxAwake()),
                limits.maxHosts(),
                limits.maxHosts(),
                limits.dossierBytes(),
                options.perFile());
        ConversationTracker tracker = new ConversationTracker(trackerLimits, Mixer.seed());
        if (all) {
            tracker.keepAll();
        }
        int firstCapture = before == null ? 0 : before.pass.captures().size();
        return new Trace(tracker, Pass.over(options, tracker, progress, firstCapture), before);
    }

    ConversationTracker tracker() {
        return tracker;
    }

    Pass pass() {
        return pass;
    }

    Dossiers dossiers() {
        return dossiers;
    }

    /** The attributions of this trace's RSTs in order. */
    AttributionCursor attributions(AnalysisOptions options, Witness witness, InternalErrors errors) {
        Attributor attributor = new Attributor(
                tracker.facts(),
                options.timeouts()::of,
                position -> Attributions.id(firstReset + dossiers.indexOf(position)),
                witness,
                errors);
        return new AttributionCursor(dossiers, attributor);
    }

    @Override
    public void close() throws IOException {
        dossiers.close();
    }
}
