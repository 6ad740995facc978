/**
 * Files to frames: everything between the bytes of an input and {@link dev.whyrst.capture.FrameView}; nothing here
 * knows IP.
 *
 * <p>{@link dev.whyrst.capture.Captures} is the entrance. An input goes through these stages, each of which sees only a
 * stream of bytes:
 *
 * <ol>
 *   <li>arguments become files ({@code InputFinder}), each of which is looked at once ({@code Lineup});
 *   <li>the raw bytes are counted ({@code RawStream}) and, if they are packed, inflated on a second thread
 *       ({@code Compression}, {@code InflatedStream}, {@code ReadAhead});
 *   <li>a window slides over them ({@code ByteWindow}), in which a {@code RecordReader} finds one frame after the
 *       other;
 *   <li>several inputs are merged by time ({@code MergingReader}).
 * </ol>
 *
 * <p><b>Cost.</b> A frame costs a few comparisons and no allocation: the view is laid over the window. An open input
 * holds one window of 256 KiB, which grows only for a larger record; an inflating one four more buffers of 128 KiB and
 * what its library needs (at most the 128 MiB of a zstd window). Inputs that do not overlap in time are open one after
 * the other, however many there are.
 *
 * <p><b>Hostile input.</b> Lengths are bounded before they are believed, growth follows bytes that are really there,
 * and the search after damage is linear in the bytes it crosses. Damage is told in {@link
 * dev.whyrst.capture.CaptureFile}, not thrown.
 */
package dev.whyrst.capture;
