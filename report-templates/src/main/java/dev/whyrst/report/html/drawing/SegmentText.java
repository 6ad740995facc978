package dev.whyrst.report.html.drawing;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.report.html.drawing.LadderRows.Row;
import dev.whyrst.report.text.UtcTime;
import dev.whyrst.report.text.Wording;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;

/**
 * The segments of a ladder picture as lines of text, to be pasted into a ticket.
 *
 * <p>Public for the page around it.
 */
public final class SegmentText {

    private static final int NUMBER = 8;
    private static final int GAP = 13;
    private static final long NONE = Long.MIN_VALUE;

    private SegmentText() {}

    public static String of(Attribution attribution, LadderRows.Chosen chosen) {
        StringBuilder text = new StringBuilder(1024);
        text.append(attribution.timeline().initiator()).append(" (client)  -  ");
        text.append(attribution.timeline().responder()).append(" (server)\n");
        long before = NONE;
        for (Row row : chosen.rows()) {
            if (row.leftOut() > 0) {
                leftOut(text, row.leftOut());
            }
            String gap =
                    before == NONE ? "" : "+" + Wording.duration(row.segment().timeNanos() - before);
            line(text, row.segment(), gap, attribution);
            before = row.segment().timeNanos();
        }
        if (chosen.leftOutAfter() > 0) {
            leftOut(text, chosen.leftOutAfter());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Segment segment, String gap, Attribution attribution) {
        padded(text, Long.toString(segment.at().number()), NUMBER);
        text.append("  ").append(UtcTime.ofDay(segment.timeNanos()));
        padded(text, gap, GAP);
        text.append(segment.from() == Side.INITIATOR ? "  ---->  " : "  <----  ")
                .append(LadderDrawing.label(segment));
        if (segment.at().equals(attribution.reset().segment().at())) {
            text.append("  <== this RST");
        } else if (attribution.trigger().isPresent()
                && attribution.trigger().get().segment().at().equals(segment.at())) {
            text.append("  <== trigger");
        } else if (attribution.acknowledged().isPresent()
                && attribution.acknowledged().get().at().equals(segment.at())) {
            text.append("  <== acknowledged");
        }
        text.append('\n');
    }

    private static void leftOut(StringBuilder text, int count) {
        padded(text, "...", NUMBER);
        text.append("  ").append(Wording.count(count, "segment")).append(" not shown\n");
    }

    private static void padded(StringBuilder text, String value, int width) {
        text.append(" ".repeat(Math.max(1, width - value.length()))).append(value);
    }
}
