package dev.whyrst.api;

import dev.whyrst.attribution.Cause;
import java.util.List;
import java.util.Map;

/**
 * What an analysis found, without the single RSTs.
 *
 * @param resets number of RSTs
 * @param causes how many of them have which cause, the most frequent first
 * @param incidents RSTs that belong together, told as one story; the worst first
 * @param failures conversations that failed without a RST, those of most connections first
 * @param quality how far the captures could be read, and what is in doubt
 */
public record RstOverview(
        long resets,
        Map<Cause, Long> causes,
        List<RstIncident> incidents,
        List<RstFailure> failures,
        RstQuality quality) {}
