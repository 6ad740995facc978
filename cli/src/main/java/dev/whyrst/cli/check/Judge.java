package dev.whyrst.cli.check;

import dev.whyrst.cli.check.Rule.Verb;
import dev.whyrst.cli.check.RuleResult.Status;
import dev.whyrst.text.Counts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Holds events against the rules of a policy.
 *
 * <p>Counts are of all captures together. A share or a rate is that of the worst capture: a bad quarter of an hour must
 * not vanish in a good day.
 */
final class Judge {

    private static final int EXAMPLES = 10;

    /** A shorter capture counts as a minute: one reset within a second is not sixty a minute. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final List<Tally> allowed = new ArrayList<>();
    private final List<Tally> counted = new ArrayList<>();
    private final Predicate<Event> judged;
    private final LocalDate today;

    /** What one rule has selected so far. */
    private static final class Tally {

        private final Rule rule;
        private final List<Event> examples = new ArrayList<>();
        private final Set<String> fingerprints = new HashSet<>();
        private long[] byCapture = new long[1];
        private long count;

        Tally(Rule rule) {
            this.rule = rule;
        }

        /** Counts the event where the rule is about it; one example for each fingerprint. */
        boolean take(Event event) {
            if (!rule.selector().selects(event)) {
                return false;
            }
            count += event.count();
            if (event.capture() >= byCapture.length) {
                byCapture = Arrays.copyOf(byCapture, event.capture() + 1);
            }
            byCapture[event.capture()] += event.count();
            if (examples.size() < EXAMPLES && fingerprints.add(event.fingerprint())) {
                examples.add(event);
            }
            return true;
        }

        long of(int capture) {
            return capture < byCapture.length ? byCapture[capture] : 0;
        }
    }

    /** @param judged which events limits count: with a baseline, those that are new or worse; expectations see all */
    Judge(Policy policy, LocalDate today, Predicate<Event> judged) {
        this.judged = judged;
        this.today = today;
        for (Rule rule : policy.rules()) {
            (rule.verb() == Verb.ALLOW ? allowed : counted).add(new Tally(rule));
        }
    }

    void accept(Event event) {
        boolean known = false;
        for (Tally tally : allowed) {
            boolean counts = tally.rule.level() != Level.OFF && !tally.rule.expired(today);
            known |= counts && tally.take(event);
        }
        boolean limited = !known && judged.test(event);
        for (Tally tally : counted) {
            if (limited || tally.rule.verb() == Verb.EXPECT) {
                tally.take(event);
            }
        }
    }

    /** What came of all rules, in the order of the policy. */
    List<RuleResult> results(List<Recording> recordings) {
        List<RuleResult> results = new ArrayList<>();
        counted.forEach(tally -> results.add(result(tally, recordings)));
        allowed.forEach(tally -> results.add(allowance(tally)));
        results.sort(Comparator.comparingInt(RuleResult::line));
        return results;
    }

    private static RuleResult result(Tally tally, List<Recording> recordings) {
        if (tally.rule.level() == Level.OFF) {
            return result(tally, Status.OFF, List.of(), "switched off");
        }
        Rule rule = tally.rule;
        List<Measure> measures = new ArrayList<>();
        String note = "";
        if (rule.verb() == Verb.FORBID) {
            measures.add(atMost(tally.count, 0));
        }
        if (rule.verb() == Verb.LIMIT && rule.count().isPresent()) {
            measures.add(atMost(tally.count, rule.count().getAsLong()));
        }
        if (rule.verb() == Verb.EXPECT) {
            long least = rule.count().getAsLong();
            measures.add(new Measure(
                    Counts.grouped(tally.count), "at least " + Counts.grouped(least), tally.count >= least));
        }
        if (rule.share().isPresent() || rule.perMinute().isPresent()) {
            note = rates(tally, recordings, measures);
        }
        boolean broken = measures.stream().anyMatch(measure -> !measure.kept());
        return result(
                tally, broken ? Status.BROKEN : measures.isEmpty() ? Status.NOT_JUDGED : Status.KEPT, measures, note);
    }

    private static Measure atMost(long count, long limit) {
        return new Measure(Counts.grouped(count), "at most " + Counts.grouped(limit), count <= limit);
    }

    /** Adds the share and the rate of the worst capture; says where all were too small to be judged. */
    private static String rates(Tally tally, List<Recording> recordings, List<Measure> measures) {
        Rule rule = tally.rule;
        int worstShare = -1;
        int worstRate = -1;
        for (int i = 0; i < recordings.size(); i++) {
            if (recordings.get(i).conversations() < rule.sample()) {
                continue;
            }
            worstShare = worstShare < 0 || share(tally, recordings, i) > share(tally, recordings, worstShare)
                    ? i
                    : worstShare;
            worstRate =
                    worstRate < 0 || rate(tally, recordings, i) > rate(tally, recordings, worstRate) ? i : worstRate;
        }
        if (worstShare < 0) {
            return "share and rate not judged: fewer than " + Counts.of(rule.sample(), "conversation");
        }
        if (rule.share().isPresent()) {
            measures.add(shareMeasure(tally, recordings, worstShare));
        }
        if (rule.perMinute().isPresent()) {
            measures.add(rateMeasure(tally, recordings, worstRate));
        }
        return "";
    }

    private static double share(Tally tally, List<Recording> recordings, int capture) {
        return (double) tally.of(capture) / Math.max(1, recordings.get(capture).conversations());
    }

    private static double rate(Tally tally, List<Recording> recordings, int capture) {
        Duration span = recordings.get(capture).span();
        Duration counted = span.compareTo(SHORTEST) < 0 ? SHORTEST : span;
        return tally.of(capture) * 60_000.0 / counted.toMillis();
    }

    private static Measure shareMeasure(Tally tally, List<Recording> recordings, int capture) {
        double share = share(tally, recordings, capture);
        double limit = tally.rule.share().getAsDouble();
        return new Measure(
                percent(share) + " of " + Counts.of(recordings.get(capture).conversations(), "conversation")
                        + in(recordings, capture),
                "at most " + percent(limit),
                share <= limit);
    }

    private static Measure rateMeasure(Tally tally, List<Recording> recordings, int capture) {
        double rate = rate(tally, recordings, capture);
        double limit = tally.rule.perMinute().getAsDouble();
        return new Measure(
                decimal(rate) + " a minute" + in(recordings, capture), "at most " + decimal(limit), rate <= limit);
    }

    private static String in(List<Recording> recordings, int capture) {
        return recordings.size() == 1 ? "" : " in " + recordings.get(capture).path();
    }

    private static String percent(double share) {
        return decimal(share * 100) + "%";
    }

    private static String decimal(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    /** An exception is broken when it has run out: what it hid counts again. */
    private RuleResult allowance(Tally tally) {
        Rule rule = tally.rule;
        if (rule.level() == Level.OFF) {
            return result(tally, Status.OFF, List.of(), "switched off");
        }
        if (rule.expired(today)) {
            return result(
                    tally, Status.BROKEN, List.of(), "the exception ran out on " + rule.until() + ": " + rule.reason());
        }
        return result(tally, Status.KEPT, List.of(), "hides " + Counts.grouped(tally.count) + ": " + rule.reason());
    }

    private static RuleResult result(Tally tally, Status status, List<Measure> measures, String note) {
        Rule rule = tally.rule;
        return new RuleResult(
                rule.name(),
                rule.line(),
                rule.level(),
                status,
                List.copyOf(measures),
                List.copyOf(tally.examples),
                note);
    }
}
