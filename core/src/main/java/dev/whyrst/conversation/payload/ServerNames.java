package dev.whyrst.conversation.payload;

import dev.whyrst.decode.SegmentView;
import dev.whyrst.timeline.PayloadKind;
import java.util.HashMap;
import java.util.Map;

/**
 * What the initiators of live conversations asked for by name, the first name of each; bounded.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class ServerNames {

    private final int limit;
    private final Map<Integer, String> names = new HashMap<>();

    public ServerNames(int limit) {
        this.limit = limit;
    }

    /** The name that was asked for in the conversation of that row, or empty. */
    public String of(int row) {
        return names.getOrDefault(row, "");
    }

    /** Takes the name in the segment, if it is a request and the conversation's first. */
    public void remember(int row, SegmentView segment, PayloadKind kind) {
        if (kind.isRequest() && names.size() < limit && !names.containsKey(row)) {
            put(row, ServerName.of(segment, kind));
        }
    }

    /** Keeps the name for the conversation of that row, unless it is empty. */
    public void put(int row, String name) {
        if (!name.isEmpty()) {
            names.put(row, name);
        }
    }

    /** Forgets the name of the conversation in that row, which ends. */
    public void forget(int row) {
        names.remove(row);
    }
}
