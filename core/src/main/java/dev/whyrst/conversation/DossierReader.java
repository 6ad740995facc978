package dev.whyrst.conversation;

import dev.whyrst.timeline.ConversationEnd;
import dev.whyrst.timeline.ConversationOutline;
import dev.whyrst.timeline.Timeline;

/** Builds timelines from dossiers; for one thread at a time, beside others with readers of their own. */
public final class DossierReader {

    private final Dossiers dossiers;
    private final ConversationRows rows;
    private final SegmentLog log;
    private final DossierStore.View store;
    private final TimelineBuilder builder;
    private final ConversationRows scratch = new ConversationRows();

    DossierReader(Dossiers dossiers, ConversationRows rows, SegmentLog log, TimelineBuilder builder) {
        this.dossiers = dossiers;
        this.rows = rows;
        this.log = log;
        this.store = dossiers.view();
        this.builder = builder;
    }

    /** Builds the timeline with that name. */
    public Timeline timeline(int source) {
        long place = dossiers.place(source);
        builder.icmpErrors(dossiers.errors(source));
        return place < 0 ? stored(-1 - place) : alive((int) place);
    }

    /** What identifies the conversation of the timeline with that name. */
    public ConversationOutline outline(int source) {
        long place = dossiers.place(source);
        if (place >= 0) {
            return builder.outline(rows, (int) place);
        }
        return builder.outline(scratch, restore(-1 - place));
    }

    private Timeline alive(int row) {
        return builder.build(
                rows,
                row,
                log.words(row),
                log.at(row, 0),
                rows.logCount(row),
                dossiers.encapsulation(rows, row),
                dossiers.liveName(row),
                ConversationEnd.END_OF_CAPTURE);
    }

    private Timeline stored(long place) {
        long[] words = store.read(place);
        SavedConversation.grow(words);
        int row = scratch.restore(words, SavedConversation.ROW);
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

    private int restore(long place) {
        long[] words = store.read(place);
        SavedConversation.grow(words);
        return scratch.restore(words, SavedConversation.ROW);
    }
}
