package dev.whyrst.api;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Harm;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.Severity;
import java.time.Instant;
import java.util.List;

/**
 * What happened, and the RSTs that it explains.
 *
 * @param id names it within this analysis
 * @param kind what kind of story it is
 * @param statement one sentence with numbers
 * @param endpoint what it is about: {@code address:port} of a service or {@code address} of a host
 * @param cause the cause of most of its RSTs
 * @param confidence how sure it is
 * @param severity what it costs those who use the service
 * @param harm the worst that one of its RSTs did to the applications
 * @param count how many RSTs belong to it
 * @param first when the first was captured
 * @param last when the last was
 * @param findings ids of its RSTs, a thousand at most
 * @param remedy what to do
 * @param fingerprint the same for the same trouble in another recording
 */
public record RstIncident(
        String id,
        IncidentKind kind,
        String statement,
        String endpoint,
        Cause cause,
        Confidence confidence,
        Severity severity,
        Harm harm,
        long count,
        Instant first,
        Instant last,
        List<String> findings,
        String remedy,
        String fingerprint) {}
