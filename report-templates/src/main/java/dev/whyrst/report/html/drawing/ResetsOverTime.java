package dev.whyrst.report.html.drawing;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CaptureSummary;
import dev.whyrst.analysis.Glance;
import dev.whyrst.attribution.Harm;
import dev.whyrst.report.html.drawing.Svg.Ink;
import dev.whyrst.report.text.UtcTime;
import dev.whyrst.report.text.Wording;

/**
 * Counts RSTs over the time of the captures and draws them as a row of bars: outages are spikes.
 *
 * <p>Public for the page around it.
 */
public final class ResetsOverTime {

    /** Bars of the picture. */
    private static final int BINS = 120;

    private static final int BAR = 8;
    private static final int HEIGHT = 64;
    private static final int FOOT = 18;

    /** RSTs that a picture is drawn of; with fewer there is nothing to see in bars. */
    private static final int WORTH_DRAWING = 12;

    private final long first;
    private final long span;
    private final long[] all = new long[BINS];
    private final long[] benign = new long[BINS];
    private long total;

    public ResetsOverTime(AnalysisSummary summary) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (CaptureSummary capture : summary.captures()) {
            if (capture.file().frames() > 0) {
                from = Math.min(from, capture.firstNanos());
                to = Math.max(to, capture.lastNanos());
            }
        }
        first = from;
        span = to > from ? to - from : 0;
    }

    public void add(Glance reset) {
        if (reset.counted()) {
            return;
        }
        total++;
        if (span == 0) {
            return;
        }
        double at = (double) (reset.timeNanos() - first) / span;
        int bin = (int) Math.max(0, Math.min(BINS - 1, at * BINS));
        all[bin]++;
        benign[bin] += reset.harm() == Harm.Level.NONE ? 1 : 0;
    }

    /** The picture as SVG; empty where it would show nothing. */
    public String draw() {
        if (span <= 0 || total < WORTH_DRAWING) {
            return "";
        }
        long most = 0;
        for (long count : all) {
            most = Math.max(most, count);
        }
        String perBar = Wording.duration(rounded(span / BINS));
        Svg svg = new Svg(
                "pulse",
                "pulse",
                BINS * BAR,
                HEIGHT + FOOT,
                "Resets over time",
                Wording.count(total, "reset") + " over " + Wording.duration(span) + ", at most " + Wording.count(most)
                        + " in " + perBar);
        svg.line(Ink.FAINT, 0, HEIGHT, BINS * BAR, HEIGHT, "");
        for (int bin = 0; bin < BINS; bin++) {
            bar(svg, bin, most);
        }
        svg.text(Ink.SOFT, 0, HEIGHT + 14, "start", UtcTime.ofDay(first).substring(0, 8));
        String scale = "highest bar: " + Wording.count(most, "reset") + " in " + perBar;
        svg.text(Ink.SOFT, BINS * BAR / 2, HEIGHT + 14, "middle", scale);
        svg.text(
                Ink.SOFT,
                BINS * BAR,
                HEIGHT + 14,
                "end",
                UtcTime.ofDay(first + span).substring(0, 8));
        return svg.end();
    }

    /** To two digits: the width of a bar needs no more. */
    private static long rounded(long nanos) {
        long unit = 1;
        while (nanos / unit >= 100) {
            unit *= 10;
        }
        return nanos / unit * unit;
    }

    private void bar(Svg svg, int bin, long most) {
        int tall = tall(all[bin], most);
        if (tall == 0) {
            return;
        }
        int harmless = all[bin] == benign[bin] ? tall : Math.min(tall - 1, tall(benign[bin], most));
        svg.rect(Ink.RESET, bin * BAR + 1, HEIGHT - tall, BAR - 2, tall - harmless, true);
        if (harmless > 0) {
            svg.rect(Ink.FAINT, bin * BAR + 1, HEIGHT - harmless, BAR - 2, harmless, true);
        }
    }

    /** A bar that stands for something is at least two units high. */
    private static int tall(long count, long most) {
        return count == 0 ? 0 : (int) Math.max(2, count * (HEIGHT - 4) / most);
    }
}
