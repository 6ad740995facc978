/**
 * {@code report.json}: the summary, then a line for each RST, streamed. {@link dev.whyrst.report.json.JsonReport} is
 * the sink; {@code JsonSummary} and {@code JsonReset} write its two parts, {@code OneItemALine} lays them out for tools
 * that read lines.
 *
 * <p>The format is {@code report.schema.json}, to which fields are only added; a test holds that no report has a field
 * that it does not know. Escaping is the library's; nothing here words a sentence.
 */
package dev.whyrst.report.json;
