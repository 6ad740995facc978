package dev.whyrst.report.html.drawing;

import dev.whyrst.report.text.VisibleText;

/**
 * Writes SVG that reads without CSS: colours are presentation attributes, which the classes beside them may override.
 *
 * <p>Every text is escaped here; coordinates are whole units.
 */
final class Svg {

    private static final int FONT_SIZE = 11;

    /** What a character takes of the font size: 0.6 in most monospaced fonts, and a little more in some. */
    private static final double ADVANCE = 0.61;

    /** Texts end so far from the edges: half of their rim. */
    private static final int MARGIN = 2;

    private final int width;
    private final StringBuilder out = new StringBuilder(4096);
    private final StringBuilder texts = new StringBuilder(2048);

    /**
     * Opens a picture.
     *
     * @param id prefix of the ids of title and description, unique in the page
     */
    Svg(String id, String cssClass, int width, int height, String title, String description) {
        this.width = width;
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"").append(cssClass);
        out.append("\" viewBox=\"0 0 ").append(width).append(' ').append(height);
        out.append("\" width=\"").append(width).append("\" height=\"").append(height);
        out.append("\" role=\"img\" aria-labelledby=\"").append(escape(id)).append("-t ");
        out.append(escape(id))
                .append("-d\" font-family=\"ui-monospace, Menlo, Consolas, monospace\" font-size=\"")
                .append(FONT_SIZE)
                .append("\">");
        out.append("<title id=\"")
                .append(escape(id))
                .append("-t\">")
                .append(escape(title))
                .append("</title>");
        out.append("<desc id=\"")
                .append(escape(id))
                .append("-d\">")
                .append(escape(description))
                .append("</desc>");
    }

    /** A straight line; {@code dash} as in stroke-dasharray, or empty. */
    void line(Ink ink, int x1, int y1, int x2, int y2, String dash) {
        out.append("<line class=\"")
                .append(ink.cssClass)
                .append("\" x1=\"")
                .append(x1)
                .append("\" y1=\"")
                .append(y1);
        out.append("\" x2=\"").append(x2).append("\" y2=\"").append(y2).append('"');
        stroke(ink, dash);
    }

    /** A line with an arrow head at its end; only for lines that run to the left or the right. */
    void arrow(Ink ink, int x1, int y1, int x2, int y2, String dash) {
        line(ink, x1, y1, x2, y2, dash);
        int back = x2 > x1 ? -8 : 8;
        out.append("<path class=\"")
                .append(ink.cssClass)
                .append(" fill\" fill=\"")
                .append(ink.colour);
        out.append("\" d=\"M")
                .append(x2)
                .append(' ')
                .append(y2)
                .append('l')
                .append(back)
                .append(" -4v8z\"/>");
    }

    /** An open path such as a bracket. */
    void path(Ink ink, String d, String dash) {
        out.append("<path class=\"")
                .append(ink.cssClass)
                .append("\" fill=\"none\" d=\"")
                .append(escape(d))
                .append('"');
        stroke(ink, dash);
    }

    void rect(Ink ink, int x, int y, int width, int height, boolean filled) {
        out.append("<rect class=\"")
                .append(ink.cssClass)
                .append(filled ? " fill" : "")
                .append("\" x=\"")
                .append(x);
        out.append("\" y=\"")
                .append(y)
                .append("\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height);
        if (filled) {
            out.append("\" fill=\"").append(ink.colour).append("\"/>");
        } else {
            out.append("\" fill=\"none\"");
            stroke(ink, "");
        }
    }

    /** A text that stays legible over lines, moved as far as it must to end inside; {@code anchor} is start, middle or end. */
    void text(Ink ink, int wanted, int y, String anchor, String text) {
        int x = inside(wanted, anchor, text);
        texts.append("<text class=\"").append(ink.cssClass).append("\" fill=\"").append(ink.colour);
        texts.append("\" x=\"").append(x).append("\" y=\"").append(y).append('"');
        texts.append(anchor.equals("start") ? "" : " text-anchor=\"" + anchor + "\"");
        texts.append(ink.bold ? " font-weight=\"700\">" : ">")
                .append(escape(text))
                .append("</text>");
    }

    private int inside(int x, String anchor, String text) {
        int extent = (int) Math.ceil(VisibleText.of(text).length() * FONT_SIZE * ADVANCE);
        int before =
                switch (anchor) {
                    case "end" -> extent;
                    case "middle" -> extent / 2;
                    default -> 0;
                };
        int last = width - MARGIN - (extent - before);
        return Math.max(MARGIN + before, Math.min(x, last));
    }

    /** Ends the picture: the texts come last, on top of every line and with a rim that keeps lines off them. */
    String end() {
        out.append("<g paint-order=\"stroke\" stroke=\"").append(Ink.PAPER.colour);
        out.append("\" stroke-width=\"4\">").append(texts).append("</g></svg>");
        return out.toString();
    }

    private void stroke(Ink ink, String dash) {
        out.append(" stroke=\"")
                .append(ink.colour)
                .append("\" stroke-width=\"")
                .append(ink.width)
                .append('"');
        if (!dash.isEmpty()) {
            out.append(" stroke-dasharray=\"").append(dash).append('"');
        }
        out.append("/>");
    }

    private static String escape(String text) {
        // Two blanks would become one.
        return VisibleText.of(text)
                .replace("  ", "\u00a0 ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** What something is drawn with: a colour that stands on white, and a class by which the page may change it. */
    enum Ink {
        PLAIN("k", "#24292f", "1.2", false),
        SOFT("s", "#6a737d", "1", false),
        FAINT("f", "#b4bac2", "1", false),
        TRIGGER("t", "#8a5a00", "1.8", true),
        RESET("r", "#b3261e", "2.2", true),
        TIMEOUT("o", "#5b3fa0", "1.6", true),
        PAPER("p", "#ffffff", "1", false);

        private final String cssClass;
        private final String colour;
        private final String width;
        private final boolean bold;

        Ink(String cssClass, String colour, String width, boolean bold) {
            this.cssClass = cssClass;
            this.colour = colour;
            this.width = width;
            this.bold = bold;
        }
    }
}
