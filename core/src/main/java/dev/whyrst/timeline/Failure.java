package dev.whyrst.timeline;

import dev.whyrst.net.Endpoint;
import java.util.List;

/**
 * Conversations without a RST that failed in one way at one service.
 *
 * @param service where they went; where one client tried many services, one of them
 * @param services how many services it stands for: more than one where one client tried so many; at most {@link #MOST_SERVICES}
 * @param connections how many conversations failed so
 * @param clients how many hosts had them, as far as they were counted
 * @param frames a few frames that show it, one of each of the first conversations
 * @param detail more for people, such as the ICMP type and code; may be empty
 */
public record Failure(
        FailureKind kind,
        Endpoint service,
        long services,
        long connections,
        long clients,
        List<FrameRef> frames,
        String detail) {

    /** So many services of one failure are told apart. */
    public static final int MOST_SERVICES = 1000;

    /** How many frames are named at the most. */
    public static final int FRAMES = 4;
}
