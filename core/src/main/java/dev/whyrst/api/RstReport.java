package dev.whyrst.api;

import java.util.List;

/**
 * All that an analysis found.
 *
 * @param findings one for each RST, in the order of the trace; with a peer capture its RSTs follow
 * @param overview what was found of all together
 */
public record RstReport(List<RstFinding> findings, RstOverview overview) {

    /** See {@link RstOverview}. */
    public List<RstIncident> incidents() {
        return overview.incidents();
    }

    /** See {@link RstOverview}. */
    public List<RstFailure> failures() {
        return overview.failures();
    }

    /** See {@link RstOverview}. */
    public RstQuality quality() {
        return overview.quality();
    }
}
