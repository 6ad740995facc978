package dev.whyrst.incident.scene;

import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** The stories told so far, and which case belongs to which. A case belongs to one story at the most. */
public final class Stories {

    private static final int NONE = -1;

    private final CaseTable cases;
    private final int[] storyOf;
    private final List<Story> stories = new ArrayList<>();

    Stories(CaseTable cases) {
        this.cases = cases;
        this.storyOf = new int[cases.size()];
        Arrays.fill(storyOf, NONE);
    }

    CaseTable cases() {
        return cases;
    }

    /** The story with that number. */
    public Story get(int number) {
        return stories.get(number);
    }

    /** All stories, in the order in which they were told; those that were emptied by a merge hold no case. */
    public List<Story> all() {
        return stories;
    }

    public boolean isFree(int row) {
        return storyOf[row] == NONE;
    }

    /** The story of a case, or null. */
    public Story of(int row) {
        return isFree(row) ? null : stories.get(storyOf[row]);
    }

    /** Tells a story of cases that are free. */
    public Story tell(IncidentKind kind, int subject, int[] members) {
        Story story = new Story(stories.size(), kind, subject, members.length);
        stories.add(story);
        for (int row : members) {
            join(story, row);
        }
        return story;
    }

    /** Adds a free case to a story. */
    public void join(Story story, int row) {
        storyOf[row] = story.number();
        story.add(cases, row);
    }

    /** Adds a free case of routine to the story that it happened around; the story is told without it. */
    public void draw(Story story, int row) {
        storyOf[row] = story.number();
        story.draw(cases, row);
    }

    /** Moves all cases of a story into another. */
    public void merge(Story from, Story into) {
        for (int i = 0; i < from.size(); i++) {
            storyOf[from.member(i)] = into.number();
            into.add(cases, from.member(i));
        }
        from.empty();
    }

    /** The free cases that meet the condition, in rising order. */
    public int[] free(IntPredicate choice) {
        int[] found = new int[16];
        int count = 0;
        for (int row = 0; row < storyOf.length; row++) {
            if (storyOf[row] == NONE && choice.test(row)) {
                found = count == found.length ? Arrays.copyOf(found, count << 1) : found;
                found[count++] = row;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
