package dev.whyrst.conversation.dossier;

import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.timeline.ConversationOutline;
import dev.whyrst.timeline.Timeline;

/**
 * Builds timelines from dossiers; for one thread at a time, beside others with readers of their own.
 *
 * <p>Public for {@code analysis}, which wires it.
 */
public final class DossierReader {

    private final Dossiers dossiers;
    private final DossierStore.View store;
    private final TimelineBuilder builder;
    private final ConversationRows scratch = new ConversationRows();

    /** A reader of dossiers to which nothing is added any more. */
    public DossierReader(Dossiers dossiers) {
        dossiers.flush();
        this.dossiers = dossiers;
        this.store = dossiers.view();
        this.builder = dossiers.builder();
    }

    /** Builds the timeline with that name. */
    public Timeline timeline(int source) {
        long[] words = read(source);
        int row = scratch.restore(words, SavedConversation.ROW);
        builder.icmpErrors(dossiers.errors(source));
        return builder.build(
                scratch,
                row,
                words,
                SavedConversation.SEGMENTS,
                SavedConversation.segments(words),
                dossiers.encapsulation(scratch, row),
                dossiers.name(SavedConversation.name(words)),
                SavedConversation.end(words));
    }

    /** What identifies the conversation of the timeline with that name. */
    public ConversationOutline outline(int source) {
        return builder.outline(scratch, scratch.restore(read(source), SavedConversation.ROW));
    }

    private long[] read(int source) {
        long[] words = dossiers.read(store, source);
        SavedConversation.grow(words);
        return words;
    }
}
