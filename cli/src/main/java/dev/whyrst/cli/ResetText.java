package dev.whyrst.cli;

import static dev.whyrst.cli.TextLayout.wrap;

import dev.whyrst.attribution.Alternative;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.report.html.drawing.LadderRows;
import dev.whyrst.report.html.drawing.SegmentText;
import dev.whyrst.report.text.Sentences;
import dev.whyrst.report.text.VisibleText;
import dev.whyrst.report.text.Wording;
import dev.whyrst.timeline.FrameRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One RST on the terminal: the verdict, the segments around it, what shows it, and what else it could be. */
final class ResetText {

    private static final int FACTS_SHOWN = 8;
    private static final int FRAMES_SHOWN = 6;
    private static final String BULLET = "  * ";

    private final Style style;
    private final int width;
    private final StringBuilder text = new StringBuilder(2048);

    ResetText(Style style, int width) {
        this.style = style;
        this.width = width;
    }

    /**
     * The whole text; call it once.
     *
     * @param incident the sentence of what it is part of
     */
    String of(Attribution attribution, Optional<String> incident) {
        text.append(style.heading(wrap(VisibleText.of(Sentences.verdict(attribution)), "", width)
                        .stripTrailing()))
                .append('\n');
        text.append(style.cause(attribution.cause().id())).append(", ");
        text.append(attribution.confidence().label()).append('\n');
        incident.ifPresent(statement -> text.append(wrap("Part of this: " + VisibleText.of(statement), "", width)));
        segments(attribution);
        facts("What shows it", attribution.evidence(), Stance.FOR);
        facts("What speaks against it, or limits it", against(attribution), Stance.AGAINST);
        consequences(attribution);
        alternatives(attribution.alternatives());
        if (!attribution.settle().isEmpty()) {
            heading("What would settle it");
            text.append(wrap(VisibleText.of(attribution.settle()), "  ", width));
        }
        text.append('\n')
                .append(wrap(
                        "More about the cause: whyrst explain "
                                + attribution.cause().id(),
                        "",
                        width));
        return text.toString();
    }

    private void segments(Attribution attribution) {
        heading("Segments, the times in UTC");
        SegmentText.of(attribution, LadderRows.of(attribution))
                .lines()
                .forEach(line -> text.append(VisibleText.of(line)).append('\n'));
    }

    private void consequences(Attribution attribution) {
        heading("What it did");
        text.append(wrap(
                "Harm: " + attribution.harm().level().label() + ", "
                        + VisibleText.of(attribution.harm().reason()) + ".",
                "  ",
                width));
        text.append(wrap(
                "The client saw " + VisibleText.of(attribution.applicationSees().initiator()) + ", the server "
                        + VisibleText.of(attribution.applicationSees().responder()) + ".",
                "  ",
                width));
        String lost = Sentences.losses(attribution);
        if (!lost.isEmpty()) {
            text.append(wrap("Lost: " + lost + ".", "  ", width));
        }
    }

    private static List<Evidence> against(Attribution attribution) {
        return Stream.concat(attribution.evidence().stream(), attribution.limitedBy().stream())
                .distinct()
                .toList();
    }

    private void facts(String heading, List<Evidence> facts, Stance stance) {
        List<Evidence> shown = facts.stream()
                .filter(fact -> fact.stance() == stance)
                .limit(FACTS_SHOWN)
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        heading(heading);
        for (Evidence fact : shown) {
            text.append(wrap(VisibleText.of(fact.statement()) + frames(fact.frames()), BULLET, width));
        }
    }

    private static String frames(List<FrameRef> frames) {
        if (frames.isEmpty()) {
            return "";
        }
        String numbers = frames.stream()
                .limit(FRAMES_SHOWN)
                .map(frame -> Long.toString(frame.number()))
                .collect(Collectors.joining(", "));
        return " (frame" + (frames.size() == 1 ? " " : "s ") + numbers + (frames.size() > FRAMES_SHOWN ? ", ..." : "")
                + ")";
    }

    private void alternatives(List<Alternative> alternatives) {
        if (alternatives.isEmpty()) {
            return;
        }
        heading("What else it could be");
        for (Alternative alternative : alternatives) {
            text.append(wrap(
                    alternative.cause().id() + ", " + alternative.confidence().label() + ": "
                            + Wording.shown(alternative.cause().title()),
                    BULLET,
                    width));
        }
    }

    private void heading(String heading) {
        text.append('\n').append(style.heading(heading)).append('\n');
    }
}
