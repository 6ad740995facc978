package dev.whyrst.report.html;

import dev.whyrst.incident.Incident;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.IncidentPage;

/** What proves an incident and what cures it: the commands of its kind's page, with the incident's own address and port in them. */
final class Commands {

    private Commands() {}

    /** Bullets in the Markdown of the pages. */
    static String of(Incident incident) {
        return addressed(IncidentPage.of(incident.kind()).commands(), incident.kind(), incident.endpoint());
    }

    /** @param endpoint {@code 10.0.0.27:8888}, {@code [2001:db8::27]:8888}, or an address alone */
    static String addressed(String commands, IncidentKind kind, String endpoint) {
        int colon = endpoint.lastIndexOf(':');
        boolean port = endpoint.startsWith("[") || colon >= 0 && endpoint.indexOf(':') == colon;
        String host = (port ? endpoint.substring(0, colon) : endpoint).replaceAll("[\\[\\]]", "");
        String named = kind == IncidentKind.SCAN ? "SOURCE" : "HOST";
        String addressed = commands.replaceAll("\\b" + named + "\\b", host);
        return port ? addressed.replaceAll("\\bPORT\\b", endpoint.substring(colon + 1)) : addressed;
    }
}
