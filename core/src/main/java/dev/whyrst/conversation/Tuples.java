package dev.whyrst.conversation;

import dev.whyrst.decode.SegmentView;

/**
 * Finds the conversation of a segment: by addresses and ports, as Wireshark does; and by the tunnel where the same tuple has
 * conversations inside and outside of one.
 *
 * <p>The first conversation of a tuple holds the plain key, whatever carries it, so that a connection whose directions take
 * different ways stays one. Its twins hold keys with their tunnel.
 */
final class Tuples {

    private final ConversationRows rows;
    private final Lookup lookup;
    private final long seed;
    private final boolean filesApart;

    /** The key that was looked for last. */
    final ConversationKey key = new ConversationKey();

    Tuples(ConversationRows rows, Lookup lookup, long seed, boolean filesApart) {
        this.rows = rows;
        this.lookup = lookup;
        this.seed = seed;
        this.filesApart = filesApart;
    }

    /** The row of the segment's conversation, or {@link ConversationTable#ABSENT}; the key is then what to open it with. */
    int find(SegmentView segment) {
        int row = findFirst(segment);
        boolean elsewhere = row != ConversationTable.ABSENT
                && rows.flag(row, Flag.HAS_TWIN)
                && rows.tunnel(row) != segment.tunnel();
        if (elsewhere) {
            int twin = findTwin(segment);
            return twin != ConversationTable.ABSENT ? twin : findFirst(segment);
        }
        return row;
    }

    /** The row of the first conversation of the segment's tuple, or {@link ConversationTable#ABSENT}. */
    int findFirst(SegmentView segment) {
        key.of(segment, realm(segment));
        return lookup.find(hash(), key);
    }

    /** The row of a further conversation of the segment's tuple, that of the segment's tunnel, or {@link ConversationTable#ABSENT}. */
    int findTwin(SegmentView segment) {
        key.of(segment, ConversationKey.inTunnel(realm(segment), segment.tunnel()));
        return lookup.find(hash(), key);
    }

    /** Hash of the key. */
    int hash() {
        return key.hash(seed);
    }

    private int realm(SegmentView segment) {
        return filesApart ? segment.captureIndex() + 1 : 0;
    }

    /** Finds a conversation by its key. */
    interface Lookup {

        /** The row of the conversation with that key and hash, or {@link ConversationTable#ABSENT}. */
        int find(int hash, ConversationKey key);
    }
}
