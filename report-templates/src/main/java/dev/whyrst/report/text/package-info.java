/**
 * What all reports say alike, and how they write it: facts that follow from the summary ({@link
 * dev.whyrst.report.text.ReportFacts}), sentences ({@link dev.whyrst.report.text.Sentences}), terms ({@link
 * dev.whyrst.report.text.Wording}), times ({@link dev.whyrst.report.text.UtcTime}).
 *
 * <p>{@link dev.whyrst.report.text.VisibleText} makes visible what hostile text would hide, {@link
 * dev.whyrst.report.text.Utf8Text} gathers text for millions of rows. What is special to a format (quotes, entities,
 * formulas of spreadsheets) its own room escapes, and none of the formats is known here.
 */
package dev.whyrst.report.text;
