package dev.whyrst.analysis;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import java.util.Optional;

/**
 * What a report may choose RSTs by, before it asks for a whole attribution.
 *
 * @param repeat whether it only repeats an earlier RST of its episode
 * @param counted whether it is the same segment as one of the first capture
 * @param timeNanos when the RST was captured, by the clock of the first capture
 * @param incident id of the incident that it belongs to
 */
public record Glance(
        Cause cause,
        Confidence confidence,
        boolean repeat,
        boolean counted,
        long timeNanos,
        Optional<String> incident) {

    /** The same of an attribution that is there already. */
    public static Glance of(Attribution attribution) {
        return new Glance(
                attribution.cause(),
                attribution.confidence(),
                attribution.repeatOf().isPresent(),
                false,
                attribution.reset().segment().timeNanos(),
                attribution.incident());
    }
}
