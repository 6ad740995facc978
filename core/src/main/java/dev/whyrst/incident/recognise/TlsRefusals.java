package dev.whyrst.incident.recognise;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Share;

/**
 * Clients that end TLS before they have asked anything: they do not accept the certificate or the parameters. And
 * servers that answer the client's part of the handshake with an alert: they do not accept the client.
 */
final class TlsRefusals implements Recogniser {

    @Override
    public void examine(Scene scene) {
        CaseTable cases = scene.cases();
        for (Cluster cluster : scene.byService(row -> isEndingOfTls(cases, row))) {
            if (Share.third(cluster.count(row -> isRefused(cases, row)), cluster.size())) {
                scene.stories().tell(IncidentKind.TLS_HANDSHAKE_FAILURE, cluster.key(), cluster.rows());
            }
        }
    }

    private static boolean isRefused(CaseTable cases, int row) {
        return cases.has(row, Trait.TLS_REFUSED) || cases.has(row, Trait.TLS_DENIED);
    }

    /** Alerts that cross the other end's close belong to it. */
    private static boolean isEndingOfTls(CaseTable cases, int row) {
        Behaviour behaviour = cases.behaviour(row);
        return cases.has(row, Trait.TLS)
                && (isRefused(cases, row)
                        || !cases.has(row, Trait.TLS_SERVED)
                                && (behaviour == Behaviour.SERVER_CLOSED || behaviour == Behaviour.CLIENT_DONE));
    }
}
