package dev.whyrst.incident.recognise;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Cause;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.SilencePeak;
import dev.whyrst.incident.scene.Spread;
import dev.whyrst.timeline.PortFacts;

/** Servers that ended connections of their own accord while they stayed up: many at one moment, or one by one for a reason. */
final class ServerEndings implements Recogniser {

    @Override
    public void examine(Scene scene) {
        CaseTable cases = scene.cases();
        for (Cluster ended : scene.byService(row -> isEnding(cases, row))) {
            IncidentKind stated = stated(ended);
            if (stated != null) {
                scene.stories().tell(stated, ended.key(), ended.rows());
            } else if (isConnectionLimit(scene, ended)) {
                scene.stories().tell(IncidentKind.CONNECTION_LIMIT, ended.key(), ended.rows());
            } else if (isOneAct(cases, ended)) {
                scene.stories().tell(kindOfAct(scene, ended), ended.key(), ended.rows());
            } else if (isIdleTimer(cases, ended)) {
                scene.stories().tell(IncidentKind.IDLE_TIMER_ON_PATH, ended.key(), ended.rows());
            } else {
                oneByOne(scene, ended);
            }
        }
    }

    /** Live talks that were reset at the first words after a silence, and only such. */
    private static boolean isIdleTimer(CaseTable cases, Cluster ended) {
        int forgotten = ended.count(row -> cases.has(row, Trait.AFTER_SILENCE)
                && cases.has(row, Trait.ANSWERED)
                && !cases.has(row, Trait.REQUEST_ANSWERED)
                && cases.behaviour(row) != Behaviour.SERVER_CLOSED
                && (cases.behaviour(row) == Behaviour.LOST || !cases.has(row, Trait.PAUSED)));
        return forgotten >= 3 && forgotten * 10 >= ended.size() * 9;
    }

    private static boolean isEnding(CaseTable cases, int row) {
        Behaviour behaviour = cases.behaviour(row);
        return behaviour.byServer()
                || behaviour == Behaviour.LOST && cases.cause(row) != Cause.HALF_OPEN_CLIENT_RESTARTED
                || behaviour.byClient() && cases.has(row, Trait.UPLOAD_ANSWERED);
    }

    private static boolean isDropped(CaseTable cases, int row) {
        return cases.behaviour(row) == Behaviour.LOST && !cases.has(row, Trait.ANSWERED);
    }

    /** Accepted, told something short that answers nothing, closed: the connections heard nothing else, and all the same. */
    private static boolean isConnectionLimit(Scene scene, Cluster ended) {
        CaseTable cases = scene.cases();
        boolean inTurn = scene.crowd(ended.key()).most() <= 1;
        int turnedAway = ended.count(row -> cases.has(row, Trait.ONLY_FAREWELL)
                && !cases.has(row, Trait.HTTP)
                && !(inTurn && mayBeAnswer(cases, row)));
        return turnedAway >= 2 && turnedAway * 2 > ended.size() && Farewells.areSaid(cases, ended);
    }

    /** Whether the server had taken what the client asked when it said its only words. */
    private static boolean mayBeAnswer(CaseTable cases, int row) {
        return cases.has(row, Trait.ASKED) && !cases.has(row, Trait.EARLY) && !cases.has(row, Trait.UNREAD);
    }

    /** What the reason amounts to that the server gave in most of them; null if it gave none. */
    private static IncidentKind stated(Cluster ended) {
        if (isSaid(ended, Trait.SAID_FULL)) {
            return IncidentKind.CONNECTION_LIMIT;
        }
        if (isSaid(ended, Trait.SAID_LATE)) {
            boolean idle = ended.count(Trait.SAID_UNASKED) * 2 > ended.size();
            return idle ? IncidentKind.KEEP_ALIVE_RACE : IncidentKind.CLIENT_TIMEOUTS;
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
        return ended.count(notice) * 2 > ended.size();
    }

    private static boolean isOneAct(CaseTable cases, Cluster ended) {
        long[] times = ended.sorted(cases::ended);
        boolean together = Spread.inFullest(times) >= 3 && Spread.inFullest(times) * 2 >= times.length;
        int rejections = ended.count(
                row -> isRejection(cases, row) && !cases.has(row, Trait.SEASONED) || isUnreadRejection(cases, row));
        return together && rejections * 10 <= ended.size() * 7 && !areStalled(cases, ended);
    }

    /** Ended at once and without a word; whether with FIN or with RST depends on how much of the request had come by then. */
    private static boolean isRejection(CaseTable cases, int row) {
        Behaviour behaviour = cases.behaviour(row);
        boolean refusal = behaviour == Behaviour.SERVER_ABORT
                || behaviour == Behaviour.SERVER_CLOSED && cases.has(row, Trait.ASKED);
        return refusal && !cases.has(row, Trait.ANSWERED) && !cases.has(row, Trait.PAUSED);
    }

    /**
     * Whether the server waited equally long in each before it ended it. Timers that run out one by one have ends as far apart
     * as their starts; one act has ends that lie closer together than the waits before them.
     */
    private static boolean areStalled(CaseTable cases, Cluster ended) {
        long[] pauses = ended.sorted(cases::pause);
        boolean paused = ended.count(Trait.PAUSED) * 10 >= ended.size() * 7;
        return paused
                && (ended.count(Behaviour.SERVER_ABORT) == ended.size()
                        || ended.count(Behaviour.SERVER_CLOSED) == ended.size())
                && Spread.alike(pauses)
                && Spread.width(pauses) <= Spread.width(ended.sorted(cases::ended));
    }

    private static IncidentKind kindOfAct(Scene scene, Cluster ended) {
        CaseTable cases = scene.cases();
        if (Farewells.areSaid(cases, ended)) {
            return IncidentKind.CONNECTIONS_KILLED;
        }
        int aborts = ended.count(Behaviour.SERVER_ABORT);
        boolean closes = aborts * 2 < ended.size();
        boolean waves = closes && (hasSecondWave(cases, ended) || closedInTwoWaves(scene, ended));
        if (ended.count(Trait.OWING) * 2 > ended.size() && !waves) {
            return IncidentKind.PROCESS_KILLED;
        }
        int abortsOfNothing =
                ended.count(row -> cases.behaviour(row) == Behaviour.SERVER_ABORT && !cases.has(row, Trait.UNREAD));
        if (aborts > 0 && abortsOfNothing * 3 < aborts) {
            return IncidentKind.PROCESS_KILLED;
        }
        boolean reload = waves || closes && ended.count(Trait.HTTP) * 2 > ended.size();
        return reload ? IncidentKind.SERVER_RESTART : IncidentKind.CONNECTIONS_KILLED;
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
        return ended.count(row -> cases.ended(row) > firstAct) >= 2;
    }

    private static void oneByOne(Scene scene, Cluster ended) {
        CaseTable cases = scene.cases();
        Cluster stalled = ended.only(row -> cases.has(row, Trait.STALLED));
        tell(scene, IncidentKind.CLIENT_TIMEOUTS, stalled);
        Cluster rejected = ended.only(row -> isRejection(cases, row));
        Cluster dropped = ended.only(row -> isDropped(cases, row));
        tell(
                scene,
                kindOfRejection(scene, rejected, dropped),
                ended.only(row -> isRejection(cases, row) || isDropped(cases, row)));
        Cluster refused = ended.only(row -> isUnreadRejection(cases, row));
        boolean read = refused != null && refused.count(row -> isReadWhole(cases, row)) == refused.size();
        tell(scene, read ? IncidentKind.REQUEST_REJECTED : IncidentKind.REQUEST_REJECTED_UNREAD, refused);
        Cluster closed = ended.only(row -> isIdleClose(cases, row));
        if (closed != null) {
            tell(scene, IncidentKind.KEEP_ALIVE_RACE, isRace(cases, closed) ? closed : ofKnownTimer(scene, closed));
        }
    }

    private static IncidentKind kindOfRejection(Scene scene, Cluster rejected, Cluster dropped) {
        if (dropped != null) {
            return IncidentKind.POLICY_ON_SERVER;
        }
        if (rejected == null) {
            return IncidentKind.REQUEST_REJECTED;
        }
        if (isUnheard(rejected)) {
            return isAtLimit(scene, rejected) ? IncidentKind.CONNECTION_LIMIT : IncidentKind.POLICY_ON_SERVER;
        }
        if (isFullHouse(scene, rejected)) {
            return IncidentKind.CONNECTION_LIMIT;
        }
        return isForStrangers(scene, rejected) ? IncidentKind.POLICY_ON_SERVER : IncidentKind.REQUEST_REJECTED;
    }

    /**
     * Whether it serves others, but none of them, whatever they ask. What is asked in HTTP or TLS may differ, and be the reason, unless some
     * were ended before they had asked.
     */
    private static boolean isForStrangers(Scene scene, Cluster rejected) {
        boolean asTheyAsk = rejected.count(Trait.HTTP) + rejected.count(Trait.TLS) > 0;
        return (!asTheyAsk || rejected.count(Trait.EARLY) > 0)
                && rejected.size() >= 3
                && known(scene, rejected) == 0
                && scene.crowd(rejected.key()).guests() > 0;
    }

    private static boolean isFullHouse(Scene scene, Cluster rejected) {
        return scene.crowd(rejected.key()).isFullHouse() && known(scene, rejected) * 10 >= rejected.size() * 9;
    }

    private static int known(Scene scene, Cluster rejected) {
        return rejected.count(
                row -> scene.hasServed(rejected.key(), scene.cases().client(row)));
    }

    /** Whether the server ended some before it had a byte of them: it decided by who came, not by what was asked. */
    private static boolean isUnheard(Cluster rejected) {
        int early = rejected.count(Trait.EARLY);
        return early > 0 && early * 5 >= rejected.size();
    }

    /** Whether it turned them away because of their number: only when it was full, and clients that it served at other times. */
    private static boolean isAtLimit(Scene scene, Cluster rejected) {
        return scene.crowd(rejected.key()).isAtLimit() && known(scene, rejected) * 2 > rejected.size();
    }

    /** Those of the idle connections that were closed after equal silences, at a timer that is known; null if there are none. */
    private static Cluster ofKnownTimer(Scene scene, Cluster closed) {
        CaseTable cases = scene.cases();
        for (SilencePeak peak : SilencePeak.of(closed.sorted(cases::silence))) {
            if (scene.timers().stream().anyMatch(timer -> timer.closes() && peak.fits(timer))) {
                return closed.only(row -> peak.holds(cases.silence(row)));
            }
        }
        return null;
    }

    private static boolean isUnreadRejection(CaseTable cases, int row) {
        boolean answered = cases.has(row, Trait.REQUEST_ANSWERED) && cases.has(row, Trait.LAST_WORD_OF_CLIENT);
        boolean aborted = cases.behaviour(row) == Behaviour.SERVER_ABORT && cases.has(row, Trait.UNREAD);
        boolean closed = cases.behaviour(row) == Behaviour.SERVER_CLOSED && !cases.has(row, Trait.PAUSED);
        boolean refused = cases.has(row, Trait.SAID_ERROR)
                && (cases.has(row, Trait.LAST_WORD_OF_CLIENT)
                                && cases.behaviour(row).byServer()
                        || cases.behaviour(row) == Behaviour.SERVER_ABORT && !cases.has(row, Trait.PAUSED));
        return answered && (aborted || closed) || refused || cases.has(row, Trait.UPLOAD_ANSWERED);
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
                && !cases.has(row, Trait.STALLED)
                && !cases.has(row, Trait.SAID_ERROR);
    }

    private static boolean isRace(CaseTable cases, Cluster closed) {
        return closed.size() < 3 || Spread.alike(closed.sorted(cases::pause));
    }

    private static void tell(Scene scene, IncidentKind kind, Cluster cluster) {
        Cluster free = cluster == null ? null : cluster.only(scene.stories()::isFree);
        if (free != null) {
            scene.stories().tell(kind, free.key(), free.rows());
        }
    }
}
