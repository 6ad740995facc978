package dev.whyrst.attribution.facts;

import dev.whyrst.scenario.Case;

/** Reads the facts of short stories: all that tests need to know of how facts are asked for. */
public final class Facts {

    private Facts() {}

    /** What the rules are given for the RST of a story. */
    public static RstContext of(Case story) {
        return new RstContext(new Surroundings(story.timeline(), story.facts(), story.connectTimeout()), story.reset());
    }

    /** The same for a story as {@link Case#of} plays it. */
    static RstContext of(String story) {
        return of(Case.of(story));
    }
}
