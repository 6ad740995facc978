package dev.whyrst.timeline;

/**
 * Names a conversation.
 *
 * @param stream Wireshark's {@code tcp.stream} for a single capture, from 0
 * @param chapter 0, or more where a long conversation with many RSTs is told in several timelines
 */
public record ConversationId(long stream, int chapter) {}
