package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.IncidentThresholds.IDLE_NANOS;
import static dev.whyrst.incident.IncidentThresholds.LIVE_TO_IDLE;
import static dev.whyrst.incident.IncidentThresholds.NO_CHANCE;
import static dev.whyrst.incident.IncidentThresholds.ONE_MOMENT_NANOS;
import static dev.whyrst.incident.IncidentThresholds.ON_ITS_WAY_NANOS;
import static dev.whyrst.incident.IncidentThresholds.STORY_GAP_NANOS;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Cause;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Clusters;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Share;
import dev.whyrst.incident.scene.Spread;
import dev.whyrst.incident.scene.Story;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Devices on the path: one that forgets idle connections, one that forgot all at one moment, one that resets by name or
 * rule.
 */
final class PathDevices implements Recogniser {

    @Override
    public void examine(Scene scene) {
        lostTables(scene);
        idleTimers(scene);
        for (Cluster cluster : scene.byHost(row -> isRuled(scene.cases().behaviour(row)))) {
            scene.stories().tell(IncidentKind.POLICY_DEVICE, scene.subjectOf(cluster), cluster.rows());
        }
    }

    private static boolean isRuled(Behaviour behaviour) {
        return behaviour == Behaviour.CUT_ON_PATH || behaviour == Behaviour.FILTERED;
    }

    private static void lostTables(Scene scene) {
        CaseTable cases = scene.cases();
        int[] cut = scene.stories()
                .free(row -> cases.behaviour(row) == Behaviour.CUT_ON_PATH
                        && cases.has(row, Trait.ASKED)
                        && cases.has(row, Trait.ANSWERED));
        for (Cluster cluster : Clusters.of(cases, cut, row -> 0)) {
            if (cluster.size() >= NO_CHANCE && isLostTable(cases, cluster) && !isBanned(scene, cluster)) {
                int subject = commonSubject(scene, cluster);
                Story story = scene.stories().tell(IncidentKind.MIDDLEBOX_STATE_LOST, subject, cluster.rows());
                joinOrphans(scene, story);
            }
        }
    }

    /**
     * Whether all connections over the device had been in use before it reset the first of them, and some were not idle
     * at all, or few had been idle for long and it only answered them: it did not forget them one by one.
     */
    private static boolean isLostTable(CaseTable cases, Cluster cut) {
        long[] pauses = cut.sorted(cases::pause);
        boolean someLive = pauses[0] * LIVE_TO_IDLE < pauses[pauses.length - 1];
        boolean answering = !isIdleTimer(cases, cut) && cut.count(Trait.PASSIVE) == cut.size();
        long begin = cut.first() + ON_ITS_WAY_NANOS;
        boolean inOneMoment = cut.count(row -> cases.first(row) - cases.pause(row) > begin) == 0;
        return (someLive || answering) && inOneMoment;
    }

    private static boolean isIdleTimer(CaseTable cases, Cluster cut) {
        int idle = cut.count(row -> cases.has(row, Trait.PAUSED) && cases.pause(row) >= IDLE_NANOS);
        return Share.nearlyAll(idle, cut.size());
    }

    /**
     * Whether all were of one service of which new connections are filtered from then on: it was forbidden, no table
     * was lost.
     */
    private static boolean isBanned(Scene scene, Cluster cut) {
        CaseTable cases = scene.cases();
        int service = cases.service(cut.rows()[0]);
        long from = cut.first() - ONE_MOMENT_NANOS;
        long to = cut.last() + ONE_MOMENT_NANOS;
        return cut.distinct(cases::service) == 1
                && scene.stories()
                                .free(row -> cases.behaviour(row) == Behaviour.FILTERED
                                        && cases.service(row) == service
                                        && cases.first(row) >= from
                                        && cases.first(row) <= to)
                                .length
                        > 0;
    }

    /** The service of the most; a translation that renamed its connections bears the address that they come from. */
    private static int commonSubject(Scene scene, Cluster cut) {
        boolean translated = Share.most(cut.count(Trait.RENAMED), cut.size());
        Map<Integer, Integer> counts = new HashMap<>();
        for (int row : cut.rows()) {
            int subject = translated ? scene.cases().client(row) : scene.cases().service(row);
            counts.merge(subject, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    private static void idleTimers(Scene scene) {
        CaseTable cases = scene.cases();
        for (Cluster cluster : scene.byService(row -> cases.behaviour(row) == Behaviour.CUT_ON_PATH)) {
            if (isIdleTimer(cases, cluster) && !isForgery(cases, cluster)) {
                Story story = scene.stories().tell(IncidentKind.IDLE_TIMER_ON_PATH, cluster.key(), cluster.rows());
                joinOrphans(scene, story);
            }
        }
    }

    /** Whether forged resets ended it, but not after equal silences, as a timer's do: who made them had another reason. */
    private static boolean isForgery(CaseTable cases, Cluster cut) {
        int forged = cut.count(row -> cases.cause(row) == Cause.INJECTED_RST);
        boolean timed = cut.size() >= NO_CHANCE && Spread.alike(cut.sorted(cases::pause));
        return Share.most(forged, cut.size()) && !timed;
    }

    /** Connections from before the capture began met the same device. */
    private static void joinOrphans(Scene scene, Story story) {
        CaseTable cases = scene.cases();
        long from = story.first() - STORY_GAP_NANOS;
        long to = story.last() + STORY_GAP_NANOS;
        int[] orphans = scene.stories()
                .free(row -> cases.isOrphan(row)
                        && cases.service(row) == story.subject()
                        && cases.first(row) >= from
                        && cases.first(row) <= to);
        for (int row : orphans) {
            scene.stories().join(story, row);
        }
    }
}
