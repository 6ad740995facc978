package dev.whyrst.incident.tell;

import dev.whyrst.attribution.Harm;
import dev.whyrst.attribution.Harm.Level;

/** What the resets of a story did to the applications, in words. */
final class HarmOfStories {

    /** Probes ask whether somebody answers: a refusal is their answer. */
    static final Harm PROBED = new Harm(Level.NONE, "probes were answered by resets, as they are meant to be");

    /** What to do where it cannot be seen whether something has to be done. */
    static final String HOW_TO_SEE =
            "Ask the programs at both ends whether they missed something; a capture that begins before"
                    + " these connections and goes on for a minute after them shows whether the clients came back.";

    private HarmOfStories() {}

    /** @param worst the worst that one of the resets did */
    static Harm of(Level worst) {
        return switch (worst) {
            case NONE -> new Harm(worst, "a sign shows for each of them that nothing was lost");
            case UNKNOWN -> new Harm(worst, "the capture does not show what the applications lost");
            case LIKELY -> new Harm(worst, "connections, or attempts to connect, failed");
            case CERTAIN -> new Harm(worst, "bytes that were sent were never acknowledged");
        };
    }
}
