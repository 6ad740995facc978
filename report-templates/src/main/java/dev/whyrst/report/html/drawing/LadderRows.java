package dev.whyrst.report.html.drawing;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the segments of a ladder picture: the handshake, what the evidence cites, the trigger, the RST, and their
 * neighbours; the rest is counted.
 *
 * <p>Public for the page around it.
 */
public final class LadderRows {

    /** Most segments in a picture. */
    private static final int MOST = 16;

    /** Segments that are shown from the beginning. */
    private static final int AT_THE_START = 3;

    /** Segments that are shown before the RST. */
    private static final int BEFORE = 4;

    /** Segments that are shown after it. */
    private static final int AFTER = 3;

    /**
     * One line of the picture.
     *
     * @param segment the segment
     * @param leftOut how many segments between the row above and this one are not drawn
     * @param cited whether the evidence names its frame
     */
    public record Row(Segment segment, int leftOut, boolean cited) {}

    /**
     * What is drawn.
     *
     * @param rows the rows from top to bottom
     * @param leftOutAfter how many kept segments follow the last row
     */
    public record Chosen(List<Row> rows, int leftOutAfter) {}

    private LadderRows() {}

    public static Chosen of(Attribution attribution) {
        Timeline timeline = attribution.timeline();
        List<Segment> segments = timeline.segments();
        Set<FrameRef> cited = cited(attribution);
        boolean[] wanted = wanted(attribution, cited);
        List<Row> rows = new ArrayList<>();
        int leftOut = 0;
        for (int i = 0; i < segments.size(); i++) {
            if (timeline.elided() > 0 && i == timeline.elidedBefore()) {
                leftOut += timeline.elided();
            }
            if (wanted[i]) {
                Segment segment = segments.get(i);
                rows.add(new Row(segment, leftOut, cited.contains(segment.at())));
                leftOut = 0;
            } else {
                leftOut++;
            }
        }
        return new Chosen(rows, leftOut);
    }

    /** The segments in order of their importance, until the picture is full. */
    private static boolean[] wanted(Attribution attribution, Set<FrameRef> cited) {
        List<Segment> segments = attribution.timeline().segments();
        boolean[] wanted = new boolean[segments.size()];
        int reset = attribution.reset().position();
        int free = want(wanted, reset, MOST);
        for (int i = 0; i < segments.size(); i++) {
            FrameRef at = segments.get(i).at();
            boolean counterpart =
                    attribution.counterpart().filter(s -> s.at().equals(at)).isPresent();
            free = counterpart ? want(wanted, i, free) : free;
        }
        for (int i = 0; i < Math.min(AT_THE_START, reset); i++) {
            free = want(wanted, i, free);
        }
        for (int i = 1; i <= BEFORE && i <= reset; i++) {
            free = want(wanted, reset - i, free);
        }
        for (int i = 0; i < segments.size(); i++) {
            free = cited.contains(segments.get(i).at()) ? want(wanted, i, free) : free;
        }
        for (int i = reset + 1; i <= reset + AFTER && i < segments.size(); i++) {
            free = want(wanted, i, free);
        }
        return wanted;
    }

    private static int want(boolean[] wanted, int index, int free) {
        if (free == 0 || wanted[index]) {
            return free;
        }
        wanted[index] = true;
        return free - 1;
    }

    private static Set<FrameRef> cited(Attribution attribution) {
        Set<FrameRef> frames = new HashSet<>();
        for (Evidence fact : attribution.evidence()) {
            frames.addAll(fact.frames());
        }
        return frames;
    }
}
