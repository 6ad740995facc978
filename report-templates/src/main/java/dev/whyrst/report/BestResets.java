package dev.whyrst.report;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CauseCount;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Keeps the RSTs that a reader should see first, in memory that does not grow with their number: each cause and each
 * incident has a share, and in each the surest and earliest win.
 */
final class BestResets {

    /** How many incidents may have a RST of their own kept. */
    private static final int INCIDENTS = 200;

    private static final int PER_INCIDENT = 3;

    /** Repeats of an earlier RST last; then the surest, then the earliest. */
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(
                    (Candidate c) -> c.attribution.repeatOf().isPresent())
            .thenComparing(c -> -c.attribution.confidence().rank())
            .thenComparingLong(c -> c.order);

    private record Candidate(Attribution attribution, long order) {}

    private final int limit;
    private final Map<Cause, Shortlist> byCause = new EnumMap<>(Cause.class);
    private final Map<String, Shortlist> byIncident = new LinkedHashMap<>();
    private long seen;

    BestResets(int limit, AnalysisSummary summary) {
        this.limit = limit;
        shareOut(summary.causes());
        summary.incidents().stream()
                .limit(INCIDENTS)
                .forEach(incident -> byIncident.put(incident.id(), new Shortlist(PER_INCIDENT)));
    }

    /** Rare causes are kept whole; what they leave of an even share goes to the frequent ones. */
    private void shareOut(List<CauseCount> counts) {
        List<CauseCount> rarestFirst = counts.stream()
                .sorted(Comparator.comparingLong(CauseCount::count))
                .toList();
        int left = limit;
        int causes = rarestFirst.size();
        for (CauseCount count : rarestFirst) {
            int share = (int) Math.min(count.count(), left / causes--);
            byCause.put(count.cause(), new Shortlist(share));
            left -= share;
        }
    }

    void offer(Attribution attribution) {
        Candidate candidate = new Candidate(attribution, seen++);
        byCause.computeIfAbsent(attribution.cause(), unforeseen -> new Shortlist(1))
                .offer(candidate);
        attribution.incident().map(byIncident::get).ifPresent(shortlist -> shortlist.offer(candidate));
    }

    /** The kept RSTs, at most the limit; the one to show first in front. */
    List<Attribution> inOrderOfUse() {
        List<List<Candidate>> rows = Stream.concat(byCause.values().stream(), byIncident.values().stream())
                .map(Shortlist::bestFirst)
                .toList();
        Map<Long, Attribution> chosen = new LinkedHashMap<>();
        boolean more = true;
        for (int rank = 0; more; rank++) {
            more = false;
            for (List<Candidate> row : rows) {
                if (rank < row.size() && chosen.size() < limit) {
                    chosen.put(row.get(rank).order, row.get(rank).attribution);
                    more = true;
                }
            }
        }
        return List.copyOf(chosen.values());
    }

    /** The best few of what was offered. */
    private static final class Shortlist {

        private final int limit;
        private final PriorityQueue<Candidate> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());

        Shortlist(int limit) {
            this.limit = limit;
        }

        void offer(Candidate candidate) {
            if (worstFirst.size() < limit) {
                worstFirst.add(candidate);
            } else if (limit > 0 && BEST_FIRST.compare(candidate, worstFirst.peek()) < 0) {
                worstFirst.poll();
                worstFirst.add(candidate);
            }
        }

        List<Candidate> bestFirst() {
            return worstFirst.stream().sorted(BEST_FIRST).toList();
        }
    }
}
