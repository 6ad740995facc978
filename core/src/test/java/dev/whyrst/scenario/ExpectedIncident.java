package dev.whyrst.scenario;

import dev.whyrst.incident.IncidentKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An incident that must be told of a whole capture, or must not.
 *
 * @param told whether it must be told
 * @param kind of the incident
 * @param endpoint what it is about, as reports write it; empty where that is left open
 * @param line number of its line in the scenario
 * @param text the expectation as written
 */
public record ExpectedIncident(boolean told, IncidentKind kind, Optional<String> endpoint, int line, String text) {

    private static final String TOLD = "expect incident";
    private static final String NOT_TOLD = "expect no incident";
    private static final String FORM = "write: expect incident KIND at B:8080, or at B for a host, or without \"at\"";

    /**
     * An incident of a report.
     *
     * @param kind its id
     * @param endpoint what it is about, as the report writes it
     */
    public record Told(String kind, String endpoint) {

        @Override
        public String toString() {
            return kind + " at " + endpoint;
        }
    }

    /** Whether a comment states such an expectation. */
    static boolean isStatedIn(String comment) {
        return comment.startsWith(TOLD) || comment.startsWith(NOT_TOLD);
    }

    /**
     * Reads {@code expect incident KIND [at HOST:PORT] [; text]} or {@code expect no incident …}.
     *
     * @param endpoints gives what reports write for {@code B:8080} or {@code B}
     */
    static ExpectedIncident parse(Words line, Function<String, String> endpoints) {
        String stated = line.comment().split(";", 2)[0].strip();
        boolean told = stated.startsWith(TOLD);
        List<String> words = List.of(
                stated.substring((told ? TOLD : NOT_TOLD).length()).strip().split("\\s+"));
        boolean placed = words.size() == 3 && words.get(1).equals("at");
        if (words.size() != 1 && !placed) {
            throw line.error(FORM);
        }
        Optional<String> endpoint = placed ? Optional.of(endpoints.apply(words.get(2))) : Optional.empty();
        return new ExpectedIncident(told, kind(line, words.get(0)), endpoint, line.line(), stated);
    }

    /** Whether these incidents, all that are told of the capture, are as expected. */
    public boolean isMetBy(Collection<Told> incidents) {
        return told == incidents.stream().anyMatch(this::isLike);
    }

    private boolean isLike(Told incident) {
        return kind.id().equals(incident.kind()) && endpoint.stream().allMatch(incident.endpoint()::equals);
    }

    private static IncidentKind kind(Words line, String id) {
        for (IncidentKind kind : IncidentKind.values()) {
            if (kind.id().equals(id)) {
                return kind;
            }
        }
        throw line.error("there is no kind of incident \"" + id + "\"");
    }
}
