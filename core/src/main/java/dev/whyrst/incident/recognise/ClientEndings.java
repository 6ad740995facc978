package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.IncidentThresholds.CLIENT_TOGETHER;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Cause;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Share;
import dev.whyrst.incident.scene.Spread;
import dev.whyrst.timeline.PortFacts;

/** Clients that left before they had their answer, and proxies that gave up on their servers. */
final class ClientEndings implements Recogniser {

    @Override
    public void examine(Scene scene) {
        slowServers(scene);
        killedAtClient(scene);
        killedInMidst(scene);
        CaseTable cases = scene.cases();
        for (Cluster cluster : scene.byHost(row -> isEarlyLeave(cases, row))) {
            Cluster told = withoutHealthChecks(cases, cluster);
            if (told != null) {
                scene.stories().tell(IncidentKind.CLIENT_TIMEOUTS, scene.subjectOf(told), told.rows());
            }
        }
    }

    private static boolean isEarlyLeave(CaseTable cases, int row) {
        Behaviour behaviour = cases.behaviour(row);
        boolean rejected = cases.cause(row) == Cause.SYN_ACK_REJECTED;
        boolean waited =
                cases.has(row, Trait.CUT_SHORT) || cases.has(row, Trait.PAUSED) || !cases.has(row, Trait.ASKED);
        return behaviour == Behaviour.CLIENT_GONE && waited
                || behaviour == Behaviour.PROBE && cases.has(row, Trait.PASSIVE) && !rejected;
    }

    /** A host that serves others itself and gave up on its own servers after equal times. */
    private static void slowServers(Scene scene) {
        CaseTable cases = scene.cases();
        for (Cluster cluster : scene.byClient(row -> isWaitInVain(cases, row))) {
            boolean proxy = scene.isServer(cluster.key());
            if (proxy && Spread.alike(cluster.sorted(cases::pause))) {
                int subject = scene.busiestServiceOf(cluster.key());
                scene.stories().tell(IncidentKind.SERVER_TOO_SLOW, subject, cluster.rows());
            }
        }
    }

    private static boolean isWaitInVain(CaseTable cases, int row) {
        return cases.behaviour(row) == Behaviour.CLIENT_GONE
                && cases.has(row, Trait.LAST_WORD_OF_CLIENT)
                && cases.has(row, Trait.PAUSED);
    }

    /** Connections of one client to one service that were ended at one moment, although nothing was left to be read. */
    private static void killedAtClient(Scene scene) {
        CaseTable cases = scene.cases();
        for (Cluster cluster : scene.byService(row -> isAbortOfTalk(cases, row))) {
            long[] times = cluster.sorted(cases::first);
            int together = Spread.inFullest(times);
            boolean atOnce = together >= CLIENT_TOGETHER && Share.half(together, times.length);
            boolean healthy = Share.third(cluster.count(Behaviour.CLIENT_DONE), cluster.size());
            if (atOnce
                    && healthy
                    && comesBack(scene.port(cluster.key()), times)
                    && cluster.distinct(cases::client) == 1) {
                scene.stories().tell(IncidentKind.CONNECTIONS_KILLED, cluster.key(), cluster.rows());
            }
        }
    }

    /** Whether the service took connections again after that. */
    private static boolean comesBack(PortFacts port, long[] times) {
        return port != null && port.lastAcceptedNanos() > times[times.length - 1];
    }

    /** Answers of one client that were cut off at one moment while they came: no patience ended, its process did. */
    private static void killedInMidst(Scene scene) {
        CaseTable cases = scene.cases();
        for (Cluster cluster : scene.byClient(row -> isAbortAmidAnswer(cases, row))) {
            long[] times = cluster.sorted(cases::first);
            int together = Spread.inFullest(times);
            if (together >= CLIENT_TOGETHER && Share.nearlyAll(together, times.length)) {
                scene.stories().tell(IncidentKind.PROCESS_KILLED, cluster.key(), cluster.rows());
            }
        }
    }

    private static boolean isAbortAmidAnswer(CaseTable cases, int row) {
        return isAbortOfTalk(cases, row)
                && cases.behaviour(row) == Behaviour.CLIENT_GONE
                && !cases.has(row, Trait.PAUSED);
    }

    private static boolean isAbortOfTalk(CaseTable cases, int row) {
        return cases.behaviour(row).byClient()
                && !cases.has(row, Trait.PASSIVE)
                && cases.has(row, Trait.ANSWERED)
                && cases.has(row, Trait.SEASONED);
    }

    /** Resets right after the handshake that come at a steady pace are those of a health check. */
    private static Cluster withoutHealthChecks(CaseTable cases, Cluster cluster) {
        Cluster probes = cluster.only(row -> cases.behaviour(row) == Behaviour.PROBE);
        if (probes == null || !Spread.steady(probes.sorted(cases::first))) {
            return cluster;
        }
        return cluster.only(row -> cases.behaviour(row) != Behaviour.PROBE);
    }
}
