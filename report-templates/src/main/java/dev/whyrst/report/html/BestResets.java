package dev.whyrst.report.html;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CauseCount;
import dev.whyrst.analysis.Glance;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
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

    /** RSTs that are kept of an incident for it. */
    private static final int PER_INCIDENT = 3;

    /** A RST that may be shown: {@code grade} is larger for surer ones, and largest for first ones of their episode. */
    private record Candidate(Attribution attribution, int grade, long order) {

        /** Repeats of an earlier RST last; then the surest, then the earliest. */
        static int bestFirst(Candidate one, Candidate other) {
            int byGrade = Integer.compare(other.grade, one.grade);
            return byGrade != 0 ? byGrade : Long.compare(one.order, other.order);
        }
    }

    private static final int NO_REPEAT = 100;

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

    /** Whether {@link #offer} would keep a RST that comes after those that were offered. */
    boolean wouldTake(Glance reset) {
        int grade = grade(reset.repeat(), reset.confidence());
        Shortlist ofCause = byCause.get(reset.cause());
        if (ofCause == null || ofCause.wouldTake(grade)) {
            return true;
        }
        Shortlist ofIncident =
                reset.incident().isPresent() ? byIncident.get(reset.incident().get()) : null;
        return ofIncident != null && ofIncident.wouldTake(grade);
    }

    void offer(Attribution attribution) {
        int grade = grade(attribution.repeatOf().isPresent(), attribution.confidence());
        Candidate candidate = new Candidate(attribution, grade, seen++);
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

    private static int grade(boolean repeat, Confidence confidence) {
        return confidence.rank() + (repeat ? 0 : NO_REPEAT);
    }

    /** The best few of what was offered. */
    private static final class Shortlist {

        private final int limit;
        private final PriorityQueue<Candidate> worstFirst =
                new PriorityQueue<>(((Comparator<Candidate>) Candidate::bestFirst).reversed());

        Shortlist(int limit) {
            this.limit = limit;
        }

        boolean wouldTake(int grade) {
            return worstFirst.size() < limit || (limit > 0 && grade > worstFirst.peek().grade);
        }

        void offer(Candidate candidate) {
            if (!wouldTake(candidate.grade)) {
                return;
            }
            if (worstFirst.size() == limit) {
                worstFirst.poll();
            }
            worstFirst.add(candidate);
        }

        List<Candidate> bestFirst() {
            return worstFirst.stream().sorted(Candidate::bestFirst).toList();
        }
    }
}
