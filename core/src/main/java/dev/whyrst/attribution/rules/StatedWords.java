package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.facts.StatedCause;

/** Puts into words what a RST says of itself. */
public final class StatedWords {

    private StatedWords() {}

    /** One sentence; it may hold hostile text. */
    public static String sentence(StatedCause stated) {
        if (stated.trust() == StatedCause.Trust.HINT) {
            return "The RST would state its cause if " + stated.source() + " made it: " + stated.words()
                    + "; no second code of this host was captured, so it may be chance";
        }
        return stated.source().equals(StatedCause.PAYLOAD)
                ? "The RST carries a text: " + stated.words()
                : stated.source() + " states the cause in the RST: " + stated.words();
    }
}
