package dev.whyrst.attribution;

import java.util.Map;

/**
 * The page of a cause, read from the resource {@code causes/<id>.md}: a heading {@code # Title}, then the fixed sections
 * {@code ## What it means}, {@code ## How to recognise it}, {@code ## What it is confused with}, {@code ## What the
 * applications saw}, {@code ## What to do}, {@code ## References}.
 *
 * @param sections the text of each section by its heading, in the page's order, trimmed
 */
public record CausePage(Cause cause, Map<String, String> sections) {

    private static final String MEANING = "What it means";
    private static final String REMEDY = "What to do";

    /** Reads the page of a cause. */
    public static CausePage of(Cause cause) {
        return new CausePage(
                cause, ReferencePage.read("/causes/" + cause.id() + ".md").sections());
    }

    /** What the cause means, in a few sentences. */
    public String meaning() {
        return sections.getOrDefault(MEANING, "");
    }

    /** What to do about it. */
    public String remedy() {
        return sections.getOrDefault(REMEDY, "");
    }
}
