package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.IncidentThresholds.NO_CHANCE;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Share;

/** Connections that a server ended because of what was asked in them, or of who came. */
final class Rejections {

    private Rejections() {}

    /**
     * Ended at once and without a word; whether with FIN or with RST depends on how much of the request had come by
     * then.
     */
    static boolean isUnanswered(CaseTable cases, int row) {
        Behaviour behaviour = cases.behaviour(row);
        boolean refusal = behaviour == Behaviour.SERVER_ABORT
                || behaviour == Behaviour.SERVER_CLOSED && cases.has(row, Trait.ASKED);
        return refusal
                && !cases.has(row, Trait.ANSWERED)
                && !cases.has(row, Trait.PAUSED)
                && !cases.has(row, Trait.UNSURE);
    }

    /** Forgotten on purpose: accepted, and unknown when the client asked. */
    static boolean isDropped(CaseTable cases, int row) {
        return cases.behaviour(row) == Behaviour.LOST && !cases.has(row, Trait.ANSWERED);
    }

    /** Answered, or told an error, before all was read that the client had to say. */
    static boolean isUnread(CaseTable cases, int row) {
        return isAnsweredEarly(cases, row) || isToldAnError(cases, row) || cases.has(row, Trait.UPLOAD_ANSWERED);
    }

    private static boolean isAnsweredEarly(CaseTable cases, int row) {
        Behaviour behaviour = cases.behaviour(row);
        boolean aborted = behaviour == Behaviour.SERVER_ABORT && cases.has(row, Trait.UNREAD);
        boolean closed = behaviour == Behaviour.SERVER_CLOSED && !cases.has(row, Trait.PAUSED);
        return cases.has(row, Trait.REQUEST_ANSWERED)
                && cases.has(row, Trait.LAST_WORD_OF_CLIENT)
                && (aborted || closed);
    }

    private static boolean isToldAnError(CaseTable cases, int row) {
        Behaviour behaviour = cases.behaviour(row);
        boolean stillTalking = cases.has(row, Trait.LAST_WORD_OF_CLIENT) && behaviour.byServer();
        boolean atOnce = behaviour == Behaviour.SERVER_ABORT && !cases.has(row, Trait.PAUSED);
        return cases.has(row, Trait.SAID_ERROR) && (stillTalking || atOnce);
    }

    /**
     * What decided that the unanswered and dropped ones of these were turned away: their number, who they were, or what
     * they asked.
     */
    static IncidentKind kind(Scene scene, Cluster ended) {
        Cluster rejected = ended.only(row -> isUnanswered(scene.cases(), row));
        if (ended.count(row -> isDropped(scene.cases(), row)) > 0) {
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

    /** Whether the server ended some before it had a byte of them: it decided by who came, not by what was asked. */
    private static boolean isUnheard(Cluster rejected) {
        int early = rejected.count(Trait.EARLY);
        return early > 0 && Share.fifth(early, rejected.size());
    }

    /**
     * Whether it turned them away because of their number: only when it was full, and clients that it served at other
     * times.
     */
    private static boolean isAtLimit(Scene scene, Cluster rejected) {
        return scene.load(rejected.key()).isAtLimit() && Share.most(known(scene, rejected), rejected.size());
    }

    private static boolean isFullHouse(Scene scene, Cluster rejected) {
        return scene.load(rejected.key()).isFullHouse() && Share.nearlyAll(known(scene, rejected), rejected.size());
    }

    /**
     * Whether it serves others, but none of them, whatever they ask. What is asked in HTTP or TLS may differ, and be
     * the reason, unless some were ended before they had asked.
     */
    private static boolean isForStrangers(Scene scene, Cluster rejected) {
        boolean asTheyAsk = rejected.count(Trait.HTTP) + rejected.count(Trait.TLS) > 0;
        return (!asTheyAsk || rejected.count(Trait.EARLY) > 0)
                && rejected.size() >= NO_CHANCE
                && known(scene, rejected) == 0
                && scene.load(rejected.key()).guests() > 0;
    }

    private static int known(Scene scene, Cluster rejected) {
        return rejected.count(
                row -> scene.hasServed(rejected.key(), scene.cases().client(row)));
    }
}
