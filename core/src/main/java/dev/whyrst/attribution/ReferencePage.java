package dev.whyrst.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A page of a catalogue that ships as a resource: a heading {@code # Title}, then sections under {@code ## Heading}.
 *
 * @param sections the text of each section by its heading, in the page's order, trimmed
 */
public record ReferencePage(String title, Map<String, String> sections) {

    /**
     * Reads a page.
     *
     * @param resource its name from the root of the class path, {@code /causes/time-wait.md}
     * @throws IllegalStateException when it is not there
     */
    public static ReferencePage read(String resource) {
        try (InputStream in = ReferencePage.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReferencePage parse(String page) {
        Map<String, String> sections = new LinkedHashMap<>();
        String title = "";
        String heading = "";
        StringBuilder text = new StringBuilder();
        for (String line : page.split("\n", -1)) {
            if (line.startsWith("## ")) {
                sections.put(heading, text.toString().strip());
                heading = line.substring(3).strip();
                text.setLength(0);
            } else if (line.startsWith("# ")) {
                title = line.substring(2).strip();
            } else {
                text.append(line).append('\n');
            }
        }
        sections.put(heading, text.toString().strip());
        sections.remove("");
        return new ReferencePage(title, sections);
    }
}
