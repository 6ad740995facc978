package dev.whyrst.conversation.tracking;

import dev.whyrst.conversation.table.ConversationKey;
import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.ConversationTable;
import dev.whyrst.conversation.table.Flag;
import dev.whyrst.decode.SegmentView;

/**
 * Finds the conversation of a segment: by addresses and ports, as Wireshark does; and by the tunnel where the same
 * tuple has conversations inside and outside of one.
 *
 * <p>The first conversation of a tuple holds the plain key, whatever carries it, so that a connection whose directions
 * take different ways stays one. Its twins hold keys with their tunnel.
 */
final class ConversationFinder {

    private final ConversationRows rows;
    private final Lookup lookup;
    private final long seed;
    private final boolean filesApart;

    /** The key that was looked for last, and its hash. */
    ConversationKey key = new ConversationKey();

    int hash;

    ConversationFinder(ConversationRows rows, Lookup lookup, long seed, boolean filesApart) {
        this.rows = rows;
        this.lookup = lookup;
        this.seed = seed;
        this.filesApart = filesApart;
    }

    /** Works out what to look the segment's conversation up by; any thread may ask. */
    void prepare(SegmentView segment, Arrival into) {
        into.key.of(segment, realm(segment));
        into.hash = into.key.hash(seed);
    }

    /**
     * The row of the segment's conversation, or {@link ConversationTable#ABSENT}; the key is then what to open it with.
     */
    int find(SegmentView segment, Arrival arrival) {
        key = arrival.key;
        hash = arrival.hash;
        int row = lookup.find(hash, key);
        return row != ConversationTable.ABSENT && rows.flag(row, Flag.HAS_TWIN) ? findAmongTwins(row, segment) : row;
    }

    /** The row of the first conversation of the segment's tuple, or {@link ConversationTable#ABSENT}. */
    int findFirst(SegmentView segment) {
        return find(segment, realm(segment));
    }

    /**
     * The row of a further conversation of the segment's tuple, that of the segment's tunnel, or {@link
     * ConversationTable#ABSENT}.
     */
    int findTwin(SegmentView segment) {
        return find(segment, ConversationKey.inTunnel(realm(segment), segment.tunnel()));
    }

    private int findAmongTwins(int first, SegmentView segment) {
        if (rows.tunnel(first) == segment.tunnel()) {
            return first;
        }
        int twin = findTwin(segment);
        return twin != ConversationTable.ABSENT ? twin : findFirst(segment);
    }

    private int find(SegmentView segment, int realm) {
        key.of(segment, realm);
        hash = key.hash(seed);
        return lookup.find(hash, key);
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
