package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.facts.StatedCause;
import dev.whyrst.timeline.Segment;

/** Tells what a RST says of itself, whatever cause it is given: whoever reads the report wants to see it. */
final class StatedWords {

    private StatedWords() {}

    static Evidence of(StatedCause stated, Segment rst) {
        return Evidence.of(Stance.FOR, Weight.WEAK, () -> sentence(stated), rst);
    }

    static String sentence(StatedCause stated) {
        if (stated.trust() == StatedCause.Trust.HINT) {
            return "The RST would state its cause if " + stated.source() + " made it: " + stated.words()
                    + "; no second code of this host was captured, so it may be chance";
        }
        return stated.source().equals(StatedCause.PAYLOAD)
                ? "The RST carries a text: " + stated.words()
                : stated.source() + " states the cause in the RST: " + stated.words();
    }
}
