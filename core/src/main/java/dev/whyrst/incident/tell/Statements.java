package dev.whyrst.incident.tell;

import static dev.whyrst.incident.IncidentThresholds.PROVING;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Harm.Level;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.IncidentKind.Peculiarity;
import dev.whyrst.incident.cases.PeerNames;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Story;
import dev.whyrst.net.Nanos;
import dev.whyrst.text.Counts;
import dev.whyrst.text.Durations;
import dev.whyrst.text.Sentence;

/** Puts a story into one sentence that a manager can read; every number in it is computed. */
final class Statements {

    private final Scene scene;
    private final Moments moments;
    private final PeerNames peerNames;
    private final Silences silences;
    private final Scopes scopes;

    Statements(Scene scene, PeerNames peerNames, Silences silences, Scopes scopes) {
        this.scopes = scopes;
        this.scene = scene;
        this.moments = Moments.of(scene.cases());
        this.peerNames = peerNames;
        this.silences = silences;
    }

    String of(Story story) {
        StoryFigures figures = new StoryFigures(scene, moments, story);
        String subject = peerNames.with(scene.endpoints().text(story.subject()));
        Hedge hedge = isTold(story.kind()) ? Hedge.of(confidence(story)) : Hedge.NONE;
        String sentence = head(story.kind(), subject, figures, hedge.adverb()) + ": " + toll(story.kind(), figures)
                + silences.clause(story) + drawn(story) + ".";
        return hedge == Hedge.LOOKS ? "It looks as if " + Sentence.inMidst(sentence) : sentence;
    }

    /** How sure the sentence may be. */
    private Confidence confidence(Story story) {
        return isGuess(story) ? Confidence.LOW : scopes.confidence(story);
    }

    /** What only counts resets, or tries, claims nothing that could be doubted. */
    private static boolean isTold(IncidentKind kind) {
        return kind != IncidentKind.NORMAL_NOISE && kind != IncidentKind.SCAN;
    }

    private static String drawn(Story story) {
        return story.drawn() == 0
                ? ""
                : "; " + Counts.of(story.drawn(), "further reset", "further resets") + " around it";
    }

    /** How the words follow the confidence. */
    private enum Hedge {
        NONE(""),
        PROBABLY("probably "),
        LOOKS("");

        private final String adverb;

        Hedge(String adverb) {
            this.adverb = adverb;
        }

        static Hedge of(Confidence confidence) {
            return switch (confidence) {
                case CERTAIN, HIGH -> NONE;
                case MEDIUM -> PROBABLY;
                case LOW -> LOOKS;
            };
        }

        /** Stands before the verb. */
        String adverb() {
            return adverb;
        }
    }

    /** Whether none of what tells of it is sure, and there is too little of it to make it so. */
    private boolean isGuess(Story story) {
        int signs = 0;
        int unsure = 0;
        for (int i = 0; i < story.size(); i++) {
            int row = story.member(i);
            if (isSign(story.kind(), scene.cases().behaviour(row))) {
                signs++;
                unsure += scene.cases().has(row, Trait.UNSURE) ? 1 : 0;
            }
        }
        return story.kind() != IncidentKind.NORMAL_NOISE && signs > 0 && signs < PROVING && unsure == signs;
    }

    private static boolean isSign(IncidentKind kind, Behaviour behaviour) {
        return !kind.is(Peculiarity.SHOWN_BY_LOSSES) || behaviour.isAbsence();
    }

    /** @param p an adverb with a blank behind it, or nothing */
    private String head(IncidentKind kind, String subject, StoryFigures figures, String p) {
        String at = moments.at(figures.first());
        String when = moments.between(figures.first(), figures.last());
        return switch (kind) {
            case SERVER_RESTART -> subject + " " + p + "restarted " + at;
            case HOST_OUTAGE -> subject + " was " + p + "out of reach for its peers " + when;
            case PROCESS_KILLED ->
                "The process behind " + subject + " " + p + "ended abruptly " + figures.deaths()
                        + (figures.isCrashLoop() ? when : at);
            case SERVICE_DOWN -> subject + " " + p + "refused connections " + figures.refusedWhen();
            case CONNECTIONS_KILLED ->
                "Live connections of " + subject + " were " + p + "ended " + at + ", no new ones refused";
            case CONNECTION_LIMIT -> subject + " was " + p + "at its limit of connections " + figures.inUse() + when;
            case QUEUE_OVERFLOW -> "The accept queue of " + subject + " was " + p + "full " + figures.fullWhen();
            case SERVER_STALLED -> subject + " " + p + "did not accept connections in time " + when;
            case CLIENT_TIMEOUTS -> impatience(subject, figures, p) + when;
            case SERVER_TOO_SLOW -> subject + " " + p + "gave up on slow servers behind it " + when;
            case REQUEST_REJECTED -> subject + " " + p + "rejected " + requests(figures) + " " + when;
            case REQUEST_REJECTED_UNREAD ->
                subject + " " + p + "rejected " + requests(figures) + " without reading "
                        + (figures.size() == 1 ? "it" : "them") + " whole " + when;
            case POLICY_ON_SERVER -> "Rules or limits of " + subject + " " + p + "turned clients away " + when;
            case TLS_HANDSHAKE_FAILURE -> "TLS handshakes with " + subject + " " + p + "failed " + when;
            case KEEP_ALIVE_RACE ->
                figures.size() == 1
                        ? "A request " + p + "crossed the close of an idle connection of " + subject + " " + when
                        : "Requests " + p + "crossed the close of idle connections of " + subject + " " + when;
            case SCAN -> subject + " scanned the ports of " + figures.targetHosts() + " " + when;
            case POLICY_DEVICE -> verdictOfDevice(subject, figures, p) + when;
            case IDLE_TIMER_ON_PATH ->
                "A device on the path to " + subject + " had " + p + "forgotten idle connections " + when;
            case MIDDLEBOX_STATE_LOST ->
                "A device on the path to " + subject + figures.otherServices() + " " + p + "lost its connection table "
                        + at;
            case NAT_INVALID_PACKET -> "Segments of " + subject + " " + p + "passed NAT untranslated " + when;
            case NORMAL_NOISE ->
                (figures.harmed(Level.UNKNOWN) == 0 ? "Ordinary resets " : "Single resets ") + figures.around(subject)
                        + " " + when;
        };
    }

    private static String requests(StoryFigures figures) {
        return figures.size() == 1 ? "a request" : "requests";
    }

    private static String impatience(String subject, StoryFigures figures, String p) {
        if (figures.byServer()) {
            return subject + " " + p + "gave up on " + (figures.size() == 1 ? "a client" : "clients")
                    + " that stalled ";
        }
        return figures.mostlyConnecting()
                ? figures.whoever() + " " + p + "gave up connecting to " + subject + " "
                : figures.whoever() + " " + p + "left " + subject + " before the answers were complete, ";
    }

    private static String verdictOfDevice(String subject, StoryFigures figures, String p) {
        int filtered = figures.count(Behaviour.FILTERED);
        if (figures.ignored() == figures.size()) {
            return "A device on the path to " + subject + " " + p + "sent forged resets, which were ignored, ";
        }
        if (filtered == 0) {
            return "A device on the path to " + subject + " " + p + "ended connections with forged resets ";
        }
        return "A packet filter on the path to " + subject + " " + p + "refused connections "
                + (filtered == figures.size() ? "" : "and ended live ones ");
    }

    /** What it cost: the connections, and what else tells how bad it was. */
    private static String toll(IncidentKind kind, StoryFigures figures) {
        return switch (kind) {
            case SERVER_RESTART, PROCESS_KILLED -> figures.lostOrClosed() + refusals(figures);
            case HOST_OUTAGE -> figures.lost() + givenUp(figures) + refusals(figures);
            case SERVICE_DOWN ->
                figures.refusals() == 0
                        ? figures.lost()
                        : figures.refusedOfClients() + " refused" + within(figures.refusedNanos()) + others(figures);
            case CONNECTION_LIMIT, REQUEST_REJECTED, REQUEST_REJECTED_UNREAD -> figures.ofClients() + " turned away";
            case POLICY_ON_SERVER ->
                figures.isMostlyRefused()
                        ? figures.refusedOfClients() + " refused" + others(figures)
                        : figures.ofClients() + " closed";
            case CLIENT_TIMEOUTS -> figures.abandoned() + figures.alikePause(", each after about ", " of waiting");
            case SERVER_TOO_SLOW ->
                figures.toServers() + " broken off" + figures.alikePause(", each after about ", " of waiting");
            case KEEP_ALIVE_RACE ->
                Counts.of(figures.size(), "request") + " lost"
                        + figures.alikePause(", on connections idle for about ", "");
            case IDLE_TIMER_ON_PATH -> figures.ofClients() + " lost" + figures.leastPause();
            case SCAN -> Counts.of(figures.size(), "try", "tries") + " at " + figures.targets();
            case QUEUE_OVERFLOW -> figures.ofClients() + " reset";
            case POLICY_DEVICE -> figures.cutOff() + figures.names();
            case NAT_INVALID_PACKET -> figures.translated() + " lost";
            case NORMAL_NOISE -> figures.resets() + " in " + figures.conversations() + consequences(figures);
            case CONNECTIONS_KILLED, SERVER_STALLED, TLS_HANDSHAKE_FAILURE, MIDDLEBOX_STATE_LOST ->
                figures.ofClients() + " lost";
        };
    }

    /** That nothing needs repair is said only where a sign shows it for each of them. */
    private static String consequences(StoryFigures figures) {
        int failed = figures.harmed(Level.LIKELY);
        if (failed > 0) {
            return "; in " + failed + " of these a connection, or an attempt to connect, failed";
        }
        int unseen = figures.harmed(Level.UNKNOWN);
        if (unseen == 0) {
            return ", nothing that needs repair";
        }
        String which = unseen == figures.size() ? "they" : unseen + " of these";
        return "; what " + which + " did to the applications cannot be seen";
    }

    private static String others(StoryFigures figures) {
        return figures.losses() == 0 ? "" : ", " + Counts.of(figures.losses(), "other", "others") + " reset";
    }

    private static String givenUp(StoryFigures figures) {
        int silent = figures.count(Behaviour.SILENT);
        if (silent == 0) {
            return "";
        }
        String which = silent == figures.losses() ? "all" : silent + " of them";
        return ", " + which + " given up when keep-alives or retries stayed unanswered";
    }

    private static String refusals(StoryFigures figures) {
        return figures.refusals() == 0
                ? ""
                : ", " + figures.refusers() + " refused " + Counts.of(figures.refusals(), "new one")
                        + over(figures.refusedNanos());
    }

    /** {@code  within 1.3 s}; empty for no time at all. */
    private static String within(long nanos) {
        return nanos < Nanos.MILLI ? "" : " within " + Durations.rough(nanos);
    }

    /** {@code  for 4.2 s}; empty for no time at all. */
    private static String over(long nanos) {
        return nanos < Nanos.MILLI ? "" : " for " + Durations.rough(nanos);
    }
}
