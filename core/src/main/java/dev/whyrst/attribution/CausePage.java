package dev.whyrst.attribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of a cause, read from the resource {@code causes/<id>.md}: a heading {@code # Title}, then the fixed sections
 * {@code ## What it means}, {@code ## How to recognise it}, {@code ## What it is confused with}, {@code ## What the
 * applications saw}, {@code ## What to do}, {@code ## References}.
 *
 * @param sections the text of each section by its heading, in the page's order, trimmed
 */
public record CausePage(Cause cause, Map<String, String> sections) {

    private static final String MEANING = "What it means";
    private static final String CONFUSION = "What it is confused with";
    private static final Pattern ID_IN_TEXT = Pattern.compile("`([a-z0-9-]+)`");
    private static final String REMEDY = "What to do";

    private static final List<String> ALL =
            Stream.of(Cause.values()).map(Cause::id).toList();

    /** Reads the page of a cause. */
    public static CausePage of(Cause cause) {
        return new CausePage(cause, ReferencePage.sections("/causes/", cause.id(), ALL));
    }

    /** What the cause means, in a few sentences. */
    public String meaning() {
        return sections.getOrDefault(MEANING, "");
    }

    /** What to do about it. */
    public String remedy() {
        return sections.getOrDefault(REMEDY, "");
    }

    /** The causes that it is confused with: those that the page names there by their ids, and those whose pages name it. */
    public Set<Cause> rivals() {
        return ID_IN_TEXT
                .matcher(sections.getOrDefault(CONFUSION, ""))
                .results()
                .map(found -> Cause.byId(found.group(1)))
                .flatMap(Optional::stream)
                .filter(named -> named != cause)
                .collect(Collectors.toUnmodifiableSet());
    }
}
