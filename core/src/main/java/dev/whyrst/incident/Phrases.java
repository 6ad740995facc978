package dev.whyrst.incident;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Harm.Level;
import dev.whyrst.net.Nanos;
import dev.whyrst.text.Counts;
import dev.whyrst.text.Durations;

/** Clauses that depend on the story, for the sentences of few kinds. */
final class Phrases {

    private Phrases() {}

    /** Who gave up on whom. */
    static String impatience(StoryWords s) {
        if (s.byServer()) {
            return s.subject() + " " + s.probably() + "gave up on " + s.oneOrMany("a client", "clients")
                    + " that stalled ";
        }
        return s.mostlyConnecting()
                ? s.whoever() + " " + s.probably() + "gave up connecting to " + s.subject() + " "
                : s.whoever() + " " + s.probably() + "left " + s.subject() + " before the answers were complete, ";
    }

    /** What a device on the path did. */
    static String deedOfDevice(StoryWords s) {
        int filtered = s.count(Behaviour.FILTERED);
        if (s.ignored() == s.size()) {
            return "A device on the path to " + s.subject() + " " + s.probably()
                    + "sent forged resets, which were ignored, ";
        }
        if (filtered == 0) {
            return "A device on the path to " + s.subject() + " " + s.probably()
                    + "ended connections with forged resets ";
        }
        return "A packet filter on the path to " + s.subject() + " " + s.probably() + "refused connections "
                + (filtered == s.size() ? "" : "and ended live ones ");
    }

    /** What a service that refused cost, with what else was reset; or what was lost, where it refused none. */
    static String refusedOrLost(StoryWords s) {
        return s.refusals() == 0 ? s.lost() : s.refusedOfClients() + " refused" + within(s.refusedNanos()) + others(s);
    }

    /** What those lost that were refused, or closed. */
    static String refusedOrClosed(StoryWords s) {
        return s.isMostlyRefused() ? s.refusedOfClients() + " refused" + others(s) : s.ofClients() + " closed";
    }

    /** How many gave up by themselves; empty for none. */
    static String givenUp(StoryWords s) {
        int silent = s.count(Behaviour.SILENT);
        if (silent == 0) {
            return "";
        }
        String which = silent == s.losses() ? "all" : silent + " of them";
        return ", " + which + " given up when keep-alives or retries stayed unanswered";
    }

    /** The refusals that came with the losses; empty for none. */
    static String newOnesRefused(StoryWords s) {
        return s.refusals() == 0
                ? ""
                : ", " + s.refusers() + " refused " + Counts.of(s.refusals(), "new one") + over(s.refusedNanos());
    }

    /** That nothing needs repair is said only where a sign shows it for each of them. */
    static String consequences(StoryWords s) {
        int failed = s.harmed(Level.LIKELY);
        if (failed > 0) {
            return "; in " + failed + " of these a connection, or an attempt to connect, failed";
        }
        int unseen = s.harmed(Level.UNKNOWN);
        if (unseen == 0) {
            return ", nothing that needs repair";
        }
        String which = unseen == s.size() ? "they" : unseen + " of these";
        return "; what " + which + " did to the applications cannot be seen";
    }

    private static String others(StoryWords s) {
        return s.losses() == 0 ? "" : ", " + Counts.of(s.losses(), "other", "others") + " reset";
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
