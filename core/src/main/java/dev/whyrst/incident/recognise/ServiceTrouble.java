package dev.whyrst.incident.recognise;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Cause;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.timeline.PortFacts;

/** Services that cannot take connections: accept queue full, port closed, process gone for a while. */
final class ServiceTrouble implements Recogniser {

    /** A service that dies refuses soon after its connections died; a port that refuses later was closed for itself. */
    private static final long SOON_NANOS = 10_000_000_000L;

    private static final long BLUR_NANOS = 1_000_000_000L;

    /** Of an orderly stop no more than one connection in so many is aborted. */
    private static final int ONE_IN = 8;

    /** A queue that is full for a moment when a service comes back is a detail of the refusals around it. */
    private static final int REFUSALS_TO_OVERFLOW = 4;

    /** Fewer repeated handshakes may be loss on the network. */
    private static final int RETRIES = 5;

    @Override
    public void examine(Scene scene) {
        RuleForSome rules = new RuleForSome();
        for (Cluster cluster : scene.byService(row -> isOfService(scene.cases().behaviour(row)))) {
            int overflows = cluster.count(Behaviour.OVERFLOW);
            if (overflows > 0 && overflows * REFUSALS_TO_OVERFLOW >= cluster.count(Behaviour.REFUSED)) {
                scene.stories().tell(IncidentKind.QUEUE_OVERFLOW, cluster.key(), cluster.rows());
            } else if (cluster.count(Behaviour.REFUSED) > 0) {
                refused(scene, cluster, rules);
            } else if (isStalled(scene.port(cluster.key()))) {
                scene.stories().tell(IncidentKind.SERVER_STALLED, cluster.key(), cluster.rows());
            }
        }
        rules.joinLost(scene);
    }

    private static boolean isOfService(Behaviour behaviour) {
        return behaviour == Behaviour.OVERFLOW
                || behaviour == Behaviour.REFUSED
                || behaviour.byServer()
                || behaviour.byClient();
    }

    private static boolean isStalled(PortFacts port) {
        return port != null && port.handshakeRetries() >= Math.max(RETRIES, port.accepted() / 20);
    }

    private static void refused(Scene scene, Cluster cluster, RuleForSome rules) {
        CaseTable cases = scene.cases();
        Cluster refusals = cluster.only(row -> cases.behaviour(row) == Behaviour.REFUSED);
        long from = refusals.first() - SOON_NANOS;
        long to = refusals.first() + BLUR_NANOS;
        Cluster deaths = cluster.only(
                row -> cases.behaviour(row).byServer() && cases.ended(row) >= from && cases.ended(row) <= to);
        Cluster told = cluster.only(row -> cases.behaviour(row) == Behaviour.REFUSED
                || cases.behaviour(row).byServer() && cases.ended(row) >= from);
        if (RuleForSome.isShown(scene, refusals, deaths)) {
            rules.tell(scene, refusals, told.rows());
        } else {
            scene.stories().tell(kind(scene, cluster.key(), from, to, deaths), cluster.key(), told.rows());
        }
    }

    private static IncidentKind kind(Scene scene, int service, long from, long to, Cluster deaths) {
        int served = deaths == null ? 0 : deaths.count(row -> isDeathOfUsed(scene.cases(), row));
        PortFacts port = scene.port(service);
        boolean mass = port != null
                && port.massCloses() >= 3
                && port.massClosedNanos() >= from
                && port.massClosedNanos() <= to;
        if (served < 2 && !mass) {
            return IncidentKind.SERVICE_DOWN;
        }
        boolean crashed = port != null && port.takesTurns() || deaths != null && deaths.count(Trait.SAID_CRASHED) > 0;
        boolean orderly = deaths != null
                && (Farewells.areSaid(scene.cases(), deaths)
                        || isOrderly(deaths)
                        || port != null && scene.crowd(service).lastServedNanos() > port.lastRefusedNanos());
        if (!crashed && orderly) {
            return IncidentKind.SERVER_RESTART;
        }
        return IncidentKind.PROCESS_KILLED;
    }

    /** Whether a program had taken the connection: it had answered, or left the request unread. */
    private static boolean isDeathOfUsed(CaseTable cases, int row) {
        return cases.has(row, Trait.ANSWERED) || cases.cause(row) == Cause.CLOSE_WITH_UNREAD_DATA;
    }

    /** A web server that is stopped closes without a word, leaves hardly anything unread, and answers most of what it was asked. */
    private static boolean isOrderly(Cluster deaths) {
        return deaths.count(Trait.HTTP) * 2 > deaths.size()
                && deaths.count(Behaviour.SERVER_ABORT) * ONE_IN <= deaths.size()
                && deaths.count(Trait.OWING) * 2 <= deaths.size();
    }
}
