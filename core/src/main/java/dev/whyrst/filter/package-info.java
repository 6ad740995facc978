/**
 * Which frames to look at: the capture filter language of libpcap, {@code pcap-filter(7)}.
 *
 * <p>libpcap compiles the expression, once for each link type of the input; frames are judged by an interpreter of its
 * instructions, because a call into libpcap for each frame would take longer than the whole analysis of it.
 */
package dev.whyrst.filter;
