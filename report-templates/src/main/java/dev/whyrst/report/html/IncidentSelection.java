package dev.whyrst.report.html;

import dev.whyrst.incident.Incident;
import dev.whyrst.incident.IncidentKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which incidents a page shows as cards, and which as rows of a table: of a kind that occurs often only the worst are cards.
 *
 * @param cards in their order
 * @param tables the further ones by kind
 * @param leftOut how many are neither
 */
record IncidentSelection(List<Incident> cards, Map<IncidentKind, List<Incident>> tables, int leftOut) {

    /** From so many of a kind on the further ones are rows. */
    private static final int OFTEN = 6;

    private static final int CARDS_OF_A_KIND = 3;
    private static final int MOST_ROWS = 500;

    static IncidentSelection of(List<Incident> incidents, int mostCards) {
        Map<IncidentKind, Integer> totals = new EnumMap<>(IncidentKind.class);
        incidents.forEach(incident -> totals.merge(incident.kind(), 1, Integer::sum));
        Map<IncidentKind, Integer> seen = new EnumMap<>(IncidentKind.class);
        List<Incident> cards = new ArrayList<>();
        Map<IncidentKind, List<Incident>> tables = new EnumMap<>(IncidentKind.class);
        int rows = 0;
        for (Incident incident : incidents) {
            int before = seen.merge(incident.kind(), 1, Integer::sum) - 1;
            boolean card = before < CARDS_OF_A_KIND || totals.get(incident.kind()) < OFTEN;
            if (card && cards.size() < mostCards) {
                cards.add(incident);
            } else if (rows < MOST_ROWS) {
                tables.computeIfAbsent(incident.kind(), kind -> new ArrayList<>())
                        .add(incident);
                rows++;
            }
        }
        return new IncidentSelection(List.copyOf(cards), tables, incidents.size() - cards.size() - rows);
    }
}
