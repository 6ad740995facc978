package dev.whyrst.scenario;

import dev.whyrst.attribution.Confidence;
import java.util.Optional;

/**
 * The confidences that are right: {@code high} alone, {@code high+} for high or surer, {@code <=medium} for medium or less.
 *
 * @param least the least sure that is right
 * @param most the surest that is right
 */
public record ConfidenceBound(Confidence least, Confidence most) {

    /** Every confidence. */
    public static final ConfidenceBound ANY = new ConfidenceBound(Confidence.LOW, Confidence.CERTAIN);

    private static final String AT_MOST = "<=";
    private static final String AT_LEAST = "+";

    /** Reads the text form; empty for a word that is none. */
    public static Optional<ConfidenceBound> parse(String word) {
        if (word.startsWith(AT_MOST)) {
            return level(word.substring(AT_MOST.length())).map(level -> new ConfidenceBound(Confidence.LOW, level));
        }
        if (word.endsWith(AT_LEAST)) {
            return level(word.substring(0, word.length() - AT_LEAST.length()))
                    .map(level -> new ConfidenceBound(level, Confidence.CERTAIN));
        }
        return level(word).map(level -> new ConfidenceBound(level, level));
    }

    /** Whether the confidence of that name in reports is right. */
    public boolean allows(String label) {
        return level(label)
                .filter(level -> level.rank() >= least.rank() && level.rank() <= most.rank())
                .isPresent();
    }

    /** The text form. */
    @Override
    public String toString() {
        if (least == most) {
            return least.label();
        }
        return most == Confidence.CERTAIN ? least.label() + AT_LEAST : AT_MOST + most.label();
    }

    private static Optional<Confidence> level(String label) {
        for (Confidence confidence : Confidence.values()) {
            if (confidence.label().equals(label)) {
                return Optional.of(confidence);
            }
        }
        return Optional.empty();
    }
}
