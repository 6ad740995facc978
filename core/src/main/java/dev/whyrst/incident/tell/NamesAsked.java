package dev.whyrst.incident.tell;

import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.text.Counts;
import dev.whyrst.timeline.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the clients of a story asked for by name, TLS server names and HTTP hosts: what a device that filters by name
 * looks at.
 */
final class NamesAsked {

    private static final int LISTED = 3;
    private static final int LONGEST = 253;

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    NamesAsked(CaseTable cases, Cluster cluster) {
        for (int row : cluster.rows()) {
            if (!cases.name(row).isEmpty()) {
                counts.merge(cases.name(row), 1, Integer::sum);
            }
        }
    }

    /**
     * {@code , all that gave a name asked for shop.example}, or the most frequent names with their counts; or empty.
     */
    String inWords() {
        List<Map.Entry<String, Integer>> plain = plain().toList();
        if (plain.isEmpty()) {
            return "";
        }
        if (counts.size() == 1) {
            return ", all that gave a name asked for " + plain.get(0).getKey();
        }
        List<String> listed = new ArrayList<>();
        plain.stream().limit(LISTED).forEach(entry -> listed.add(entry.getKey() + " (" + entry.getValue() + ")"));
        int others = counts.size() - listed.size();
        if (others > 0) {
            listed.add(Counts.of(others, "other name"));
        }
        String last = listed.remove(listed.size() - 1);
        return ", asked for were " + (listed.isEmpty() ? last : String.join(", ", listed) + " and " + last);
    }

    /** The names, the most frequent first; those that no host can have are left out. */
    List<String> mostFrequent(int most) {
        return plain().limit(most).map(Map.Entry::getKey).toList();
    }

    private Stream<Map.Entry<String, Integer>> plain() {
        return Ranking.of(counts).filter(entry -> isPlain(entry.getKey()));
    }

    /** Names of hosts hold letters, digits, dots and dashes; what holds anything else is not put into a sentence. */
    private static boolean isPlain(String name) {
        int end = name.charAt(name.length() - 1) == Timeline.NAME_CUT ? name.length() - 1 : name.length();
        boolean plain = end > 0 && end <= LONGEST;
        for (int i = 0; i < end && plain; i++) {
            char c = name.charAt(i);
            plain = c < 128 && Character.isLetterOrDigit(c) || c == '.' || c == '-';
        }
        return plain;
    }
}
