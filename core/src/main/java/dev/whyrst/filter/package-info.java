/**
 * Which frames to look at: the capture filter language of libpcap, {@code pcap-filter(7)}.
 *
 * <p>{@link dev.whyrst.filter.BpfFilter} is the entrance where the user gave an expression, {@link
 * dev.whyrst.filter.FrameFilter#everything} where not. {@code LibpcapCompiler} has libpcap compile the expression, once
 * for each link type of the input; {@code BpfCode} is the program that comes out, which cannot leave its bounds, and
 * {@code BpfInterpreter} judges frames by it, because a call into libpcap for each frame would take longer than the
 * whole analysis of it.
 *
 * <p>The interpreter reads nothing outside of a frame and allocates nothing. What a filter selects is libpcap's
 * business: nothing here knows IP or TCP.
 */
package dev.whyrst.filter;
