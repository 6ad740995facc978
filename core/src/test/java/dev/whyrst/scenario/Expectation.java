package dev.whyrst.scenario;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Emitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What must be said about a RST.
 *
 * @param causes the cause, and those that are right as well
 * @param confidence how sure the report may be
 * @param forbidden causes that would be wrong; all others than {@code causes} are wrong too, these are worth naming
 * @param emitter who must be named as the one that sent it
 * @param repeat whether it belongs to the episode of an earlier RST
 * @param text the expectation as written
 */
public record Expectation(
        List<Cause> causes,
        ConfidenceBound confidence,
        List<Cause> forbidden,
        Optional<Emitter> emitter,
        boolean repeat,
        String text) {

    private static final String KEYWORD = "expect";

    /** Whether a comment states an expectation. */
    static boolean isStatedIn(String comment) {
        return comment.equals(KEYWORD) || comment.startsWith(KEYWORD + " ");
    }

    /** Reads {@code expect CAUSE [CONFIDENCE] [or CAUSE] [not CAUSE] [by EMITTER] [repeat] [; text]}. */
    static Expectation parse(int line, String comment) {
        String stated = comment.substring(KEYWORD.length()).split(";", 2)[0].strip();
        String[] words = stated.split("\\s+");
        List<Cause> causes = new ArrayList<>(List.of(cause(line, words[0])));
        List<Cause> forbidden = new ArrayList<>();
        ConfidenceBound bound = ConfidenceBound.ANY;
        Optional<Emitter> emitter = Optional.empty();
        boolean repeat = false;
        for (int i = 1; i < words.length; i++) {
            switch (words[i]) {
                case "or" -> causes.add(cause(line, next(line, words, ++i)));
                case "not" -> forbidden.add(cause(line, next(line, words, ++i)));
                case "by" -> emitter = Optional.of(emitter(line, next(line, words, ++i)));
                case "repeat" -> repeat = true;
                default -> bound = bound(line, words[i]);
            }
        }
        return new Expectation(List.copyOf(causes), bound, List.copyOf(forbidden), emitter, repeat, stated);
    }

    /** The cause that stands first. */
    public Cause cause() {
        return causes.get(0);
    }

    /** What a verdict says otherwise, of cause, confidence, emitter and repeat; empty if it is as expected. */
    public List<String> missedBy(String causeId, String confidenceLabel, String emitterLabel, boolean isRepeat) {
        List<String> missed = new ArrayList<>();
        if (causes.stream().noneMatch(right -> right.id().equals(causeId))) {
            missed.add("cause");
        } else if (!confidence.allows(confidenceLabel)) {
            missed.add("confidence");
        }
        if (emitter.isPresent() && !emitter.get().label().equals(emitterLabel)) {
            missed.add("emitter");
        }
        if (repeat != isRepeat) {
            missed.add("repeat");
        }
        return missed;
    }

    private static String next(int line, String[] words, int index) {
        if (index >= words.length) {
            throw new ScenarioException(line, "the expectation ends behind \"" + words[index - 1] + "\"");
        }
        return words[index];
    }

    private static Cause cause(int line, String id) {
        return Cause.byId(id).orElseThrow(() -> new ScenarioException(line, "there is no cause \"" + id + "\""));
    }

    private static Emitter emitter(int line, String name) {
        for (Emitter emitter : Emitter.values()) {
            if (emitter.label().equals(name)) {
                return emitter;
            }
        }
        throw new ScenarioException(
                line,
                "\"" + name.toLowerCase(Locale.ROOT)
                        + "\" is no emitter; known: initiator, responder, middlebox, unknown");
    }

    private static ConfidenceBound bound(int line, String word) {
        return ConfidenceBound.parse(word)
                .orElseThrow(() -> new ScenarioException(
                        line, "\"" + word + "\" is no confidence; write certain, high, high+ or <=medium"));
    }
}
