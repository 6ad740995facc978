package dev.whyrst.incident;

import dev.whyrst.attribution.ReferencePage;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of a kind of incident, read from the resource {@code incidents/<id>.md}: a heading {@code # Title}, then the fixed
 * sections {@code ## What it means}, {@code ## How to recognise it}, {@code ## What it is confused with}, {@code ## What the
 * users noticed}, {@code ## What to do}, {@code ## How to capture it better}, {@code ## References}.
 *
 * @param sections the text of each section by its heading, in the page's order, trimmed
 */
public record IncidentPage(IncidentKind kind, Map<String, String> sections) {

    private static final String MEANING = "What it means";
    private static final String NOTICED = "What the users noticed";
    private static final String REMEDY = "What to do";
    private static final String PROVES = "- Prove";
    private static final String CURES = "- Cure";
    private static final Pattern BULLET = Pattern.compile("^(?=- )", Pattern.MULTILINE);

    private static final List<String> ALL =
            Stream.of(IncidentKind.values()).map(IncidentKind::id).toList();

    /** Reads the page of a kind. */
    public static IncidentPage of(IncidentKind kind) {
        return new IncidentPage(kind, ReferencePage.sections("/incidents/", kind.id(), ALL));
    }

    /** What the kind means, in a few sentences. */
    public String meaning() {
        return sections.getOrDefault(MEANING, "");
    }

    /** What those saw who used the programs. */
    public String noticed() {
        return sections.getOrDefault(NOTICED, "");
    }

    /** What to do about it. */
    public String remedy() {
        return sections.getOrDefault(REMEDY, "");
    }

    /** Those bullets of the remedy that prove and cure it, as they stand on the page: each has a command, or says where to look. */
    public String commands() {
        return BULLET.splitAsStream(remedy())
                .filter(bullet -> bullet.startsWith(PROVES) || bullet.startsWith(CURES))
                .collect(Collectors.joining());
    }
}
