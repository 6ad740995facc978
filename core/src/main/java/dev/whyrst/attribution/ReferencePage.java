package dev.whyrst.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The pages of the catalogues, which ship as resources: a heading {@code # Title}, then sections under {@code ## Heading}. */
public final class ReferencePage {

    private static final String CONFUSION = "What it is confused with";

    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    private ReferencePage() {}

    /**
     * The sections of a page of a catalogue. What names it as confused with it is named back: where the page does not do so itself,
     * a line is added.
     *
     * @param folder where the pages of the catalogue are, from the root of the class path: {@code /causes/}
     * @param catalogue the ids of all that have a page there
     * @throws IllegalStateException when the page is not there
     */
    public static Map<String, String> sections(String folder, String id, List<String> catalogue) {
        Map<String, String> sections = new LinkedHashMap<>(read(folder, id));
        StringBuilder text = new StringBuilder(sections.getOrDefault(CONFUSION, ""));
        for (String other : catalogue) {
            if (!other.equals(id)
                    && !names(text, other)
                    && names(read(folder, other).getOrDefault(CONFUSION, ""), id)) {
                text.append("\n- `").append(other).append("`: its page tells the two apart.");
            }
        }
        sections.replace(CONFUSION, text.toString());
        return sections;
    }

    private static Map<String, String> read(String folder, String id) {
        return READ.computeIfAbsent(folder + id + ".md", ReferencePage::sections);
    }

    private static boolean names(CharSequence text, String id) {
        return text.toString().contains("`" + id + "`");
    }

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
