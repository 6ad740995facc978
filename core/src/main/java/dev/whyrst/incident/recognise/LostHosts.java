package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.IncidentThresholds.FASTEST_RESTART_NANOS;
import static dev.whyrst.incident.IncidentThresholds.NO_CHANCE;
import static dev.whyrst.incident.IncidentThresholds.ONE_MOMENT_NANOS;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Share;

/**
 * Hosts that went away without closing anything and came back without memory, or stayed away too long for their peers.
 */
final class LostHosts implements Recogniser {

    @Override
    public void examine(Scene scene) {
        for (Cluster ofHost : scene.byHost(row -> isSign(scene.cases().behaviour(row)))) {
            tellIfLost(scene, ofHost);
        }
    }

    private static boolean isSign(Behaviour behaviour) {
        return isLoss(behaviour)
                || behaviour == Behaviour.REFUSED
                || behaviour == Behaviour.STRAY
                || behaviour.byServer();
    }

    private static boolean isLoss(Behaviour behaviour) {
        return behaviour == Behaviour.LOST || behaviour == Behaviour.SILENT;
    }

    private static void tellIfLost(Scene scene, Cluster ofHost) {
        CaseTable cases = scene.cases();
        Cluster refusals = ofHost.only(row -> cases.behaviour(row) == Behaviour.REFUSED);
        boolean refused = refusals != null;
        Cluster lost = ofHost.only(row -> isLoss(cases.behaviour(row)) || refused && isOrphanOfServer(scene, row));
        if (lost == null || isDetail(lost, ofHost) || isDroppedOneByOne(cases, lost)) {
            return;
        }
        if (!refused || !RuleForSome.isShown(scene, refusals, lost)) {
            Cluster told = refused || lost.count(Behaviour.LOST) > 0 ? ofHost : lost;
            scene.stories().tell(kind(cases, told, lost), scene.subjectOf(told), told.rows());
        }
    }

    /** A lost connection among many others that ended in order is a detail of their story. */
    private static boolean isDetail(Cluster lost, Cluster ofHost) {
        return !Share.tenth(lost.size(), ofHost.size());
    }

    /** A server that refuses as well and resets what the capture saw no begin of may have lost it. */
    private static boolean isOrphanOfServer(Scene scene, int row) {
        return scene.cases().isOrphan(row) && scene.serves(scene.cases().service(row));
    }

    /**
     * Whether the connections went one after the other, each in its own time: they were dropped on purpose, or
     * forgotten when they had been idle for long. A host that goes away loses all of them in one moment, which lies
     * between the last sign of life in any of them and the first RST.
     */
    private static boolean isDroppedOneByOne(CaseTable cases, Cluster lost) {
        long firstReset = lost.first() + ONE_MOMENT_NANOS;
        int heardLater = lost.count(row -> cases.first(row) - cases.pause(row) > firstReset);
        int unanswered = lost.count(row -> isUnanswered(cases, row));
        boolean forgotten = lost.count(Trait.AFTER_SILENCE) == lost.size();
        boolean inTheirOwnTime = Share.moreThanQuarter(heardLater, lost.size());
        return inTheirOwnTime && (forgotten || Share.most(unanswered, lost.size())) || unanswered == lost.size();
    }

    /** A silence that began before the capture did is no refusal to answer. */
    private static boolean isUnanswered(CaseTable cases, int row) {
        Behaviour behaviour = cases.behaviour(row);
        boolean begunEarlier = behaviour == Behaviour.SILENT && !cases.has(row, Trait.ASKED);
        return !cases.has(row, Trait.ANSWERED) && behaviour != Behaviour.STRAY && !begunEarlier;
    }

    /** No host comes back as fast as a device on the path forgets. */
    private static IncidentKind kind(CaseTable cases, Cluster told, Cluster lost) {
        if (lost.count(Behaviour.SILENT) > 0) {
            return IncidentKind.HOST_OUTAGE;
        }
        int live = lost.count(row -> cases.pause(row) < FASTEST_RESTART_NANOS);
        boolean atOnce = lost.size() >= NO_CHANCE && Share.quarter(live, lost.size());
        return atOnce && told.count(Behaviour.REFUSED) == 0
                ? IncidentKind.MIDDLEBOX_STATE_LOST
                : IncidentKind.SERVER_RESTART;
    }
}
