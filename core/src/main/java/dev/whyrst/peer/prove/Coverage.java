package dev.whyrst.peer.prove;

import dev.whyrst.peer.ledger.ConversationLedger;
import dev.whyrst.peer.ledger.Pairing;
import dev.whyrst.peer.ledger.Recording;
import dev.whyrst.peer.match.ConversationPairs;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How complete the two captures are: what one of them must hold because it came from there, and does not. */
final class Coverage {

    private static final long[] NO_COUNTS = new long[2];

    private final long[] expected = new long[2];
    private final long[] missing = new long[2];
    private final long[] arriving = new long[2];
    private final long[] arrived = new long[2];
    private final List<Continuity> continuity = List.of(new Continuity(), new Continuity());
    private final List<Map<Long, long[]>> responders = List.of(new HashMap<>(), new HashMap<>());

    /**
     * Looks in the other capture for the segments that reached this one from there, and for those that went there.
     *
     * @param there number of the other capture
     * @param sender the side of this capture that is nearer to the other one
     * @param shifts what the other capture's clock shows more when a segment of each side passes there
     */
    void compare(Recording here, int there, Recording other, Pairing toOther, Side sender, long[] shifts) {
        for (Segment s : here.segments()) {
            long time = s.timeNanos() + shifts[s.from().ordinal()];
            if (!other.covers(time)) {
                continue;
            }
            boolean held = other.holds(s, toOther);
            if (s.from() == sender || held || other.acknowledges(s, toOther)) {
                continuity.get(there).expect(time, held);
            }
            if (s.from() == sender) {
                expected[there]++;
                missing[there] += held ? 0 : 1;
            } else {
                arriving[there]++;
                arrived[there] += held ? 1 : 0;
            }
        }
    }

    /** Whether a capture shows the segments that its own end sends: not where it holds one direction only. */
    boolean showsSent(int capture) {
        return missing[capture] * 2 <= expected[capture];
    }

    /** Whether a capture shows the segments that come from the other end. */
    boolean showsReceived(int capture) {
        return arrived[capture] * 2 >= arriving[capture];
    }

    /** Makes {@link #shared} know of the responder of that conversation, and of its host. */
    void ask(int capture, ConversationLedger ledger, int conversation) {
        responders.get(capture).putIfAbsent(ledger.responder(conversation), new long[2]);
        responders.get(capture).putIfAbsent(ledger.responderHost(conversation), new long[2]);
    }

    /** Counts for the responders that were asked for how many of their conversations are in both captures. */
    void countShared(int capture, ConversationLedger ledger, ConversationPairs pairs) {
        Map<Long, long[]> asked = responders.get(capture);
        if (asked.isEmpty()) {
            return;
        }
        for (int i = 0; i < ledger.size(); i++) {
            if (ledger.accepted(i)) {
                int shared = pairs.partner(capture, i) == ConversationPairs.ABSENT ? 0 : 1;
                count(asked.get(ledger.responder(i)), shared);
                count(asked.get(ledger.responderHost(i)), shared);
            }
        }
    }

    /**
     * How many conversations the responder (or if none its host) accepted in that capture, and how many are in both.
     */
    long[] shared(int capture, ConversationLedger ledger, int conversation) {
        Map<Long, long[]> asked = responders.get(capture);
        long[] endpoint = asked.getOrDefault(ledger.responder(conversation), NO_COUNTS);
        return endpoint[0] > 0 ? endpoint : asked.getOrDefault(ledger.responderHost(conversation), NO_COUNTS);
    }

    /** Segments that must be in a capture because they came from there. */
    long expected(int capture) {
        return expected[capture];
    }

    /** How many of them are not. */
    long missing(int capture) {
        return missing[capture];
    }

    /** The share of the segments next to that time that a capture lost; 0 where it holds all of them. */
    double lossAt(int capture, long time) {
        return continuity.get(capture).lossAt(time);
    }

    /** The share of segments that a capture lost, cautiously: never 0, since a few segments prove little. */
    double loss(int capture) {
        return (missing[capture] + 0.5) / (expected[capture] + 1.0);
    }

    private static void count(long[] counts, int shared) {
        if (counts != null) {
            counts[0]++;
            counts[1] += shared;
        }
    }
}
