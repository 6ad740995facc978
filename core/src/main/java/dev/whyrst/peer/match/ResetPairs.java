package dev.whyrst.peer.match;

import dev.whyrst.net.Mixer;
import dev.whyrst.net.Nanos;
import dev.whyrst.peer.clock.FieldSurvivals;
import dev.whyrst.peer.clock.PairSurvey;
import dev.whyrst.peer.clock.PeerClock;
import dev.whyrst.peer.ledger.Pairing;
import dev.whyrst.peer.ledger.ResetLedger;
import dev.whyrst.timeline.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Finds for each RST of a capture the same one in the other.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class ResetPairs {

    /** What stands for no counterpart. */
    public static final int ALONE = -1;

    /** How far apart, in nanoseconds, the adjusted times of the same RST lie at most, whatever queue it stood in. */
    private static final long LONGEST_WAY = 1500 * Nanos.MILLI;

    /** How uncertain, in nanoseconds, queues and clocks make a time. */
    private static final long SAME_MOMENT = 20 * Nanos.MILLI;

    /** RSTs of the longest run of equal ones that is searched for copies. */
    private static final int MAX_THINNED = 1000;

    /** Hops that routes may change by between two segments; a RST made elsewhere is usually farther off. */
    private static final long HOPS_OF_ANOTHER_ROUTE = 1;

    private final ResetLedger[] ledgers;
    private final PeerClock clock;
    private final FieldSurvivals survivals;
    private final long[] copyGap;
    private final int[][] counterparts = new int[2][];
    private final BitSet[] doubtful = {new BitSet(), new BitSet()};

    /**
     * @param survivals what reads the same in both captures
     * @param copyGap in each capture the longest time between a segment and its copy, 0 where nothing was captured
     *     twice
     */
    public ResetPairs(ResetLedger a, ResetLedger b, PeerClock clock, FieldSurvivals survivals, long[] copyGap) {
        this.copyGap = copyGap;
        ledgers = new ResetLedger[] {a, b};
        this.clock = clock;
        this.survivals = survivals;
        for (int capture = 0; capture < 2; capture++) {
            counterparts[capture] = new int[ledgers[capture].size()];
            Arrays.fill(counterparts[capture], ALONE);
        }
    }

    /** Index of the same RST in the other capture, or {@link #ALONE}. */
    public int counterpart(int capture, int reset) {
        return counterparts[capture][reset];
    }

    /**
     * Whether it may be another one than its counterpart that is equal and came at the same moment: one capture lacks
     * some of them.
     */
    public boolean isDoubtful(int capture, int reset) {
        return doubtful[capture].get(reset);
    }

    /** How many RSTs are in both captures. */
    public int count() {
        int count = 0;
        for (int counterpart : counterparts[0]) {
            count += counterpart == ALONE ? 0 : 1;
        }
        return count;
    }

    /**
     * Matches the RSTs of a conversation of capture 0 with those of its partner.
     *
     * @param survey what the other segments of the conversation tell, or null
     */
    public void match(int conversation, Pairing toB, PairSurvey survey) {
        Map<Numbers, List<Integer>> there = new HashMap<>();
        for (int j : ledgers[1].of(toB.conversation())) {
            if (counterparts[1][j] == ALONE) {
                there.computeIfAbsent(numbers(1, j), n -> new ArrayList<>()).add(j);
            }
        }
        Map<Numbers, List<Integer>> here = new LinkedHashMap<>();
        for (int i : ledgers[0].of(conversation)) {
            Numbers mapped = mapped(i, toB);
            Numbers key = there.containsKey(mapped) ? mapped : unmapped(i, toB);
            if (there.containsKey(key)) {
                here.computeIfAbsent(key, n -> new ArrayList<>()).add(i);
            }
        }
        here.forEach((key, resets) -> align(resets, there.get(key), survey));
    }

    /** Matches what is left by numbers and time alone: connections that moved to other addresses in mid-stream. */
    public void matchStrays() {
        Map<Numbers, List<Integer>> there = new HashMap<>();
        for (int j = 0; j < counterparts[1].length; j++) {
            if (counterparts[1][j] == ALONE && isTelling(1, j)) {
                there.computeIfAbsent(anywhere(1, j), n -> new ArrayList<>()).add(j);
            }
        }
        Map<Numbers, List<Integer>> here = new LinkedHashMap<>();
        for (int i = 0; i < counterparts[0].length; i++) {
            if (counterparts[0][i] == ALONE && isTelling(0, i) && there.containsKey(anywhere(0, i))) {
                here.computeIfAbsent(anywhere(0, i), n -> new ArrayList<>()).add(i);
            }
        }
        if (clock.isKnown()) {
            here.forEach((key, resets) -> align(resets, there.get(key), null));
        }
    }

    /** The numbers by which RSTs are the same; {@code side} is that of capture 1, or -1 where it does not count. */
    private record Numbers(int side, int flags, int seq, int ack) {

        private static final long SEED = Mixer.seed();

        /** Mixed, since whoever wrote the captures chose the numbers. */
        @Override
        public int hashCode() {
            long both = (long) seq << Integer.SIZE | ack & 0xffff_ffffL;
            return Mixer.place(Mixer.mix(SEED, (long) side << Integer.SIZE | flags, both));
        }
    }

    private Numbers numbers(int capture, int i) {
        ResetLedger ledger = ledgers[capture];
        return new Numbers(ledger.side(i).ordinal(), ledger.flags(i), ledger.seq(i), ledger.ack(i));
    }

    private Numbers mapped(int i, Pairing toB) {
        ResetLedger ledger = ledgers[0];
        int seq = toB.number(ledger.side(i), ledger.seq(i));
        int ack = ledger.hasAck(i) ? toB.number(ledger.side(i).opposite(), ledger.ack(i)) : 0;
        return new Numbers(toB.side(ledger.side(i)).ordinal(), ledger.flags(i), seq, ack);
    }

    private Numbers unmapped(int i, Pairing toB) {
        Numbers own = numbers(0, i);
        return new Numbers(toB.side(ledgers[0].side(i)).ordinal(), own.flags, own.seq, own.ack);
    }

    private Numbers anywhere(int capture, int i) {
        Numbers own = numbers(capture, i);
        return new Numbers(-1, own.flags, own.seq, own.ack);
    }

    private boolean isTelling(int capture, int i) {
        return ledgers[capture].seq(i) != 0 || ledgers[capture].ack(i) != 0;
    }

    private void align(List<Integer> allHere, List<Integer> allThere, PairSurvey survey) {
        List<Integer> here = withoutCopies(0, byTime(0, allHere), allHere.size() - allThere.size());
        List<Integer> there = withoutCopies(1, byTime(1, allThere), allThere.size() - allHere.size());
        long[] timesHere = new long[here.size()];
        long[] timesThere = new long[there.size()];
        for (int i = 0; i < timesHere.length; i++) {
            timesHere[i] = ledgers[0].timeNanos(here.get(i));
        }
        for (int j = 0; j < timesThere.length; j++) {
            timesThere[j] = ledgers[1].timeNanos(there.get(j)) - shift(here.get(0), timesHere[0], survey);
        }
        Alignment.Fit fit = (i, j) -> isSame(here.get(i), there.get(j), survey)
                && (!clock.isKnown()
                        || Math.abs(timesThere[j] - timesHere[i]) <= LONGEST_WAY
                        || clock.mayShift(timesHere[i], rawShift(here.get(i), there.get(j)), LONGEST_WAY));
        int[] match = Alignment.of(timesHere, timesThere, turns(0, here, survey), turns(1, there, survey), fit);
        for (int i = 0; i < match.length; i++) {
            if (match[i] != Alignment.ALONE) {
                counterparts[0][here.get(i)] = there.get(match[i]);
                counterparts[1][there.get(match[i])] = here.get(i);
            }
        }
        if (here.size() != there.size() && Math.max(here.size(), there.size()) <= MAX_THINNED) {
            doubt(0, here);
            doubt(1, there);
        }
    }

    /**
     * Marks those that are next to one that is not in the other capture: which of them is missing there cannot be told.
     */
    private void doubt(int capture, List<Integer> resets) {
        ResetLedger ledger = ledgers[capture];
        for (int alone : resets) {
            for (int other : resets) {
                boolean near = Math.abs(ledger.timeNanos(alone) - ledger.timeNanos(other)) <= SAME_MOMENT;
                if (counterparts[capture][alone] == ALONE && near && ledger.looksLike(alone, other)) {
                    mark(capture, other);
                }
            }
        }
    }

    private void mark(int capture, int reset) {
        int counterpart = counterparts[capture][reset];
        if (counterpart != ALONE) {
            doubtful[capture].set(reset);
            doubtful[1 - capture].set(counterpart);
        }
    }

    private long rawShift(int i, int j) {
        return ledgers[1].timeNanos(j) - ledgers[0].timeNanos(i);
    }

    /** Captures that are merged from several queues are not quite in the order of their times. */
    private List<Integer> byTime(int capture, List<Integer> resets) {
        List<Integer> sorted = new ArrayList<>(resets);
        sorted.sort(Comparator.comparingLong(ledgers[capture]::timeNanos));
        return sorted;
    }

    /**
     * Leaves out so many RSTs that are copies, the surest first: forwarded ones, known ones, those that follow another
     * the closest.
     */
    private List<Integer> withoutCopies(int capture, List<Integer> resets, int surplus) {
        ResetLedger ledger = ledgers[capture];
        List<Integer> left = new ArrayList<>(resets);
        if (surplus <= 0) {
            return left;
        }
        int freshest = resets.stream().mapToInt(ledger::ttl).max().orElse(0);
        leaveOut(left, i -> ledger.isRecaptured(i) && ledger.ttl(i) < freshest, resets.size() - surplus);
        leaveOut(left, ledger::isRecaptured, resets.size() - surplus);
        thin(capture, left, left.size() + surplus - resets.size());
        return left;
    }

    /** Leaves out those, unless fewer than so many would be left: then which of them are the copies is not known so. */
    private static void leaveOut(List<Integer> resets, IntPredicate which, int least) {
        long those = resets.stream().filter(which::test).count();
        if (resets.size() - those >= least) {
            resets.removeIf(which::test);
        }
    }

    /** Leaves out so many RSTs, if the capture holds segments twice: those that follow another one the closest. */
    private void thin(int capture, List<Integer> left, int surplus) {
        boolean copies = copyGap[capture] > 0 && left.size() <= MAX_THINNED;
        for (int n = 0; n < surplus && copies; n++) {
            int closest = 0;
            long gap = copyGap[capture] + 1;
            for (int i = 1; i < left.size(); i++) {
                long apart = ledgers[capture].timeNanos(left.get(i)) - ledgers[capture].timeNanos(left.get(i - 1));
                if (apart < gap && ledgers[capture].isCopy(left.get(i), left.get(i - 1))) {
                    gap = apart;
                    closest = i;
                }
            }
            if (closest == 0) {
                break;
            }
            left.remove(closest);
        }
    }

    /** The turns of RSTs that answer one segment each, in the capture at their sender's end; null elsewhere. */
    private int[] turns(int capture, List<Integer> resets, PairSurvey survey) {
        int order = survey == null ? 0 : capture == 0 ? survey.order() : -survey.order();
        Side side = ledgers[capture].side(resets.get(0));
        if (order == 0 || order > 0 != (side == Side.INITIATOR)) {
            return null;
        }
        int[] turns = new int[resets.size()];
        for (int i = 0; i < turns.length; i++) {
            turns[i] = ledgers[capture].turn(resets.get(i));
            if (turns[i] <= (i == 0 ? 0 : turns[i - 1])) {
                return null;
            }
        }
        return turns;
    }

    private long shift(int reset, long time, PairSurvey survey) {
        if (survey != null && survey.knowsShift(ledgers[0].side(reset))) {
            return survey.shift(ledgers[0].side(reset), time, clock);
        }
        return clock.isKnown() ? clock.offset(time) : 0;
    }

    /** Whether they agree in what a device on the path leaves as it is. */
    private boolean isMadeLike(int i, int j) {
        ResetLedger a = ledgers[0];
        ResetLedger b = ledgers[1];
        return a.payload(i) == b.payload(j)
                && (survivals.windows().isRefuted() || a.window(i) == b.window(j))
                && (survivals.timestamps().isRefuted() || a.agreesInTimestamps(i, b, j))
                && (!survivals.ids().isShown() || a.ipId(i) == b.ipId(j));
    }

    private boolean isSame(int i, int j, PairSurvey survey) {
        ResetLedger a = ledgers[0];
        ResetLedger b = ledgers[1];
        if (!isMadeLike(i, j)) {
            return false;
        }
        boolean routeKnown = survey != null && survey.knowsTtlLoss(a.side(i));
        return !routeKnown || Math.abs(a.ttl(i) - b.ttl(j) - survey.ttlLoss(a.side(i))) <= HOPS_OF_ANOTHER_ROUTE;
    }
}
