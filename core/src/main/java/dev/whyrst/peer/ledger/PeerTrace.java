package dev.whyrst.peer.ledger;

import dev.whyrst.timeline.ConversationOutline;
import dev.whyrst.timeline.Timeline;
import java.util.List;

/**
 * One of the two captures, analysed: its conversations by their number, its RSTs by their index, both from 0.
 *
 * <p>Public for {@code analysis}, which shows its traces so, and for other rooms of the house.
 */
public interface PeerTrace {

    /** What the user calls it, for evidence. */
    String name();

    /** When its first frame was captured, in nanoseconds of its own clock. */
    long firstNanos();

    /** When its last frame was captured. */
    long lastNanos();

    int conversations();

    /**
     * Whether anything is kept of a conversation that has a number: of one with nothing but broken headers nothing is.
     */
    boolean isKept(int conversation);

    /** What identifies a conversation that is {@linkplain #isKept kept}. */
    ConversationOutline outline(int conversation);

    /** The timelines of a conversation in order. */
    List<Timeline> chapters(int conversation);

    int resets();

    /** The conversation that a RST belongs to. */
    int conversationOf(int reset);

    /** The index of the RST at a position of the trace. */
    int indexOf(long tracePosition);
}
