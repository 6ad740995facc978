package dev.whyrst.incident;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Harm;
import java.util.List;

/**
 * What happened, in a sentence that a manager can read, and the RSTs that it explains.
 *
 * @param id stable within a report
 * @param cause the cause of most of its RSTs
 * @param statement one sentence with computed numbers
 * @param endpoint what it is about: {@code address:port} of a service or {@code address} of a host
 * @param count how many RSTs belong to it
 * @param firstNanos time of the first, nanoseconds since the epoch
 * @param lastNanos time of the last
 * @param resets ids of its RSTs, at most {@link #LISTED}
 * @param remedy what to do
 * @param harm what it did to the applications: the worst that one of its RSTs did
 * @param scope how sure it is, how far it reaches, and by what it is known again
 */
public record Incident(
        String id,
        IncidentKind kind,
        Cause cause,
        String statement,
        String endpoint,
        long count,
        long firstNanos,
        long lastNanos,
        List<String> resets,
        String remedy,
        Harm harm,
        IncidentScope scope) {

    /** How many ids {@link #resets} lists at the most. */
    public static final int LISTED = 1000;
}
