package dev.whyrst.incident;

import java.util.ArrayList;
import java.util.List;

/** Ids of RSTs: {@code rst-} and the position in capture order, from 1. */
final class ResetIds {

    private static final String PREFIX = "rst-";

    private ResetIds() {}

    /** The position, from 0; -1 if this is no such id. */
    static int position(String id) {
        if (!id.startsWith(PREFIX) || id.length() > PREFIX.length() + 9) {
            return -1;
        }
        int position = 0;
        for (int i = PREFIX.length(); i < id.length(); i++) {
            char digit = id.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            position = position * 10 + digit - '0';
        }
        return position - 1;
    }

    /** The first ids of each story's RSTs, by the number of the story. */
    static List<List<String>> byStory(Stories stories, CaseBook book) {
        List<List<String>> ids = new ArrayList<>(stories.all().size());
        for (Story story : stories.all()) {
            ids.add(story.size() == 0 ? List.of() : new ArrayList<>(4));
        }
        for (int reset = 0; reset < book.resets(); reset++) {
            int row = book.caseOf(reset);
            List<String> listed = row < 0 ? List.of() : ids.get(stories.of(row).number());
            if (row >= 0 && listed.size() < Incident.LISTED) {
                listed.add(PREFIX + (reset + 1));
            }
        }
        return ids;
    }
}
