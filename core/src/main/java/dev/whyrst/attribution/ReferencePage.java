package dev.whyrst.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages of the catalogues, which ship as resources: a heading {@code # Title}, then sections under {@code ## Heading}. */
public final class ReferencePage {

    private ReferencePage() {}

    /**
     * The text of each section of a page by its heading, in the page's order, trimmed.
     *
     * @param resource its name from the root of the class path, {@code /causes/time-wait.md}
     * @throws IllegalStateException when it is not there
     */
    public static Map<String, String> sections(String resource) {
        try (InputStream in = ReferencePage.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return split(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
