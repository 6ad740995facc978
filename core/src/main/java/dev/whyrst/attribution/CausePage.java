package dev.whyrst.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
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
        String resource = "/causes/" + cause.id() + ".md";
        try (InputStream in = CausePage.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new CausePage(cause, split(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the cause means, in a few sentences. */
    public String meaning() {
        return sections.getOrDefault(MEANING, "");
    }

    /** What to do about it. */
    public String remedy() {
        return sections.getOrDefault(REMEDY, "");
    }

    private static Map<String, String> split(String page) {
        Map<String, String> sections = new LinkedHashMap<>();
        String heading = "";
        StringBuilder text = new StringBuilder();
        for (String line : page.split("\n", -1)) {
            if (line.startsWith("## ")) {
                sections.put(heading, text.toString().strip());
                heading = line.substring(3).strip();
                text.setLength(0);
            } else if (!line.startsWith("# ")) {
                text.append(line).append('\n');
            }
        }
        sections.put(heading, text.toString().strip());
        sections.remove("");
        return sections;
    }
}
