package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.IncidentThresholds.ACCEPTED_TO_RETRY;
import static dev.whyrst.incident.IncidentThresholds.DEATH_TO_REFUSAL_NANOS;
import static dev.whyrst.incident.IncidentThresholds.HANDSHAKE_RETRIES;
import static dev.whyrst.incident.IncidentThresholds.ONE_MOMENT_NANOS;
import static dev.whyrst.incident.IncidentThresholds.REFUSALS_TO_OVERFLOW;
import static dev.whyrst.incident.IncidentThresholds.TWICE;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Cause;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Share;
import dev.whyrst.timeline.PortFacts;

/** Services that cannot take connections: accept queue full, port closed, process gone for a while. */
final class ServiceTrouble implements Recogniser {

    @Override
    public void examine(Scene scene) {
        RuleForSome rules = new RuleForSome();
        for (Cluster cluster : scene.byService(row -> isOfService(scene.cases().behaviour(row)))) {
            int overflows = cluster.count(Behaviour.OVERFLOW);
            int refusals = cluster.count(Behaviour.REFUSED);
            if (isQueueShown(scene.cases(), cluster) && refusals <= (long) REFUSALS_TO_OVERFLOW * overflows) {
                scene.stories().tell(IncidentKind.QUEUE_OVERFLOW, cluster.key(), cluster.rows());
            } else if (refusals > 0) {
                refused(scene, cluster, rules);
            } else if (isStalled(scene.port(cluster.key()))) {
                scene.stories().tell(IncidentKind.SERVER_STALLED, cluster.key(), cluster.rows());
            }
        }
        rules.joinLost(scene);
    }

    /** Whether more than one handshake came to nothing, or a SYN,ACK was repeated though it had been acknowledged. */
    private static boolean isQueueShown(CaseTable cases, Cluster cluster) {
        int repeated = cluster.count(
                row -> cases.behaviour(row) == Behaviour.OVERFLOW && cases.has(row, Trait.SYN_ACK_REPEATED));
        return repeated > 0 || cluster.count(Behaviour.OVERFLOW) >= TWICE;
    }

    private static boolean isOfService(Behaviour behaviour) {
        return behaviour == Behaviour.OVERFLOW
                || behaviour == Behaviour.REFUSED
                || behaviour.byServer()
                || behaviour.byClient();
    }

    private static boolean isStalled(PortFacts port) {
        return port != null
                && port.handshakeRetries() >= Math.max(HANDSHAKE_RETRIES, port.accepted() / ACCEPTED_TO_RETRY);
    }

    private static void refused(Scene scene, Cluster cluster, RuleForSome rules) {
        CaseTable cases = scene.cases();
        Cluster refusals = cluster.only(row -> cases.behaviour(row) == Behaviour.REFUSED);
        long from = refusals.first() - DEATH_TO_REFUSAL_NANOS;
        long to = refusals.first() + ONE_MOMENT_NANOS;
        Cluster deaths = cluster.only(
                row -> cases.behaviour(row).byServer() && cases.ended(row) >= from && cases.ended(row) <= to);
        Cluster told = cluster.only(row -> cases.behaviour(row) == Behaviour.REFUSED
                || cases.behaviour(row).byServer() && cases.ended(row) >= from);
        if (RuleForSome.isShown(scene, refusals, deaths)) {
            rules.tell(scene, refusals, told.rows());
        } else {
            boolean died = isDeath(cases, deaths) || isMassClose(scene.port(cluster.key()), from, to);
            IncidentKind kind = died ? kindOfDeath(scene, cluster.key(), deaths) : IncidentKind.SERVICE_DOWN;
            scene.stories().tell(kind, cluster.key(), told.rows());
        }
    }

    private static boolean isDeath(CaseTable cases, Cluster deaths) {
        return deaths != null && deaths.count(row -> isDeathOfUsed(cases, row)) >= TWICE;
    }

    /** Whether a program had taken the connection: it had answered, or left the request unread. */
    private static boolean isDeathOfUsed(CaseTable cases, int row) {
        return cases.has(row, Trait.ANSWERED) || cases.cause(row) == Cause.CLOSE_WITH_UNREAD_DATA;
    }

    /** Whether the service closed many connections at one moment in that time, which may have left no RST. */
    private static boolean isMassClose(PortFacts port, long from, long to) {
        return port != null
                && port.massCloses() >= PortFacts.WAVE
                && port.massClosedNanos() >= from
                && port.massClosedNanos() <= to;
    }

    private static IncidentKind kindOfDeath(Scene scene, int service, Cluster deaths) {
        boolean restarted = !isCrash(scene.port(service), deaths) && isInOrder(scene, service, deaths);
        return restarted ? IncidentKind.SERVER_RESTART : IncidentKind.PROCESS_KILLED;
    }

    private static boolean isCrash(PortFacts port, Cluster deaths) {
        boolean crashLoop = port != null && port.takesTurns();
        return crashLoop || deaths != null && deaths.count(Trait.SAID_CRASHED) > 0;
    }

    /**
     * Whether those who were connected were told, or answered, or the service went on to serve when it had begun to
     * refuse.
     */
    private static boolean isInOrder(Scene scene, int service, Cluster deaths) {
        if (deaths == null) {
            return false;
        }
        PortFacts port = scene.port(service);
        return Farewells.areSaid(scene.cases(), deaths)
                || isOrderly(deaths)
                || port != null && scene.load(service).lastServedNanos() > port.lastRefusedNanos();
    }

    /**
     * A web server that is stopped closes without a word, leaves hardly anything unread, and answers most of what it
     * was asked.
     */
    private static boolean isOrderly(Cluster deaths) {
        return Share.most(deaths.count(Trait.HTTP), deaths.size())
                && !Share.moreThanEighth(deaths.count(Behaviour.SERVER_ABORT), deaths.size())
                && !Share.most(deaths.count(Trait.OWING), deaths.size());
    }
}
