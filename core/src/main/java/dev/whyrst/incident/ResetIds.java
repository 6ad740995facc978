package dev.whyrst.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    static Map<Integer, List<String>> byStory(Stories stories, CaseBook book) {
        Map<Integer, List<String>> ids = new HashMap<>();
        for (int reset = 0; reset < book.resets(); reset++) {
            int story = stories.of(book.caseOf(reset)).number();
            List<String> listed = ids.computeIfAbsent(story, number -> new ArrayList<>());
            if (listed.size() < Incident.LISTED) {
                listed.add(PREFIX + (reset + 1));
            }
        }
        return ids;
    }
}
