package dev.whyrst.conversation.tracking;

import dev.whyrst.conversation.table.ConversationKey;
import dev.whyrst.timeline.PayloadKind;

/**
 * What can be said of a segment without knowing its conversation: the key to look that up by, and what the payload
 * looks like. {@linkplain ConversationTracker#prepare Made} by any thread, so that the one that tracks has less to do;
 * reused.
 *
 * <p>Public for {@code analysis}, which wires it.
 */
public final class Arrival {

    ConversationKey key = new ConversationKey();
    int hash;
    PayloadKind kind = PayloadKind.NONE;

    /**
     * Whether the tracker will look into the payload of a segment that is no RST: it is a request, which may hold a
     * name.
     */
    public boolean isRequest() {
        return kind.isRequest();
    }
}
