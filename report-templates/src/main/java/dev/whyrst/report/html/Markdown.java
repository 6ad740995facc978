package dev.whyrst.report.html;

import java.util.ArrayList;
import java.util.List;

/**
 * The little Markdown that the pages of causes are written in: paragraphs, one level of bullets, code in backticks; a
 * line that continues a paragraph or a bullet is joined to it.
 */
final class Markdown {

    private final List<View.Block> blocks = new ArrayList<>();
    private final List<List<View.Span>> bullets = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private boolean inBullet;

    private Markdown() {}

    static List<View.Block> blocks(String text) {
        Markdown parser = new Markdown();
        for (String line : text.split("\n", -1)) {
            parser.take(line.strip());
        }
        parser.endBullets();
        return List.copyOf(parser.blocks);
    }

    private void take(String line) {
        if (line.isEmpty()) {
            endBullets();
        } else if (line.startsWith("- ")) {
            endItem();
            inBullet = true;
            open.append(line, 2, line.length());
        } else {
            open.append(open.length() > 0 ? " " : "").append(line);
        }
    }

    /** Ends the open bullet or paragraph. */
    private void endItem() {
        if (open.length() == 0) {
            return;
        }
        List<View.Span> spans = spans(open.toString());
        if (inBullet) {
            bullets.add(spans);
        } else {
            blocks.add(new View.Block(false, List.of(spans)));
        }
        open.setLength(0);
    }

    private void endBullets() {
        endItem();
        if (!bullets.isEmpty()) {
            blocks.add(new View.Block(true, List.copyOf(bullets)));
            bullets.clear();
        }
        inBullet = false;
    }

    /** Every second piece between backticks is code; a backtick without a partner is a character like others. */
    private static List<View.Span> spans(String text) {
        List<View.Span> spans = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int start = text.indexOf('`', from);
            int end = start < 0 ? -1 : text.indexOf('`', start + 1);
            if (end < 0) {
                break;
            }
            add(spans, text.substring(from, start), false);
            add(spans, text.substring(start + 1, end), true);
            from = end + 1;
        }
        add(spans, text.substring(from), false);
        return List.copyOf(spans);
    }

    private static void add(List<View.Span> spans, String text, boolean code) {
        if (!text.isEmpty()) {
            spans.add(new View.Span(text, code));
        }
    }
}
