package dev.whyrst.analysis;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Harm;
import java.util.Optional;

/**
 * What a report may choose RSTs by, before it asks for a whole attribution.
 *
 * @param harm what it did to the applications
 * @param repeat whether it only repeats an earlier RST of its episode
 * @param counted whether it is the same segment as one of the first capture
 * @param timeNanos when the RST was captured, by the clock of the first capture
 * @param incident id of the incident that it belongs to
 */
public record Glance(
        Cause cause,
        Confidence confidence,
        Harm.Level harm,
        boolean repeat,
        boolean counted,
        long timeNanos,
        Optional<String> incident) {

    /** The same of an attribution that is there already. */
    public static Glance of(Attribution attribution) {
        return new Glance(
                attribution.cause(),
                attribution.confidence(),
                attribution.harm().level(),
                attribution.repeatOf().isPresent(),
                false,
                attribution.reset().segment().timeNanos(),
                attribution.incident());
    }
}
