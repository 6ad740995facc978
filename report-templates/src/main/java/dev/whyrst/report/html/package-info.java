/**
 * {@code report.html}: one file that loads nothing and runs nothing, with the best RSTs in detail.
 *
 * <p>{@link dev.whyrst.report.html.HtmlReport} is the sink; {@code BestResets} decides which RSTs it wants. {@code
 * PageViews} and {@code ResetViews} turn the result into a {@code View}, records of texts that are ready but for the
 * escaping, which the {@code Templates} print; {@code RecordWrapper} shows templates the components of records and
 * nothing else. {@link dev.whyrst.report.html.FrameBytes} gives the bytes of single frames for {@code HexDump} and the
 * anatomy. Pictures come from {@code dev.whyrst.report.html.drawing}.
 *
 * <p>Templates escape all that is not marked as markup, and decide nothing. The other formats are not known here.
 */
package dev.whyrst.report.html;
