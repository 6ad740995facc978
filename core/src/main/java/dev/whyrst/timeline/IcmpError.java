package dev.whyrst.timeline;

import dev.whyrst.net.IpAddress;

/**
 * An ICMP error that quoted a segment of the conversation: evidence, never a segment.
 *
 * @param at its frame
 * @param timeNanos capture time
 * @param from who sent the error
 * @param quoted the side whose segment it quotes
 * @param ipv6 whether type and code are those of ICMPv6
 * @param type ICMP type
 * @param code ICMP code
 */
public record IcmpError(FrameRef at, long timeNanos, IpAddress from, Side quoted, boolean ipv6, int type, int code) {}
