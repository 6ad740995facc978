/**
 * Frames to TCP segments: from the bytes of one frame to the innermost TCP header in it, whatever tags, tunnels and
 * labels are around.
 *
 * <p>{@link dev.whyrst.decode.FrameDecoder} is the entrance. A {@code Walk} goes through the layers from the outside
 * in; each protocol is a class of its own with a static {@code decode(walk, at)}, which checks its header against the
 * bounds of the walk, narrows them where the header says so, and calls the next one. So the classes call each other in
 * circles, as the protocols do; what bounds that is {@code Walk.MAX_LAYERS}. What is found stands in {@link
 * dev.whyrst.decode.SegmentView}; why nothing was found says {@link dev.whyrst.decode.DecodeOutcome}.
 *
 * <ol>
 *   <li>{@code Links} and what it names ({@code Ethernet}, {@code Wlan}, {@code Cooked}, {@code Taps}, {@code Devices},
 *       {@code Lans} and others): the link types of capture files;
 *   <li>{@code EtherTypes}, {@code EthernetTags}, {@code Mpls}, {@code Ppp}, {@code Llc}: what links carry before IP;
 *   <li>{@code Ipv4} and {@code Ipv6}, with {@code Fragments} that wait for their rest in bounded memory;
 *   <li>{@code Udp}, {@code Gre} and the tunnels in them ({@code Overlay}, {@code Gtp}, {@code L2tp}, {@code Capwap},
 *       {@code Teredo}, {@code Mirror}), which lead to the steps above again; a port number only suggests a tunnel, so
 *       {@code Plausible} looks first;
 *   <li>{@code Tcp} with {@code TcpOptions} and {@code TcpChecksum}, or {@code Icmp} where an error quotes a TCP
 *       header.
 * </ol>
 *
 * <p><b>Cost.</b> No allocation for a frame: one walk and one view serve all of them. Encapsulations are numbered by a
 * hash of their parts ({@code EncapsulationTable}) and get their names when a report asks.
 *
 * <p><b>Hostile input.</b> Nothing outside of the frame is read, whatever its lengths claim; nesting, fragments and
 * names of encapsulations are bounded. Headers that were cut off are said to be missing and not guessed.
 *
 * <p>Nothing here knows conversations: each frame is decoded as if it were the only one, fragments apart.
 */
package dev.whyrst.decode;
