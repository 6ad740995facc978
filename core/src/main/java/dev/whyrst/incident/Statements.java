package dev.whyrst.incident;

/** Puts a story into one sentence that a manager can read; every number in it is computed. */
final class Statements {

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY_SECONDS = 86_400;

    private final Scene scene;

    Statements(Scene scene) {
        this.scene = scene;
    }

    String of(Story story) {
        String subject = scene.endpoints().text(story.subject());
        return sentence(story.kind(), subject, from(story)) + ": " + extent(story) + ".";
    }

    private static String sentence(IncidentKind kind, String subject, String when) {
        return switch (kind) {
            case SERVER_RESTART -> subject + " restarted " + when;
            case HOST_OUTAGE -> subject + " was out of reach " + when + " for longer than its peers' keep-alives";
            case PROCESS_KILLED -> "The process behind " + subject + " was killed or crashed " + when;
            case SERVICE_DOWN -> subject + " refused connections " + when;
            case CONNECTIONS_KILLED -> "Live connections of " + subject + " were ended " + when + " while it stayed up";
            case CONNECTION_LIMIT -> subject + " was at its limit of connections " + when;
            case QUEUE_OVERFLOW -> "The accept queue of " + subject + " was full " + when;
            case SERVER_STALLED -> subject + " did not accept connections in time " + when;
            case CLIENT_TIMEOUTS -> "Clients of " + subject + " gave up waiting " + when;
            case SERVER_TOO_SLOW -> subject + " was too slow for a timeout in front of it " + when;
            case REQUEST_REJECTED -> subject + " rejected requests " + when;
            case REQUEST_REJECTED_UNREAD -> subject + " rejected requests without reading them whole " + when;
            case POLICY_ON_SERVER -> "Rules of " + subject + " turned clients away " + when;
            case TLS_HANDSHAKE_FAILURE -> "TLS handshakes with " + subject + " failed " + when;
            case KEEP_ALIVE_RACE -> "Requests crossed the close of idle connections of " + subject + " " + when;
            case SCAN -> "A scan by " + subject + " " + when;
            case POLICY_DEVICE -> "A device on the path to " + subject + " forged resets " + when;
            case IDLE_TIMER_ON_PATH -> "A device on the path to " + subject + " had forgotten idle connections " + when;
            case MIDDLEBOX_STATE_LOST -> "A device on the path to " + subject + " lost its connections " + when;
            case NAT_INVALID_PACKET -> "A segment to " + subject + " passed NAT untranslated " + when;
            case NORMAL_NOISE -> "Ordinary resets around " + subject + " " + when;
        };
    }

    private static String extent(Story story) {
        String resets = story.resets() == 1 ? "1 reset" : story.resets() + " resets";
        String conversations = story.size() == 1 ? "1 conversation" : story.size() + " conversations";
        long tenths = Math.round((story.last() - story.first()) * 10.0 / SECOND);
        String span = tenths == 0 ? "" : " within " + tenths / 10 + "." + tenths % 10 + " s";
        return resets + " in " + conversations + span;
    }

    /** {@code at 15:01:27} or, where it lasted, {@code from 15:01:27 to 15:02:03}; all times are UTC. */
    private static String from(Story story) {
        String first = clock(story.first());
        String last = clock(story.last());
        return first.equals(last) ? "at " + first : "from " + first + " to " + last;
    }

    private static String clock(long nanos) {
        long second = Math.floorMod(Math.floorDiv(nanos, SECOND), DAY_SECONDS);
        return two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60);
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
