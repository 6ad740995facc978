package dev.whyrst.incident;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import java.util.List;
import java.util.Map;

/**
 * How sure an incident is, how far it reaches, and by what it is known again.
 *
 * @param confidence the least sure verdict of the surer half of its connections: what the story stands on
 * @param severity what it costs those who use the service; ordinary resets cost little where connections failed
 * @param connections conversations with a RST that belong to it
 * @param clients different hosts that had them
 * @param endpoints {@code address:port} of the services concerned, those with the most connections first, at most {@link #LISTED}
 * @param moreEndpoints how many more there are
 * @param names names by which clients asked for a service, the most frequent first, at most {@link #LISTED}
 * @param causes how many of its RSTs have which cause, the most frequent first
 * @param wiresharkFilter a display filter for its connections
 * @param fingerprint the same for the same trouble in another recording: no times, no ports of clients
 */
public record IncidentScope(
        Confidence confidence,
        Severity severity,
        long connections,
        long clients,
        List<String> endpoints,
        long moreEndpoints,
        List<String> names,
        Map<Cause, Long> causes,
        String wiresharkFilter,
        String fingerprint) {

    /** How many endpoints, or names, are listed at the most. */
    public static final int LISTED = 20;
}
