package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.IncidentThresholds.NO_CHANCE;
import static dev.whyrst.incident.IncidentThresholds.TWICE;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Share;
import dev.whyrst.incident.scene.Spread;
import dev.whyrst.timeline.PortFacts;

/**
 * Many connections that a server ended at one moment: somebody stopped or killed a process, reloaded it, or ended
 * sessions.
 */
final class OneAct {

    private OneAct() {}

    /** Whether half of the connections and more ended at one moment, and not each for what was asked in it. */
    static boolean isShown(CaseTable cases, Cluster ended) {
        long[] times = ended.sorted(cases::ended);
        int together = Spread.inFullest(times);
        int rejections = ended.count(row -> isRejection(cases, row));
        return together >= NO_CHANCE
                && Share.half(ended.count(Trait.SEASONED), ended.size())
                && Share.half(together, times.length)
                && !Share.moreThanBulk(rejections, ended.size())
                && !areStalled(cases, ended);
    }

    private static boolean isRejection(CaseTable cases, int row) {
        return Rejections.isUnanswered(cases, row) && !cases.has(row, Trait.SEASONED)
                || Rejections.isUnread(cases, row);
    }

    /**
     * Whether the server waited equally long in each before it ended it. Timers that run out one by one have ends as
     * far apart as their starts; one act has ends that lie closer together than the waits before them.
     */
    private static boolean areStalled(CaseTable cases, Cluster ended) {
        long[] pauses = ended.sorted(cases::pause);
        return Share.bulk(ended.count(Trait.PAUSED), ended.size())
                && (ended.count(Behaviour.SERVER_ABORT) == ended.size()
                        || ended.count(Behaviour.SERVER_CLOSED) == ended.size())
                && Spread.alike(pauses)
                && Spread.width(pauses) <= Spread.width(ended.sorted(cases::ended));
    }

    /**
     * Who did it: a crash leaves requests unanswered and data unread, a reload closes in order, an operator tells or
     * resets.
     */
    static IncidentKind kind(Scene scene, Cluster ended) {
        if (Farewells.areSaid(scene.cases(), ended)) {
            return IncidentKind.CONNECTIONS_KILLED;
        }
        boolean closes = !Share.half(ended.count(Behaviour.SERVER_ABORT), ended.size());
        boolean waves = closes && (hasSecondWave(scene.cases(), ended) || closedInTwoWaves(scene, ended));
        if (isOwing(ended) && !waves || isUnread(scene.cases(), ended)) {
            return IncidentKind.PROCESS_KILLED;
        }
        boolean reload = waves || closes && Share.most(ended.count(Trait.HTTP), ended.size());
        return reload ? IncidentKind.SERVER_RESTART : IncidentKind.CONNECTIONS_KILLED;
    }

    private static boolean isOwing(Cluster ended) {
        return Share.most(ended.count(Trait.OWING), ended.size());
    }

    /** Whether of what was aborted most had lain there unread: a process that ends does not look. */
    private static boolean isUnread(CaseTable cases, Cluster ended) {
        int aborts = ended.count(Behaviour.SERVER_ABORT);
        int ofNothing =
                ended.count(row -> cases.behaviour(row) == Behaviour.SERVER_ABORT && !cases.has(row, Trait.UNREAD));
        return aborts > 0 && !Share.third(ofNothing, aborts);
    }

    /** Idle connections first, which leaves no RST, and when its patience ended those in use. */
    private static boolean closedInTwoWaves(Scene scene, Cluster ended) {
        PortFacts port = scene.port(ended.key());
        return port != null && port.waves() == 2;
    }

    /** Whether what was not ended in the first act was ended in a later one. */
    private static boolean hasSecondWave(CaseTable cases, Cluster ended) {
        long[] times = ended.sorted(cases::ended);
        long firstAct = times[Spread.fullest(times)] + PortFacts.MASS_WINDOW_NANOS;
        return ended.count(row -> cases.ended(row) > firstAct) >= TWICE;
    }
}
