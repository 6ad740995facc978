package dev.whyrst.incident;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind.Peculiarity;
import dev.whyrst.text.Counts;
import dev.whyrst.text.Durations;

/** Puts a story into one sentence that a manager can read; every number in it is computed. */
final class Statements {

    /** So many connections that tell the same are no chance. */
    private static final int ENOUGH = 5;

    private final Scene scene;
    private final Aliases aliases;
    private final Silences silences;

    Statements(Scene scene, Aliases aliases, Silences silences) {
        this.scene = scene;
        this.aliases = aliases;
        this.silences = silences;
    }

    String of(Story story) {
        Extent extent = new Extent(scene, story);
        String subject = aliases.with(scene.endpoints().text(story.subject()));
        return head(story.kind(), subject, extent) + ": " + toll(story.kind(), extent) + silences.clause(story)
                + (isGuess(story) ? "; so few connections do not prove it" : "") + ".";
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
        return story.kind() != IncidentKind.NORMAL_NOISE && signs > 0 && signs < ENOUGH && unsure == signs;
    }

    private static boolean isSign(IncidentKind kind, Behaviour behaviour) {
        return !kind.is(Peculiarity.SHOWN_BY_LOSSES)
                || behaviour == Behaviour.LOST
                || behaviour == Behaviour.SILENT
                || behaviour == Behaviour.REFUSED;
    }

    private String head(IncidentKind kind, String subject, Extent extent) {
        String at = scene.moments().at(extent.first());
        String when = scene.moments().between(extent.first(), extent.last());
        return switch (kind) {
            case SERVER_RESTART -> subject + " restarted " + at;
            case HOST_OUTAGE -> subject + " was out of reach for its peers " + when;
            case PROCESS_KILLED ->
                "The process behind " + subject + " ended abruptly " + extent.deaths()
                        + (extent.isCrashLoop() ? when : at);
            case SERVICE_DOWN -> subject + " refused connections " + extent.refusedWhen();
            case CONNECTIONS_KILLED -> "Live connections of " + subject + " were ended " + at + ", no new ones refused";
            case CONNECTION_LIMIT -> subject + " was at its limit of connections " + extent.inUse() + when;
            case QUEUE_OVERFLOW -> "The accept queue of " + subject + " was full " + when;
            case SERVER_STALLED -> subject + " did not accept connections in time " + when;
            case CLIENT_TIMEOUTS -> impatience(subject, extent) + when;
            case SERVER_TOO_SLOW -> subject + " gave up on slow servers behind it " + when;
            case REQUEST_REJECTED -> subject + " rejected requests " + when;
            case REQUEST_REJECTED_UNREAD -> subject + " rejected requests without reading them whole " + when;
            case POLICY_ON_SERVER -> "Rules or limits of " + subject + " turned clients away " + when;
            case TLS_HANDSHAKE_FAILURE -> "TLS handshakes with " + subject + " failed " + when;
            case KEEP_ALIVE_RACE -> "Requests crossed the close of idle connections of " + subject + " " + when;
            case SCAN -> subject + " scanned the ports of " + extent.targetHosts() + " " + when;
            case POLICY_DEVICE -> verdictOfDevice(subject, extent) + when;
            case IDLE_TIMER_ON_PATH -> "A device on the path to " + subject + " had forgotten idle connections " + when;
            case MIDDLEBOX_STATE_LOST ->
                "A device on the path to " + subject + extent.otherServices() + " lost its connection table " + at;
            case NAT_INVALID_PACKET -> "Segments of " + subject + " passed NAT untranslated " + when;
            case NORMAL_NOISE -> "Ordinary resets " + extent.around(subject) + " " + when;
        };
    }

    private static String impatience(String subject, Extent extent) {
        if (extent.byServer()) {
            return subject + " gave up on clients that stalled ";
        }
        return extent.mostlyConnecting()
                ? extent.whoever() + " gave up connecting to " + subject + " "
                : extent.whoever() + " left " + subject + " before the answers were complete, ";
    }

    private static String verdictOfDevice(String subject, Extent extent) {
        int filtered = extent.count(Behaviour.FILTERED);
        if (filtered == 0) {
            return "A device on the path to " + subject + " ended connections with forged resets ";
        }
        return "A packet filter on the path to " + subject + " refused connections "
                + (filtered == extent.size() ? "" : "and ended live ones ");
    }

    /** What it cost: the connections, and what else tells how bad it was. */
    private static String toll(IncidentKind kind, Extent extent) {
        return switch (kind) {
            case SERVER_RESTART, PROCESS_KILLED -> extent.lostOrClosed() + refusals(extent);
            case HOST_OUTAGE -> extent.lost() + givenUp(extent) + refusals(extent);
            case SERVICE_DOWN ->
                extent.refusals() == 0
                        ? extent.lost()
                        : extent.refusedOfClients() + " refused" + within(extent.refusedNanos()) + others(extent);
            case CONNECTION_LIMIT, REQUEST_REJECTED, REQUEST_REJECTED_UNREAD -> extent.ofClients() + " turned away";
            case POLICY_ON_SERVER ->
                extent.refusals() * 2 > extent.size()
                        ? extent.refusedOfClients() + " refused" + others(extent)
                        : extent.ofClients() + " closed";
            case CLIENT_TIMEOUTS -> extent.abandoned() + extent.alikePause(", each after about ", " of waiting");
            case SERVER_TOO_SLOW ->
                extent.toServers() + " broken off" + extent.alikePause(", each after about ", " of waiting");
            case KEEP_ALIVE_RACE ->
                Counts.of(extent.size(), "request") + " lost"
                        + extent.alikePause(", on connections idle for about ", "");
            case IDLE_TIMER_ON_PATH -> extent.ofClients() + " lost" + extent.leastPause();
            case SCAN -> Counts.of(extent.size(), "try", "tries") + " at " + extent.targets();
            case QUEUE_OVERFLOW -> extent.ofClients() + " reset";
            case POLICY_DEVICE -> extent.ofClients() + " cut off" + extent.names();
            case NAT_INVALID_PACKET -> extent.translated() + " lost";
            case NORMAL_NOISE -> extent.resets() + " in " + extent.conversations() + ", nothing that needs repair";
            case CONNECTIONS_KILLED, SERVER_STALLED, TLS_HANDSHAKE_FAILURE, MIDDLEBOX_STATE_LOST ->
                extent.ofClients() + " lost";
        };
    }

    private static String others(Extent extent) {
        return extent.losses() == 0 ? "" : ", " + Counts.of(extent.losses(), "other", "others") + " reset";
    }

    private static String givenUp(Extent extent) {
        int silent = extent.count(Behaviour.SILENT);
        if (silent == 0) {
            return "";
        }
        String which = silent == extent.losses() ? "all" : silent + " of them";
        return ", " + which + " given up when keep-alives or retries stayed unanswered";
    }

    private static String refusals(Extent extent) {
        return extent.refusals() == 0
                ? ""
                : ", " + extent.refusers() + " refused " + Counts.of(extent.refusals(), "new one")
                        + over(extent.refusedNanos());
    }

    /** {@code  within 1.3 s}; empty for no time at all. */
    private static String within(long nanos) {
        return nanos < Durations.MILLI ? "" : " within " + Durations.rough(nanos);
    }

    /** {@code  for 4.2 s}; empty for no time at all. */
    private static String over(long nanos) {
        return nanos < Durations.MILLI ? "" : " for " + Durations.rough(nanos);
    }
}
