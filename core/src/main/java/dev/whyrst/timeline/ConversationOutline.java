package dev.whyrst.timeline;

import dev.whyrst.net.Endpoint;

/**
 * What tells a conversation from all others, in another capture too, where its addresses, ports and clock may differ.
 *
 * @param firstNanos when its first segment was captured
 * @param lastNanos when its last was
 * @param accepted whether the responder is known to have accepted it
 */
public record ConversationOutline(
        ConversationId id,
        Endpoint initiator,
        Endpoint responder,
        Numbers ofInitiator,
        Numbers ofResponder,
        long firstNanos,
        long lastNanos,
        boolean accepted) {

    /**
     * The sequence numbers of one side as they stood in its headers.
     *
     * @param isnKnown whether its SYN or SYN,ACK was captured
     * @param isn its initial sequence number, where it is known
     * @param spoke whether the side sent anything but RSTs
     * @param next the number after the last that it sent, where it spoke
     */
    public record Numbers(boolean isnKnown, int isn, boolean spoke, int next) {}

    public Numbers of(Side side) {
        return side == Side.INITIATOR ? ofInitiator : ofResponder;
    }
}
