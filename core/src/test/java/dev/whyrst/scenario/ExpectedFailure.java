package dev.whyrst.scenario;

import dev.whyrst.scenario.ExpectedIncident.Told;
import dev.whyrst.timeline.FailureKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A failure without a RST that must be told of a whole capture, or must not.
 *
 * @param told whether it must be told
 * @param kind of the failure; empty where none at all must be told
 * @param endpoint the service, as reports write it; empty where that is left open
 * @param line number of its line in the scenario
 */
public record ExpectedFailure(boolean told, Optional<FailureKind> kind, Optional<String> endpoint, int line) {

    private static final String TOLD = "expect failure";
    private static final String NOT_TOLD = "expect no failure";
    private static final String FORM =
            "write: expect failure KIND at B:443, or without \"at\"; or expect no failure, with both or without";

    /** Whether a comment states such an expectation. */
    static boolean isStatedIn(String comment) {
        return comment.startsWith(TOLD) || comment.startsWith(NOT_TOLD);
    }

    /**
     * Reads {@code expect failure KIND [at HOST:PORT] [; text]} or {@code expect no failure [KIND [at HOST:PORT]] [; text]}.
     *
     * @param endpoints gives what reports write for {@code B:443}
     */
    static ExpectedFailure parse(Words line, Function<String, String> endpoints) {
        String stated = line.comment().split(";", 2)[0].strip();
        boolean told = stated.startsWith(TOLD);
        String rest = stated.substring((told ? TOLD : NOT_TOLD).length()).strip();
        List<String> words = rest.isEmpty() ? List.of() : List.of(rest.split("\\s+"));
        boolean placed = words.size() == 3 && words.get(1).equals("at");
        if (words.size() != 1 && !placed && (told || !words.isEmpty())) {
            throw line.error(FORM);
        }
        return new ExpectedFailure(
                told,
                words.stream().findFirst().map(id -> kind(line, id)),
                placed ? Optional.of(endpoints.apply(words.get(2))) : Optional.empty(),
                line.line());
    }

    /** Whether these failures, all that are told of the capture, are as expected. */
    public boolean isMetBy(Collection<Told> failures) {
        return told == failures.stream().anyMatch(this::isLike);
    }

    private boolean isLike(Told failure) {
        return kind.stream().allMatch(one -> one.id().equals(failure.kind()))
                && endpoint.stream().allMatch(failure.endpoint()::equals);
    }

    private static FailureKind kind(Words line, String id) {
        return FailureKind.byId(id).orElseThrow(() -> line.error("there is no kind of failure \"" + id + "\""));
    }
}
