/**
 * The reports: one {@link dev.whyrst.analysis.ReportSink} for each format, over the same facts.
 *
 * <p>Whatever stems from a packet or a file name is hostile here: each format escapes it in its own way, and
 * {@code VisibleText} makes visible what a reader could not see. Output depends on nothing but the result: UTC,
 * {@code \n}, no clock, no locale.
 */
package dev.whyrst.report;
