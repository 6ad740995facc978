package dev.whyrst.cli;

import dev.whyrst.cli.settings.Suggestion;
import dev.whyrst.cli.settings.UsageException;
import java.util.List;
import java.util.stream.Stream;

/** Shows with which commands to record, by the place. */
final class HowToCaptureCommand {

    private static final int WORD_WIDTH = 12;

    private final Terminal terminal;

    HowToCaptureCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    ExitStatus run(Arguments arguments) {
        Style style = Style.automatic(terminal.outIsTerminal());
        if (arguments.operands().isEmpty()) {
            list(style);
        } else {
            page(style, topic(arguments.operands().get(0)));
        }
        return ExitStatus.DONE;
    }

    private void list(Style style) {
        page(style, CaptureTopic.LINUX);
        terminal.out().println();
        terminal.out().println(style.heading("Other places"));
        for (CaptureTopic topic : CaptureTopic.values()) {
            if (topic != CaptureTopic.LINUX) {
                terminal.out()
                        .println("whyrst how-to-capture " + TextLayout.left(topic.word(), WORD_WIDTH) + topic.title());
            }
        }
    }

    private void page(Style style, CaptureTopic topic) {
        String page = topic.page();
        int end = page.indexOf('\n');
        terminal.out().print(style.heading(page.substring(0, end)) + page.substring(end));
    }

    private static CaptureTopic topic(String word) {
        return CaptureTopic.byWord(word).orElseThrow(() -> {
            List<String> words = words();
            return new UsageException("there is no page about capturing on '" + word + "'" + Suggestion.of(word, words)
                    + " (there are " + String.join(", ", words) + ")");
        });
    }

    /** The words for all places. */
    static List<String> words() {
        return Stream.of(CaptureTopic.values()).map(CaptureTopic::word).toList();
    }
}
