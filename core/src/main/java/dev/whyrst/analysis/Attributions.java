package dev.whyrst.analysis;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.incident.StoryName;

/** The attributions of all RSTs, in the order of the report. */
interface Attributions {

    int size();

    /** The attribution of the RST with that index, from 0. */
    Attribution at(int reset);

    /**
     * The index of the RST that stands for that one where events are counted: another one if both are the same segment.
     */
    int event(int reset);

    /** How many nanoseconds the clock of that RST's capture was ahead of the first capture's. */
    default long clockAhead(int reset) {
        return 0;
    }

    /** What the conversation of that RST is called in incidents. */
    default StoryName storyName(int reset, Attribution attribution) {
        return StoryName.of(attribution.timeline());
    }

    /** The id of the RST with that index. */
    static String id(int reset) {
        return "rst-" + (reset + 1);
    }

    /** The index of the RST with that id. */
    static int index(String id) {
        return Integer.parseInt(id.substring("rst-".length())) - 1;
    }
}
