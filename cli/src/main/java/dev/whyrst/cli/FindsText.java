package dev.whyrst.cli;

import static dev.whyrst.cli.TextLayout.wrap;

import dev.whyrst.analysis.PayloadSearch.Found;
import dev.whyrst.analysis.SoughtBytes;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.report.text.VisibleText;
import dev.whyrst.text.Counts;
import java.util.List;
import java.util.Optional;

/** What {@code --find} found, on the terminal: the conversations, and what became of each. */
final class FindsText {

    private static final int SHOWN = 20;

    private static final String NOWHERE =
            "No segment holds it in clear. What is encrypted or compressed, or stands in two"
                    + " segments, is not found.";

    private final Style style;
    private final int width;

    FindsText(Style style, int width) {
        this.style = style;
        this.width = width;
    }

    String of(SoughtBytes sought, Finds finds) {
        StringBuilder text = new StringBuilder();
        text.append('\n')
                .append(style.heading("What holds '" + VisibleText.of(sought.text()) + "'"))
                .append('\n');
        List<Found> found = finds.result().conversations();
        if (found.isEmpty()) {
            return text.append(wrap(NOWHERE, "  ", width)).toString();
        }
        found.stream()
                .limit(SHOWN)
                .forEach(conversation ->
                        text.append(wrap(sentence(conversation, finds.reset(conversation)), "  * ", width)));
        long more = Math.max(0, found.size() - SHOWN);
        if (more > 0) {
            text.append("  ").append(Counts.of(more, "more conversation")).append('\n');
        }
        if (finds.result().furtherSegments() > 0) {
            text.append(wrap(
                    Counts.of(finds.result().furtherSegments(), "segment")
                            + " of still others hold it; narrow the search with --filter or --since",
                    "  ",
                    width));
        }
        return text.toString();
    }

    private static String sentence(Found found, Optional<Attribution> reset) {
        String where =
                found.from() + " to " + found.to() + ", frame " + found.frame().number() + ": ";
        if (reset.isPresent()) {
            Attribution attribution = reset.get();
            return where + "reset in frame "
                    + attribution.reset().segment().at().number() + ", "
                    + attribution.cause().id() + " (" + attribution.confidence().label() + ")";
        }
        return where
                + switch (found.end()) {
                    case BOTH_CLOSED -> "not reset; after that both sides closed it";
                    case SENDER_CLOSED -> "not reset; after that only " + found.from() + " closed it";
                    case RECEIVER_CLOSED -> "not reset; after that only " + found.to() + " closed it";
                    case RESET -> "reset, but which RST belongs to it is not clear";
                    case OPEN -> "not reset; after that nobody closed it in this capture";
                };
    }
}
