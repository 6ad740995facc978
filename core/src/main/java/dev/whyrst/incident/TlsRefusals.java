package dev.whyrst.incident;

/** Clients that end TLS before they have asked anything: they do not accept the certificate or the parameters. */
final class TlsRefusals implements Recogniser {

    @Override
    public void examine(Scene scene) {
        Cases cases = scene.cases();
        for (Cluster cluster : scene.byService(row -> isEndingOfTls(cases, row))) {
            if (cluster.count(Trait.TLS_REFUSED) * 3 >= cluster.size()) {
                scene.stories().tell(IncidentKind.TLS_HANDSHAKE_FAILURE, cluster.key(), cluster.rows());
            }
        }
    }

    /** Alerts that cross the other end's close belong to it. */
    private static boolean isEndingOfTls(Cases cases, int row) {
        Behaviour behaviour = cases.behaviour(row);
        return cases.has(row, Trait.TLS)
                && (cases.has(row, Trait.TLS_REFUSED)
                        || behaviour == Behaviour.SERVER_CLOSED
                        || behaviour == Behaviour.CLIENT_DONE);
    }
}
