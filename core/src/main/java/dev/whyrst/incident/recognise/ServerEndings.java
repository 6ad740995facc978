package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.IncidentThresholds.NO_CHANCE;
import static dev.whyrst.incident.IncidentThresholds.TWICE;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Cause;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Share;
import dev.whyrst.incident.scene.SilencePeak;
import dev.whyrst.incident.scene.Spread;

/**
 * Servers that ended connections of their own accord while they stayed up: many at one moment, or one by one for a
 * reason.
 *
 * <p>What a server says comes first, then what it does to connections that it does not take, then what happened at one
 * moment; what is left of a cluster is told apart case by case.
 */
final class ServerEndings implements Recogniser {

    @Override
    public void examine(Scene scene) {
        CaseTable cases = scene.cases();
        for (Cluster ended : scene.byService(row -> isEnding(cases, row))) {
            IncidentKind whole = kindOfAll(scene, ended);
            if (whole == null) {
                oneByOne(scene, ended);
            } else {
                scene.stories().tell(whole, ended.key(), ended.rows());
            }
        }
    }

    private static boolean isEnding(CaseTable cases, int row) {
        Behaviour behaviour = cases.behaviour(row);
        return behaviour.byServer()
                || behaviour == Behaviour.LOST && cases.cause(row) != Cause.HALF_OPEN_CLIENT_RESTARTED
                || behaviour.byClient() && cases.has(row, Trait.UPLOAD_ANSWERED);
    }

    /** What happened to all of them; null where they have to be told apart. */
    private static IncidentKind kindOfAll(Scene scene, Cluster ended) {
        IncidentKind stated = stated(ended);
        if (stated != null) {
            return stated;
        }
        if (isConnectionLimit(scene, ended)) {
            return IncidentKind.CONNECTION_LIMIT;
        }
        if (OneAct.isShown(scene.cases(), ended)) {
            return OneAct.kind(scene, ended);
        }
        return isIdleTimer(scene.cases(), ended) ? IncidentKind.IDLE_TIMER_ON_PATH : null;
    }

    /** What the reason amounts to that the server gave in most of them; null if it gave none. */
    private static IncidentKind stated(Cluster ended) {
        if (isSaid(ended, Trait.SAID_FULL)) {
            return IncidentKind.CONNECTION_LIMIT;
        }
        if (isSaid(ended, Trait.SAID_LATE)) {
            return isSaid(ended, Trait.SAID_UNASKED) ? IncidentKind.KEEP_ALIVE_RACE : IncidentKind.CLIENT_TIMEOUTS;
        }
        if (isSaid(ended, Trait.SAID_DENIED)) {
            return IncidentKind.POLICY_ON_SERVER;
        }
        if (isSaid(ended, Trait.SAID_CLOSING)) {
            return IncidentKind.CONNECTIONS_KILLED;
        }
        return isSaid(ended, Trait.SAID_CRASHED) ? IncidentKind.PROCESS_KILLED : null;
    }

    private static boolean isSaid(Cluster ended, Trait notice) {
        return Share.most(ended.count(notice), ended.size());
    }

    /**
     * Accepted, told something short that answers nothing, closed: the connections heard nothing else, and all the
     * same.
     */
    private static boolean isConnectionLimit(Scene scene, Cluster ended) {
        CaseTable cases = scene.cases();
        boolean inTurn = scene.load(ended.key()).most() <= 1;
        int turnedAway = ended.count(row -> cases.has(row, Trait.ONLY_FAREWELL)
                && !cases.has(row, Trait.HTTP)
                && !(inTurn && mayBeAnswer(cases, row)));
        return turnedAway >= TWICE && Share.most(turnedAway, ended.size()) && Farewells.areSaid(cases, ended);
    }

    /** Whether the server had taken what the client asked when it said its only words. */
    private static boolean mayBeAnswer(CaseTable cases, int row) {
        return cases.has(row, Trait.ASKED) && !cases.has(row, Trait.EARLY) && !cases.has(row, Trait.UNREAD);
    }

    /** Live talks that were reset at the first words after a silence, and only such. */
    private static boolean isIdleTimer(CaseTable cases, Cluster ended) {
        int forgotten = ended.count(row -> isForgotten(cases, row));
        return forgotten >= NO_CHANCE && Share.nearlyAll(forgotten, ended.size());
    }

    private static boolean isForgotten(CaseTable cases, int row) {
        Behaviour behaviour = cases.behaviour(row);
        return cases.has(row, Trait.AFTER_SILENCE)
                && cases.has(row, Trait.ANSWERED)
                && !cases.has(row, Trait.REQUEST_ANSWERED)
                && behaviour != Behaviour.SERVER_CLOSED
                && (behaviour == Behaviour.LOST || !cases.has(row, Trait.PAUSED));
    }

    private static void oneByOne(Scene scene, Cluster ended) {
        CaseTable cases = scene.cases();
        tell(scene, IncidentKind.CLIENT_TIMEOUTS, ended.only(row -> cases.has(row, Trait.STALLED)));
        tell(
                scene,
                Rejections.kind(scene, ended),
                ended.only(row -> Rejections.isUnanswered(cases, row) || Rejections.isDropped(cases, row)));
        Cluster refused = ended.only(row -> Rejections.isUnread(cases, row));
        boolean read = refused != null && refused.count(row -> isReadWhole(cases, row)) == refused.size();
        tell(scene, read ? IncidentKind.REQUEST_REJECTED : IncidentKind.REQUEST_REJECTED_UNREAD, refused);
        Cluster closed = ended.only(row -> isIdleClose(cases, row));
        if (closed != null) {
            tell(scene, IncidentKind.KEEP_ALIVE_RACE, isRace(cases, closed) ? closed : ofKnownTimer(scene, closed));
        }
    }

    /** Whether nothing shows that some of what it refused lay unread. */
    private static boolean isReadWhole(CaseTable cases, int row) {
        return cases.behaviour(row) == Behaviour.SERVER_ABORT
                && !cases.has(row, Trait.UNREAD)
                && !cases.has(row, Trait.UPLOAD_ANSWERED);
    }

    private static boolean isIdleClose(CaseTable cases, int row) {
        return cases.behaviour(row) == Behaviour.SERVER_CLOSED
                && cases.has(row, Trait.PAUSED)
                && cases.has(row, Trait.ASKED_TOO_LATE)
                && !cases.has(row, Trait.STALLED)
                && !cases.has(row, Trait.SAID_ERROR);
    }

    private static boolean isRace(CaseTable cases, Cluster closed) {
        return closed.size() < NO_CHANCE || Spread.alike(closed.sorted(cases::pause));
    }

    /**
     * Those of the idle connections that were closed after equal silences, at a timer that is known; null if there are
     * none.
     */
    private static Cluster ofKnownTimer(Scene scene, Cluster closed) {
        CaseTable cases = scene.cases();
        for (SilencePeak peak : SilencePeak.of(closed.sorted(cases::silence))) {
            if (scene.timers().stream().anyMatch(timer -> timer.closes() && peak.fits(timer))) {
                return closed.only(row -> peak.holds(cases.silence(row)));
            }
        }
        return null;
    }

    private static void tell(Scene scene, IncidentKind kind, Cluster cluster) {
        Cluster free = cluster == null ? null : cluster.only(scene.stories()::isFree);
        if (free != null) {
            scene.stories().tell(kind, free.key(), free.rows());
        }
    }
}
