/**
 * The front door of the library, and the only package of whyrst whose signatures stay as they are.
 *
 * <p>{@link dev.whyrst.api.RstAnalysis} is where to begin:
 *
 * <pre>{@code
 * RstReport report = RstAnalysis.of(Path.of("trace.pcap"))
 *         .soRcvTimeo(Duration.ofMillis(100))
 *         .run();
 * for (RstFinding finding : report.findings()) {
 *     System.out.println(finding.cause().title() + ": " + finding.conversation().responder());
 * }
 * }</pre>
 *
 * <p>What it gives are records of plain values, independent of the capture and of each other. Only the library makes them:
 * they may get further components. Of the other packages it shows only words that reports use too: causes, kinds of incident and failure, degrees of confidence and harm, endpoints
 * and frames. Texts of findings may hold what the capture holds: who shows them escapes them.
 */
package dev.whyrst.api;
