/**
 * The use case, behind the command line and the {@linkplain dev.whyrst.api library}: reads captures once, attributes every
 * RST, tells incidents, feeds reports.
 *
 * <p>{@link dev.whyrst.analysis.CaptureAnalysis#run} is the entrance: {@link dev.whyrst.analysis.AnalysisOptions} in,
 * an {@link dev.whyrst.analysis.AnalysisSummary} out, and every RST with its evidence to the {@linkplain
 * dev.whyrst.analysis.ReportSink sinks} that want it. It takes three steps:
 *
 * <ol>
 *   <li>{@code Pass}: one pass over the frames, which {@code DecodeAhead} reads and decodes on a second thread once
 *       there are many; what it leaves is a {@code Trace};
 *   <li>{@code ParallelAttribution}: the RSTs one by one in the order of the trace, through an {@code
 *       AttributionCursor} for each thread, for the incidents, the counts ({@code Tally}) and what reports choose by
 *       ({@code Glances});
 *   <li>{@code Delivery}: the summary, then the RSTs once more, with their incidents, to each sink on a thread of its
 *       own ({@code SinkThread}).
 * </ol>
 *
 * <p>With a peer capture there are two traces: {@code ComparedTrace} shows each to {@code dev.whyrst.peer}, and {@code
 * PeerAttributions} tells both as one.
 *
 * <p>{@link dev.whyrst.analysis.AnalysisLimits} bounds memory; the result does not depend on threads, seeds or the
 * clock of the machine. Nothing here knows how a segment is decoded, why a RST was sent, or what a report looks like:
 * this package knows all others of core, and only wires them.
 */
package dev.whyrst.analysis;
