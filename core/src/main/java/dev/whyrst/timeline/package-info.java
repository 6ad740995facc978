/**
 * The immutable model: all that rules, incidents and reports see of the traffic, and the wall between them and the hot
 * path.
 *
 * <p>A {@link dev.whyrst.timeline.Timeline} is what was kept of one conversation: its two ends ({@link
 * dev.whyrst.timeline.Side}, {@link dev.whyrst.timeline.SideSummary}), the kept {@linkplain dev.whyrst.timeline.Segment
 * segments} in capture order, its {@linkplain dev.whyrst.timeline.Reset RSTs}, the {@linkplain
 * dev.whyrst.timeline.Incarnation incarnation} before it, and the {@linkplain dev.whyrst.timeline.IcmpError ICMP
 * errors} that quote it. {@link dev.whyrst.timeline.NetworkFacts} is what the whole input tells of hosts and ports
 * ({@link dev.whyrst.timeline.HostFacts}, {@link dev.whyrst.timeline.PortFacts}, {@link dev.whyrst.timeline.PortLoad}),
 * complete before the first RST is judged.
 *
 * <p>Sequence numbers are relative and 64 bits wide here; the values of headers are called raw. Times are nanoseconds
 * of the capture's clock since the epoch. What the capture does not show is -1, empty or {@code UNKNOWN}, and each
 * component says which.
 *
 * <p>Records hold facts and answer questions about themselves. Nothing here judges, nothing knows where the facts come
 * from, and nothing changes: any number of threads may read.
 */
package dev.whyrst.timeline;
