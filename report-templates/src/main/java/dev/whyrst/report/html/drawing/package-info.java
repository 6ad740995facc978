/**
 * The pictures of the HTML report, as SVG that reads without a style sheet, and the ladder as lines of text.
 *
 * <p>{@link dev.whyrst.report.html.drawing.LadderRows} chooses the segments that prove a verdict; {@link
 * dev.whyrst.report.html.drawing.LadderDrawing} draws them, {@link dev.whyrst.report.html.drawing.SegmentText} writes
 * them as text, and {@code ConnectTimeout} is the bar of a timeout that was configured. {@link
 * dev.whyrst.report.html.drawing.ResetsOverTime} draws RSTs over time. {@code Svg} writes elements and escapes what
 * stands in them; whatever is drawn is bounded.
 */
package dev.whyrst.report.html.drawing;
