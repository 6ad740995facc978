package dev.whyrst.incident;

import dev.whyrst.attribution.Behaviour;

/**
 * Clients that end TLS before they have asked anything: they do not accept the certificate or the parameters. And servers
 * that answer the client's part of the handshake with an alert: they do not accept the client.
 */
final class TlsRefusals implements Recogniser {

    @Override
    public void examine(Scene scene) {
        Cases cases = scene.cases();
        for (Cluster cluster : scene.byService(row -> isEndingOfTls(cases, row))) {
            int refused = cluster.count(row -> isRefused(cases, row));
            if (refused * 3 >= cluster.size()) {
                scene.stories().tell(IncidentKind.TLS_HANDSHAKE_FAILURE, cluster.key(), cluster.rows());
            }
        }
    }

    private static boolean isRefused(Cases cases, int row) {
        return cases.has(row, Trait.TLS_REFUSED) || cases.has(row, Trait.TLS_DENIED);
    }

    /** Alerts that cross the other end's close belong to it. */
    private static boolean isEndingOfTls(Cases cases, int row) {
        Behaviour behaviour = cases.behaviour(row);
        return cases.has(row, Trait.TLS)
                && (isRefused(cases, row)
                        || !cases.has(row, Trait.TLS_SERVED)
                                && (behaviour == Behaviour.SERVER_CLOSED || behaviour == Behaviour.CLIENT_DONE));
    }
}
