/**
 * What is kept of single segments: {@link dev.whyrst.conversation.log.SegmentLog} holds for each conversation the first
 * few, the last ones before its first RST, and those that follow it; what fell out between is counted in the row.
 *
 * <p>A segment is six longs, in the form of {@link dev.whyrst.conversation.log.PackedSegment}. They lie in blocks of a
 * few sizes ({@code SegmentBlocks}), a ring within the block where old ones fall out, so that a log that is full costs
 * as little as one that grows. {@link dev.whyrst.conversation.log.IcmpErrors} keeps beside the rows the few ICMP errors
 * that quote conversations.
 *
 * <p>Nothing here says what a segment means. One thread at a time; packed segments may be read by any.
 */
package dev.whyrst.conversation.log;
