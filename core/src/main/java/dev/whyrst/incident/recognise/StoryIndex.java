package dev.whyrst.incident.recognise;

import dev.whyrst.incident.scene.Story;
import java.util.Arrays;

/**
 * Stories by the endpoints that they may be found under, in the order in which they were told. A scan leaves a story
 * for each port, so that this takes 8 bytes an endpoint and 8 an entry.
 */
final class StoryIndex {

    static final int NONE = -1;

    /** By endpoint: its first and last entry plus one. */
    private final int[] first;

    private final int[] last;

    /** By entry: its story, and the next entry of the same endpoint plus one. */
    private int[] story = new int[16];

    private int[] next = new int[16];
    private int size;

    StoryIndex(int endpoints) {
        first = new int[endpoints];
        last = new int[endpoints];
    }

    void add(int endpoint, Story told) {
        if (size == story.length) {
            story = Arrays.copyOf(story, size + (size >> 1));
            next = Arrays.copyOf(next, size + (size >> 1));
        }
        story[size] = told.number();
        size++;
        if (first[endpoint] == 0) {
            first[endpoint] = size;
        } else {
            next[last[endpoint] - 1] = size;
        }
        last[endpoint] = size;
    }

    /** The first entry of an endpoint, {@link #NONE} where there is none or the endpoint was never mentioned. */
    int first(int endpoint) {
        return endpoint < 0 || endpoint >= first.length ? NONE : first[endpoint] - 1;
    }

    /** The entry after that one, or {@link #NONE}. */
    int next(int entry) {
        return next[entry] - 1;
    }

    /** The number of the story of that entry. */
    int story(int entry) {
        return story[entry];
    }
}
