/**
 * The anatomy of a frame for people: its headers and their fields, decoded by pcap4j's packet objects.
 *
 * <p>{@link dev.whyrst.dissect.FrameAnatomy} is the entrance: the bytes of a frame in, an {@link
 * dev.whyrst.dissect.Anatomy} of {@linkplain dev.whyrst.dissect.Layer layers} and {@linkplain dev.whyrst.dissect.Field
 * fields} out. {@code LinkLayers}, {@code HeaderLayers} and {@code TcpLayer} put pcap4j's headers into words; what
 * pcap4j cannot read is shown as bytes.
 *
 * <p>For the few frames that a report shows, never for the stream of all frames: a packet object a header is far too
 * slow for that, and the first use of pcap4j costs about a tenth of a second. No verdict depends on what is read here.
 */
package dev.whyrst.dissect;
