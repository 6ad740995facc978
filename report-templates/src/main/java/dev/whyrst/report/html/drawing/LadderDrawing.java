package dev.whyrst.report.html.drawing;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Trigger;
import dev.whyrst.net.Endpoint;
import dev.whyrst.net.Nanos;
import dev.whyrst.report.html.drawing.LadderRows.Row;
import dev.whyrst.report.html.drawing.Svg.Ink;
import dev.whyrst.report.text.Sentences;
import dev.whyrst.report.text.Wording;
import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Timeline;
import java.util.List;
import java.util.Optional;

/**
 * Draws the segments that prove a verdict as a ladder: a lifeline for each end (and a dashed one for a device between
 * them), an arrow for each segment, the gaps of time and of segments said, the trigger and the RST marked and joined.
 *
 * <p>Public for the page around it.
 */
public final class LadderDrawing {

    /** Has room on the right for the longest delay that is usual: {@code after 161.925 ms}, {@code after 23 h 59 min}. */
    private static final int WIDTH = 656;

    private static final int LEFT = 128;
    private static final int RIGHT = 500;
    private static final int MIDDLE = (LEFT + RIGHT) / 2;
    private static final int TAGS = RIGHT + 24;
    private static final int BRACKET = RIGHT + 14;

    private static final int HEADER = 46;
    private static final int FIRST = 22;
    private static final int STEP = 38;

    /** Units that an arrow falls on its way. */
    private static final int FALL = 8;

    private static final int BAND = 26;
    private static final int ROOM_FOR_TIMEOUT = 92;
    private static final int FOOTER = 22;

    private static final String DASHES = "5 4";
    private static final String DOTS = "2 4";

    /** Time, in nanoseconds, from which on a gap gets a band of its own. */
    private static final long SILENCE = Nanos.SECOND;

    private final Attribution attribution;
    private final Timeline timeline;
    private final List<Row> rows;
    private final int leftOutAfter;
    private final Optional<ConnectTimeout> timeout;
    private final int[] y;
    private final int height;
    private final Svg svg;

    private LadderDrawing(Attribution attribution, LadderRows.Chosen chosen) {
        this.attribution = attribution;
        timeline = attribution.timeline();
        rows = chosen.rows();
        leftOutAfter = chosen.leftOutAfter();
        timeout = ConnectTimeout.of(attribution, rows);
        y = new int[rows.size()];
        height = layOut() + (leftOutAfter > 0 ? BAND : 0) + FOOTER;
        svg = new Svg(
                attribution.id() + "-ladder", "ladder", WIDTH, height, Sentences.verdict(attribution), description());
    }

    /** The picture as SVG. */
    public static String of(Attribution attribution, LadderRows.Chosen chosen) {
        return new LadderDrawing(attribution, chosen).draw();
    }

    private String draw() {
        lifelines();
        for (int i = 0; i < rows.size(); i++) {
            gap(i);
            segment(i);
        }
        if (leftOutAfter > 0) {
            band(y[rows.size() - 1] + FALL + BAND, Wording.count(leftOutAfter, "segment") + " more, not drawn");
        }
        bracket();
        timeout.ifPresent(this::timeoutBar);
        return svg.end();
    }

    /** Finds the height of each row; returns where the last one ends. */
    private int layOut() {
        int at = HEADER;
        for (int i = 0; i < rows.size(); i++) {
            at += (i == 0 ? FIRST : STEP) + (bands(i) * BAND);
            if (timeout.isPresent() && timeout.get().endsAt(i)) {
                at += ROOM_FOR_TIMEOUT;
            }
            y[i] = at;
        }
        return at + FALL;
    }

    private int bands(int row) {
        return rows.get(row).leftOut() > 0 || silence(row) >= SILENCE ? 1 : 0;
    }

    private long silence(int row) {
        return row == 0 ? 0 : time(row) - time(row - 1);
    }

    private long time(int row) {
        return rows.get(row).segment().timeNanos();
    }

    private void lifelines() {
        lifelineLabel(Side.INITIATOR, 2, "start");
        lifelineLabel(Side.RESPONDER, WIDTH - 2, "end");
        int end = height - 10;
        svg.line(Ink.SOFT, LEFT, HEADER, LEFT, end, "");
        svg.line(Ink.SOFT, RIGHT, HEADER, RIGHT, end, "");
        if (attribution.emitter() == Emitter.MIDDLEBOX) {
            svg.text(Ink.RESET, MIDDLE, HEADER - 8, "middle", "device on the path");
            svg.line(Ink.RESET, MIDDLE, HEADER, MIDDLE, end, DASHES);
        }
    }

    private void lifelineLabel(Side side, int x, String anchor) {
        Endpoint endpoint = timeline.endpoint(side);
        svg.text(Ink.SOFT, x, 13, anchor, Wording.role(side) + " (" + side.label() + "), port " + endpoint.port());
        svg.text(Ink.PLAIN, x, 28, anchor, endpoint.address().toString());
    }

    /** What lies between a row and the one above: time, silence, segments that are not drawn. */
    private void gap(int row) {
        String time = Wording.duration(silence(row));
        int leftOut = rows.get(row).leftOut();
        if (leftOut > 0) {
            band(y[row] - BAND - 7, Wording.count(leftOut, "segment") + " in " + time + " not drawn");
        } else if (silence(row) >= SILENCE) {
            band(y[row] - BAND - 7, time + " of silence");
        } else if (row > 0) {
            svg.text(Ink.SOFT, LEFT - 10, y[row] - STEP / 2 + 6, "end", "+" + time);
        }
    }

    private void band(int at, String text) {
        svg.line(Ink.FAINT, LEFT - 8, at, RIGHT + 8, at, DOTS);
        int half = text.length() * 33 / 10 + 8;
        svg.rect(Ink.PAPER, MIDDLE - half, at - 8, 2 * half, 16, true);
        svg.text(Ink.SOFT, MIDDLE, at + 4, "middle", text);
    }

    private void segment(int row) {
        Segment segment = rows.get(row).segment();
        Ink ink = ink(segment);
        boolean forged = isReset(segment) && attribution.emitter() == Emitter.MIDDLEBOX;
        int from = segment.from() == Side.INITIATOR ? LEFT : RIGHT;
        int to = segment.from() == Side.INITIATOR ? RIGHT : LEFT;
        if (forged) {
            svg.line(Ink.FAINT, from, y[row], MIDDLE, y[row] + FALL / 2, DOTS);
            from = MIDDLE;
        }
        int start = forged ? y[row] + FALL / 2 : y[row];
        svg.arrow(ink, from, start, to, y[row] + FALL, segment.isReset() && !isReset(segment) ? DASHES : "");
        svg.text(
                ink,
                2,
                y[row] + 4,
                "start",
                frame(segment.at()) + (rows.get(row).cited() ? " \u2022" : ""));
        svg.text(ink, MIDDLE, y[row] - 4, "middle", label(segment));
        String note = note(segment);
        if (!note.isEmpty()) {
            svg.text(Ink.SOFT, MIDDLE, y[row] + FALL + 11, "middle", note);
        }
        tag(row, segment);
    }

    private void tag(int row, Segment segment) {
        if (isReset(segment)) {
            svg.text(Ink.RESET, TAGS, y[row] + 6, "start", "this RST");
        } else if (isTrigger(segment)) {
            svg.text(Ink.TRIGGER, TAGS, y[row] + 6, "start", "trigger");
        } else if (isAcknowledged(segment)) {
            svg.text(Ink.SOFT, TAGS, y[row] + 6, "start", "acknowledged");
        }
    }

    /** Joins the trigger and the RST that answers it. */
    private void bracket() {
        int trigger = rowOf(attribution.trigger().map(Trigger::segment));
        int reset = rowOf(Optional.of(attribution.reset().segment()));
        if (trigger < 0 || reset < 0) {
            return;
        }
        int top = y[trigger] + 2;
        int bottom = y[reset] + 2;
        String d = "M" + (RIGHT + 4) + " " + top + "H" + BRACKET + "V" + bottom + "H" + (RIGHT + 4);
        svg.path(Ink.RESET, d, DOTS);
        String delay = Wording.duration(attribution.trigger().orElseThrow().delayNanos());
        svg.text(Ink.SOFT, TAGS, (top + bottom) / 2 + 4, "start", "after " + delay);
    }

    private void timeoutBar(ConnectTimeout bar) {
        int top = y[bar.from()];
        int bottom = y[bar.to()] + FALL;
        int mark = top + (int) Math.round((bottom - top) * Math.min(1.0, bar.share()));
        svg.rect(Ink.TIMEOUT, LEFT - 3, top, 6, mark - top, false);
        svg.rect(Ink.TIMEOUT, LEFT - 3, mark, 6, bottom - mark, true);
        svg.line(Ink.TIMEOUT, LEFT - 9, mark, MIDDLE + 70, mark, DASHES);
        svg.text(
                Ink.TIMEOUT,
                LEFT + 12,
                mark - 5,
                "start",
                "configured timeout " + Wording.duration(bar.timeoutNanos()));
        svg.text(Ink.SOFT, LEFT + 12, mark + 14, "start", bar.verdict());
    }

    private int rowOf(Optional<Segment> segment) {
        for (int i = 0; i < rows.size(); i++) {
            if (segment.isPresent()
                    && rows.get(i).segment().at().equals(segment.get().at())) {
                return i;
            }
        }
        return -1;
    }

    private boolean isReset(Segment segment) {
        return segment.at().equals(attribution.reset().segment().at());
    }

    private boolean isTrigger(Segment segment) {
        return attribution.trigger().isPresent()
                && attribution.trigger().get().segment().at().equals(segment.at());
    }

    private boolean isAcknowledged(Segment segment) {
        return attribution.acknowledged().isPresent()
                && attribution.acknowledged().get().at().equals(segment.at());
    }

    private Ink ink(Segment segment) {
        if (isReset(segment)) {
            return Ink.RESET;
        }
        return isTrigger(segment) ? Ink.TRIGGER : Ink.PLAIN;
    }

    private String frame(FrameRef at) {
        boolean elsewhere = at.capture() != attribution.reset().segment().at().capture();
        return at.number() + (elsewhere ? "*" : "");
    }

    /** {@code PSH,ACK  seq 1  ack 1  len 5000}. */
    static String label(Segment segment) {
        StringBuilder text = new StringBuilder(48);
        text.append(segment.flagNames()).append("  seq ").append(segment.seq());
        if (segment.hasAck()) {
            text.append("  ack ").append(segment.ack());
        }
        if (segment.hasPayload()) {
            text.append("  len ").append(segment.payloadLength());
        }
        return text.toString();
    }

    private static String note(Segment segment) {
        if (segment.isReset()) {
            return "TTL " + segment.ttl() + (segment.rawWindow() < 0 ? "" : ", window " + segment.rawWindow());
        }
        return switch (segment.payload()) {
            case NONE, OTHER -> "";
            case HTTP_REQUEST -> "HTTP request";
            case HTTP_RESPONSE -> "HTTP response";
            case HTTP_REQUEST_TIMEOUT -> "HTTP 408, request timeout";
            case HTTP_DENIAL -> "HTTP error, not let in";
            case HTTP_CLIENT_ERROR -> "HTTP error 4xx";
            case HTTP_SERVER_ERROR -> "HTTP error 5xx";
            case TLS_CLIENT_HELLO -> "TLS ClientHello";
            case TLS_HANDSHAKE -> "TLS handshake";
            case TLS_DATA -> "TLS data";
            case TLS_ALERT -> "TLS alert";
            case TLS_WARNING -> "TLS alert, warning";
            case LIMIT_NOTICE -> "says: too many connections";
            case TIMEOUT_NOTICE -> "says: waited too long";
            case DENIAL_NOTICE -> "says: not let in";
            case CLOSING_NOTICE -> "says: closes";
            case GOING_AWAY -> "says: no further requests";
            case CRASH_NOTICE -> "says: crashed";
        };
    }

    private String description() {
        StringBuilder text = new StringBuilder(256);
        text.append("Ladder diagram between ").append(timeline.initiator()).append(" and ");
        text.append(timeline.responder()).append(':');
        for (Row row : rows) {
            if (row.leftOut() > 0) {
                text.append(" (")
                        .append(Wording.count(row.leftOut(), "segment"))
                        .append(" not drawn)");
            }
            Segment segment = row.segment();
            text.append(" frame ")
                    .append(frame(segment.at()))
                    .append(" from ")
                    .append(segment.from().label());
            text.append(' ').append(label(segment)).append(';');
        }
        text.setCharAt(text.length() - 1, '.');
        return text.toString();
    }
}
