package dev.whyrst.incident;

import dev.whyrst.net.Endpoint;
import dev.whyrst.timeline.ConversationId;
import dev.whyrst.timeline.ConversationOutline;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Timeline;

/**
 * What a conversation is called in incidents: as in the first capture. Behind a NAT the second one calls it something
 * else.
 *
 * @param responderThere the responder in the second capture; the same where nothing is translated or the second capture
 *     does not hold the conversation
 */
public record StoryName(ConversationId id, Endpoint initiator, Endpoint responder, Endpoint responderThere) {

    /** The name of a conversation that no other capture holds. */
    public static StoryName of(Timeline timeline) {
        return new StoryName(timeline.id(), timeline.initiator(), timeline.responder(), timeline.responder());
    }

    /** The name of a conversation of the first capture. */
    public static StoryName of(Timeline timeline, ConversationOutline there) {
        return new StoryName(timeline.id(), timeline.initiator(), timeline.responder(), there.responder());
    }

    /** The name of a conversation of the second capture. */
    public static StoryName of(ConversationOutline first, Timeline timeline) {
        return new StoryName(first.id(), first.initiator(), first.responder(), timeline.responder());
    }

    public Endpoint endpoint(Side side) {
        return side == Side.INITIATOR ? initiator : responder;
    }
}
