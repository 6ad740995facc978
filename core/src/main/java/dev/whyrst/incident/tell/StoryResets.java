package dev.whyrst.incident.tell;

import dev.whyrst.incident.Incident;
import dev.whyrst.incident.cases.CaseBook;
import dev.whyrst.incident.cases.ResetIds;
import dev.whyrst.incident.scene.Stories;
import dev.whyrst.incident.scene.Story;
import java.util.ArrayList;
import java.util.List;

/** The ids of the RSTs of each story, in capture order; of many only the first. */
final class StoryResets {

    private final List<List<String>> byStory;

    StoryResets(Stories stories, CaseBook book) {
        byStory = new ArrayList<>(stories.all().size());
        for (Story story : stories.all()) {
            byStory.add(story.size() == 0 ? List.of() : new ArrayList<>(4));
        }
        for (int reset = 0; reset < book.resets(); reset++) {
            int row = book.caseOf(reset);
            List<String> listed =
                    row < 0 ? List.of() : byStory.get(stories.of(row).number());
            if (row >= 0 && listed.size() < Incident.LISTED) {
                listed.add(ResetIds.of(reset));
            }
        }
    }

    /** The first ids of a story's, at most {@link Incident#LISTED}. */
    List<String> of(Story story) {
        return List.copyOf(byStory.get(story.number()));
    }
}
