package dev.whyrst.incident.recognise;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Scene;

/** Hosts that went away without closing anything and came back without memory, or stayed away too long for their peers. */
final class LostHosts implements Recogniser {

    /** Segments that cross on the network blur the moment in which a host went away. */
    private static final long BLUR_NANOS = 1_000_000_000L;

    private static final long FASTEST_RESTART_NANOS = 300_000_000L;

    /** A lost connection among many others that ended in order is a detail of their story. */
    private static final int SHARE = 10;

    @Override
    public void examine(Scene scene) {
        CaseTable cases = scene.cases();
        for (Cluster all : scene.byHost(row -> isSign(cases.behaviour(row)))) {
            Cluster refusals = all.only(row -> cases.behaviour(row) == Behaviour.REFUSED);
            boolean refused = refusals != null;
            Cluster lost = all.only(row -> isLoss(cases.behaviour(row)) || refused && isOrphanOfServer(scene, row));
            boolean enough = lost != null && lost.size() * SHARE >= all.size();
            boolean byRule = enough && refused && RuleForSome.isShown(scene, refusals, lost);
            if (enough && !byRule && !isDroppedOneByOne(cases, lost)) {
                Cluster told = refused || lost.count(Behaviour.LOST) > 0 ? all : lost;
                scene.stories().tell(kind(cases, told, lost), scene.subjectOf(told), told.rows());
            }
        }
    }

    /** No host comes back as fast as a device on the path forgets. */
    private static IncidentKind kind(CaseTable cases, Cluster told, Cluster lost) {
        if (lost.count(Behaviour.SILENT) > 0) {
            return IncidentKind.HOST_OUTAGE;
        }
        int live = lost.count(row -> cases.pause(row) < FASTEST_RESTART_NANOS);
        boolean atOnce = lost.size() >= 3 && live * 4 >= lost.size();
        return atOnce && told.count(Behaviour.REFUSED) == 0
                ? IncidentKind.MIDDLEBOX_STATE_LOST
                : IncidentKind.SERVER_RESTART;
    }

    private static boolean isSign(Behaviour behaviour) {
        return isLoss(behaviour)
                || behaviour == Behaviour.REFUSED
                || behaviour == Behaviour.STRAY
                || behaviour.byServer();
    }

    /** A server that refuses as well and resets what the capture saw no begin of may have lost it. */
    private static boolean isOrphanOfServer(Scene scene, int row) {
        return scene.cases().isOrphan(row) && scene.serves(scene.cases().service(row));
    }

    /** A silence that began before the capture did is no refusal to answer. */
    private static boolean isUnanswered(CaseTable cases, int row) {
        Behaviour behaviour = cases.behaviour(row);
        boolean begunEarlier = behaviour == Behaviour.SILENT && !cases.has(row, Trait.ASKED);
        return !cases.has(row, Trait.ANSWERED) && behaviour != Behaviour.STRAY && !begunEarlier;
    }

    private static boolean isLoss(Behaviour behaviour) {
        return behaviour == Behaviour.LOST || behaviour == Behaviour.SILENT;
    }

    /**
     * Whether the connections went one after the other, each in its own time: they were dropped on purpose, or forgotten when
     * they had been idle for long. A host that goes away loses all of them in one moment, which lies between the last sign of life in any
     * of them and the first RST.
     */
    private static boolean isDroppedOneByOne(CaseTable cases, Cluster lost) {
        long firstReset = lost.first() + BLUR_NANOS;
        int heardLater = lost.count(row -> cases.first(row) - cases.pause(row) > firstReset);
        int unanswered = lost.count(row -> isUnanswered(cases, row));
        boolean forgotten = lost.count(Trait.AFTER_SILENCE) == lost.size();
        return heardLater * 4 > lost.size() && (forgotten || unanswered * 2 > lost.size()) || unanswered == lost.size();
    }
}
