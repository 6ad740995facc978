package dev.whyrst.peer.prove;

import dev.whyrst.peer.clock.FieldSurvivals;
import dev.whyrst.peer.clock.PairSurvey;
import dev.whyrst.peer.clock.PeerClock;
import dev.whyrst.peer.clock.RunningTimes;
import dev.whyrst.peer.ledger.ConversationLedger;
import dev.whyrst.peer.ledger.Pairing;
import dev.whyrst.peer.ledger.PeerTrace;
import dev.whyrst.peer.ledger.Recording;
import dev.whyrst.peer.ledger.ResetLedger;
import dev.whyrst.peer.match.ConversationPairs;
import dev.whyrst.peer.match.MatchKey;
import dev.whyrst.peer.match.ResetPairs;
import dev.whyrst.peer.match.UnmatchedConversations;
import dev.whyrst.timeline.ConversationOutline;
import dev.whyrst.timeline.Side;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two captures of the same traffic held against each other: what they have in common, and how they differ. */
final class Comparison {

    /** Conversations without RST that are looked at for the clocks, the order of the captures and their losses. */
    private static final int SURVEYED_WITHOUT_RESET = 2000;

    /** Most conversations that are looked at in all. */
    private static final int MAX_SURVEYED = 200_000;

    private static final List<MatchKey> NEEDING_NO_CLOCK = List.of(MatchKey.ISNS_AND_ENDPOINTS, MatchKey.ISNS);

    private final PeerTrace[] traces;
    private final ConversationLedger[] conversations = new ConversationLedger[2];
    private final ResetLedger[] resets = new ResetLedger[2];
    private final PeerClock clock = new PeerClock();
    private final PathOrder order = new PathOrder();
    private final Coverage coverage = new Coverage();
    private final RunningTimes times;
    private final Map<Integer, PairSurvey> surveys = new HashMap<>();
    private final ConversationPairs pairs;
    private final ResetPairs resetPairs;
    private final UnmatchedConversations unmatched;

    private final long[][] fromOtherEnd = new long[2][2];
    private final long[] copyGap = new long[2];

    private final FieldSurvivals survivals = new FieldSurvivals();

    Comparison(PeerTrace a, PeerTrace b) {
        traces = new PeerTrace[] {a, b};
        times = new RunningTimes(a, b);
        for (int capture = 0; capture < 2; capture++) {
            conversations[capture] = new ConversationLedger(traces[capture]);
            resets[capture] = new ResetLedger(traces[capture]);
        }
        pairs = new ConversationPairs(conversations[0], conversations[1], clock);
        matchConversations();
        enterResets();
        resetPairs = new ResetPairs(resets[0], resets[1], clock, survivals, copyGap);
        matchResets();
        unmatched = new UnmatchedConversations(conversations, pairs);
        measureCoverage();
    }

    PeerTrace trace(int capture) {
        return traces[capture];
    }

    ResetLedger resets(int capture) {
        return resets[capture];
    }

    ConversationPairs pairs() {
        return pairs;
    }

    ResetPairs resetPairs() {
        return resetPairs;
    }

    PeerClock clock() {
        return clock;
    }

    PathOrder order() {
        return order;
    }

    Coverage coverage() {
        return coverage;
    }

    /** How many conversations the responder of that one accepted in that capture, and how many of them are in both. */
    long[] shared(int capture, int conversation) {
        return coverage.shared(capture, conversations[capture], conversation);
    }

    /**
     * 1 if that capture was made nearer that side of its conversation than the other one, -1 if farther, 0 if unknown.
     */
    int nearerSender(int capture, int conversation, Side sender) {
        int nearerInitiator = nearerInitiator(capture, conversation);
        return sender == Side.INITIATOR ? nearerInitiator : -nearerInitiator;
    }

    /**
     * How many RSTs of that capture came from the other one's end and are in both captures, and how many there are in
     * all.
     */
    long[] fromOtherEnd(int capture) {
        return fromOtherEnd[capture];
    }

    /**
     * The usual TTL of that side's segments in that capture, where both hold some of them; -1 where it is not known.
     */
    int usualTtl(int capture, int conversation, Side side) {
        PairSurvey survey = survey(capture, conversation);
        return survey == null ? -1 : survey.ttl(capture, sideInA(capture, conversation, side));
    }

    /** What the other capture's clock shows more than this one's for a segment that passes here at that time. */
    long shift(int capture, int conversation, Side sender, long time) {
        PairSurvey survey = survey(capture, conversation);
        Side inA = sideInA(capture, conversation, sender);
        long timeInA = capture == 0 || !clock.isKnown() ? time : time - clock.offset(time);
        long shift;
        if (survey != null && survey.knowsShift(inA)) {
            shift = survey.shift(inA, timeInA, clock);
        } else {
            shift = clock.isKnown() ? clock.offset(timeInA) + transit(capture, conversation, sender) : 0;
        }
        return capture == 0 ? shift : -shift;
    }

    /**
     * Whether that capture may know a conversation of the other one, of about that time, by other names and numbers.
     */
    boolean mayBeStranger(int capture, long time) {
        return unmatched.anyAt(capture, time);
    }

    /** What a capture kept of a conversation. */
    Recording recording(int capture, int conversation) {
        return Recording.of(traces[capture], conversation, times.until(capture));
    }

    /** Whether a capture was running at a time of its clock, as far as can be told. */
    boolean runs(int capture, long time) {
        return times.runs(capture, time);
    }

    private long transit(int capture, int conversation, Side sender) {
        int nearer = nearerSender(capture, conversation, sender);
        return (capture == 0 ? nearer : -nearer) * clock.transitNanos();
    }

    private int nearerInitiator(int capture, int conversation) {
        PairSurvey survey = survey(capture, conversation);
        if (survey == null || survey.orderByHops() == 0) {
            return order.nearerInitiator(capture, traces[capture].outline(conversation));
        }
        boolean flipped = capture == 1 && pairs.pairing(1, conversation).flipped();
        int inA = flipped ? -survey.orderByHops() : survey.orderByHops();
        return capture == 0 ? inA : -inA;
    }

    private Side sideInA(int capture, int conversation, Side sender) {
        boolean paired = pairs.partner(capture, conversation) != ConversationPairs.ABSENT;
        return capture == 1 && paired ? pairs.pairing(1, conversation).side(sender) : sender;
    }

    private PairSurvey survey(int capture, int conversation) {
        return surveys.get(capture == 0 ? conversation : pairs.partner(1, conversation));
    }

    private void matchConversations() {
        NEEDING_NO_CLOCK.forEach(pairs::match);
        survey();
        for (MatchKey key : MatchKey.values()) {
            if (!NEEDING_NO_CLOCK.contains(key)) {
                pairs.match(key);
            }
        }
        pairs.matchDoubles();
        survey();
    }

    /** Looks at all conversations with RST that are in both captures, and at some of the others. */
    private void survey() {
        BitSet wanted = withReset();
        int step = Math.max(1, conversations[0].size() / SURVEYED_WITHOUT_RESET);
        for (int i = 0; i < conversations[0].size(); i++) {
            boolean looked = surveys.size() < MAX_SURVEYED && (wanted.get(i) || i % step == 0);
            if (looked && !surveys.containsKey(i) && pairs.partner(0, i) != ConversationPairs.ABSENT) {
                survey(i);
            }
        }
        clock.fit();
    }

    private BitSet withReset() {
        BitSet wanted = resets[0].reset();
        resets[1].reset().stream()
                .map(i -> pairs.partner(1, i))
                .filter(i -> i != ConversationPairs.ABSENT)
                .forEach(wanted::set);
        return wanted;
    }

    private void survey(int conversation) {
        Pairing toB = pairs.pairing(0, conversation);
        Pairing toA = inverse(conversation, toB);
        Recording a = recording(0, conversation);
        Recording b = recording(1, toB.conversation());
        PairSurvey survey = PairSurvey.of(a, b, toB, toA);
        copyGap[0] = Math.max(copyGap[0], a.copyGap());
        copyGap[1] = Math.max(copyGap[1], b.copyGap());
        surveys.put(conversation, survey);
        survivals.add(survey.survivals());
        if (survey.knowsShift(Side.INITIATOR) && survey.knowsShift(Side.RESPONDER)) {
            clock.sample(survey.time(), survey.shift(Side.INITIATOR), survey.shift(Side.RESPONDER));
        } else if (survey.knowsShift(Side.INITIATOR) || survey.knowsShift(Side.RESPONDER)) {
            clock.sampleOneWay(survey.time(), Math.max(survey.shift(Side.INITIATOR), survey.shift(Side.RESPONDER)));
        }
        if (survey.order() != 0 && !toB.flipped()) {
            ConversationOutline there = traces[1].outline(toB.conversation());
            order.vote(survey.order(), traces[0].outline(conversation), there);
        }
    }

    private static Pairing inverse(int conversation, Pairing toB) {
        return new Pairing(conversation, toB.flipped(), -toB.initiatorDelta(), -toB.responderDelta());
    }

    private void enterResets() {
        for (int capture = 0; capture < 2; capture++) {
            PeerTrace trace = traces[capture];
            ResetLedger ledger = resets[capture];
            ledger.reset().stream().forEach(i -> ledger.enter(trace, trace.chapters(i)));
        }
    }

    private void matchResets() {
        resets[0].reset().stream()
                .filter(i -> pairs.partner(0, i) != ConversationPairs.ABSENT)
                .forEach(i -> resetPairs.match(i, pairs.pairing(0, i), surveys.get(i)));
        resetPairs.matchStrays();
    }

    private void measureCoverage() {
        times.runOn();
        surveys.forEach((conversation, survey) -> {
            int nearer = nearerInitiator(0, conversation);
            if (nearer != 0) {
                compare(conversation, survey, nearer > 0 ? Side.INITIATOR : Side.RESPONDER);
            }
        });
        for (int capture = 0; capture < 2; capture++) {
            seeUnheardOf(1 - capture);
            askForResponders(capture);
            countResets(capture);
            coverage.countShared(capture, conversations[capture], pairs);
        }
    }

    private void compare(int conversation, PairSurvey survey, Side nearA) {
        Pairing toB = pairs.pairing(0, conversation);
        Recording a = Recording.of(traces[0], conversation, traces[0].lastNanos());
        Recording b = Recording.of(traces[1], toB.conversation(), traces[1].lastNanos());
        Side nearB = nearA.opposite();
        long[] toThere = shifts(0, conversation, survey.time());
        coverage.compare(a, 1, b, toB, nearB, toThere);
        times.passed(1, a, nearB, toThere[nearB.ordinal()]);
        long[] toHere = shifts(1, toB.conversation(), survey.time() + toThere[0]);
        coverage.compare(b, 0, a, inverse(conversation, toB), toB.side(nearA), toHere);
        times.passed(0, b, toB.side(nearA), toHere[toB.side(nearA).ordinal()]);
    }

    private long[] shifts(int capture, int conversation, long time) {
        return new long[] {
            shift(capture, conversation, Side.INITIATOR, time), shift(capture, conversation, Side.RESPONDER, time)
        };
    }

    /** Conversations that a responder accepted and that are only in the other capture must have passed that one. */
    private void seeUnheardOf(int capture) {
        int other = 1 - capture;
        ConversationLedger there = conversations[other];
        for (int i = 0; i < there.size() && clock.isKnown(); i++) {
            if (there.accepted(i) && pairs.partner(other, i) == ConversationPairs.ABSENT) {
                long offset = clock.offset(there.firstNanos(i));
                times.passed(capture, there.firstNanos(i) + (other == 0 ? offset : -offset));
            }
        }
    }

    private void countResets(int capture) {
        for (int i = 0; i < resets[capture].size(); i++) {
            boolean fromThere = nearerSender(capture, resets[capture].conversation(i), resets[capture].side(i)) < 0;
            if (fromThere && !resets[capture].isRecaptured(i)) {
                fromOtherEnd[capture][0] += resetPairs.counterpart(capture, i) == ResetPairs.ALONE ? 0 : 1;
                fromOtherEnd[capture][1]++;
            }
        }
    }

    private void askForResponders(int capture) {
        resets[capture].reset().stream()
                .filter(i -> pairs.partner(capture, i) == ConversationPairs.ABSENT)
                .forEach(i -> coverage.ask(capture, conversations[capture], i));
    }
}
