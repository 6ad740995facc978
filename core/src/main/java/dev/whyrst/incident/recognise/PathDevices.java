package dev.whyrst.incident.recognise;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Clusters;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Story;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Devices on the path: one that forgets idle connections, one that forgot all at one moment, one that resets by name or rule.
 */
final class PathDevices implements Recogniser {

    /** Connections that were live when a table was lost show it before those that were idle. */
    private static final int LIVE_TO_IDLE = 4;

    /** Nothing forgets a connection as idle sooner. */
    private static final long IDLE_NANOS = 1_000_000_000L;

    private static final long AT_ONCE_NANOS = 1_000_000_000L;

    /** Half a round trip and more: what was on its way when the table was lost. */
    private static final long ON_ITS_WAY_NANOS = 100_000_000;

    @Override
    public void examine(Scene scene) {
        lostTable(scene);
        for (Cluster cluster : scene.byService(row -> scene.cases().behaviour(row) == Behaviour.CUT_ON_PATH)) {
            if (isIdleTimer(scene.cases(), cluster)) {
                joinOrphans(
                        scene, scene.stories().tell(IncidentKind.IDLE_TIMER_ON_PATH, cluster.key(), cluster.rows()));
            }
        }
        for (Cluster cluster : scene.byHost(row -> isRuled(scene.cases().behaviour(row)))) {
            scene.stories().tell(IncidentKind.POLICY_DEVICE, scene.subjectOf(cluster), cluster.rows());
        }
    }

    private static boolean isRuled(Behaviour behaviour) {
        return behaviour == Behaviour.CUT_ON_PATH || behaviour == Behaviour.FILTERED;
    }

    /**
     * All connections over the device had been in use before it reset the first of them, and some were not idle at all, or few
     * had been idle for long and it only answered them: it did not forget them one by one.
     */
    private static void lostTable(Scene scene) {
        CaseTable cases = scene.cases();
        int[] cut = scene.stories()
                .free(row -> cases.behaviour(row) == Behaviour.CUT_ON_PATH
                        && cases.has(row, Trait.ASKED)
                        && cases.has(row, Trait.ANSWERED));
        for (Cluster cluster : Clusters.of(cases, cut, row -> 0)) {
            long[] pauses = cluster.sorted(cases::pause);
            boolean someLive = pauses[0] * LIVE_TO_IDLE < pauses[pauses.length - 1];
            boolean answering = !isIdleTimer(cases, cluster) && cluster.count(Trait.PASSIVE) == cluster.size();
            long begin = cluster.first() + ON_ITS_WAY_NANOS;
            boolean oneMoment = cluster.count(row -> cases.first(row) - cases.pause(row) > begin) == 0;
            if (cluster.size() >= 3 && (someLive || answering) && oneMoment && !isBanned(scene, cluster)) {
                int subject = commonSubject(scene, cluster);
                Story story = scene.stories().tell(IncidentKind.MIDDLEBOX_STATE_LOST, subject, cluster.rows());
                joinOrphans(scene, story);
            }
        }
    }

    /** Whether all were of one service of which new connections are filtered from then on: it was forbidden, no table was lost. */
    private static boolean isBanned(Scene scene, Cluster cut) {
        CaseTable cases = scene.cases();
        int service = cases.service(cut.rows()[0]);
        long from = cut.first() - AT_ONCE_NANOS;
        long to = cut.last() + AT_ONCE_NANOS;
        return cut.distinct(cases::service) == 1
                && scene.stories()
                                .free(row -> cases.behaviour(row) == Behaviour.FILTERED
                                        && cases.service(row) == service
                                        && cases.first(row) >= from
                                        && cases.first(row) <= to)
                                .length
                        > 0;
    }

    /** Connections from before the capture began met the same device. */
    private static void joinOrphans(Scene scene, Story story) {
        CaseTable cases = scene.cases();
        long from = story.first() - Clusters.GAP_NANOS;
        long to = story.last() + Clusters.GAP_NANOS;
        int[] orphans = scene.stories()
                .free(row -> cases.isOrphan(row)
                        && cases.service(row) == story.subject()
                        && cases.first(row) >= from
                        && cases.first(row) <= to);
        for (int row : orphans) {
            scene.stories().join(story, row);
        }
    }

    /** The service of the most; a translation that renamed its connections bears the address that they come from. */
    private static int commonSubject(Scene scene, Cluster cluster) {
        boolean translated = cluster.count(Trait.RENAMED) * 2 > cluster.size();
        Map<Integer, Integer> counts = new HashMap<>();
        for (int row : cluster.rows()) {
            int subject = translated ? scene.cases().client(row) : scene.cases().service(row);
            counts.merge(subject, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    private static boolean isIdleTimer(CaseTable cases, Cluster cluster) {
        int idle = cluster.count(row -> cases.has(row, Trait.PAUSED) && cases.pause(row) >= IDLE_NANOS);
        return idle * 10 >= cluster.size() * 9;
    }
}
