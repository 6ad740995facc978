package dev.whyrst.api;

import dev.whyrst.net.Endpoint;
import dev.whyrst.timeline.FailureKind;
import dev.whyrst.timeline.FrameRef;
import java.util.List;

/**
 * Conversations that failed in one way at one service without a RST.
 *
 * @param kind how
 * @param service where they went; where one client tried many services, one of them
 * @param connections how many conversations
 * @param clients of how many hosts, as far as they were counted
 * @param frames a few frames that show it
 * @param detail more for people, such as the ICMP type; may be empty
 */
public record RstFailure(
        FailureKind kind, Endpoint service, long connections, long clients, List<FrameRef> frames, String detail) {}
