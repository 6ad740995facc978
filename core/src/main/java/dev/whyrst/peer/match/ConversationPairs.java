package dev.whyrst.peer.match;

import dev.whyrst.net.Nanos;
import dev.whyrst.peer.clock.PeerClock;
import dev.whyrst.peer.ledger.ConversationLedger;
import dev.whyrst.peer.ledger.Fingerprint;
import dev.whyrst.peer.ledger.Pairing;
import java.util.Arrays;

/**
 * Finds for each conversation of a capture the same one in the other.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class ConversationPairs {

    /** What stands for no partner. */
    public static final int ABSENT = -1;

    /** Conversations with the same key that are compared one by one; more of them are matched in order. */
    private static final int CROWD = 256;

    /**
     * How far apart, in nanoseconds, the spans of two conversations may lie: a lost SYN comes again after one (RFC
     * 6298) or three seconds (RFC 1122).
     */
    private static final long SLACK = 4 * Nanos.SECOND;

    /** Bits of an entry that hold the index of its conversation; a hash lies above. */
    private static final int INDEX_BITS = 26;

    private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;

    private final ConversationLedger[] ledgers;
    private final PeerClock clock;
    private final int[][] partners = new int[2][];

    public ConversationPairs(ConversationLedger a, ConversationLedger b, PeerClock clock) {
        ledgers = new ConversationLedger[] {a, b};
        this.clock = clock;
        for (int capture = 0; capture < 2; capture++) {
            partners[capture] = new int[ledgers[capture].size()];
            Arrays.fill(partners[capture], ABSENT);
        }
    }

    /** Number of the same conversation in the other capture, or {@link #ABSENT}. */
    public int partner(int capture, int conversation) {
        return partners[capture][conversation];
    }

    /** How many conversations of the capture are in the other one too. */
    public int count(int capture) {
        int count = 0;
        for (int partner : partners[capture]) {
            count += partner == ABSENT ? 0 : 1;
        }
        return count;
    }

    /** How to read the other capture for a conversation that has a partner there. */
    public Pairing pairing(int capture, int conversation) {
        int partner = partners[capture][conversation];
        ConversationLedger here = ledgers[capture];
        ConversationLedger there = ledgers[1 - capture];
        boolean flipped = flipped(here, conversation, there, partner);
        boolean initiators = here.knowsInitiatorIsn(conversation) && there.knowsInitiatorIsn(partner);
        boolean responders = here.knowsResponderIsn(conversation) && there.knowsResponderIsn(partner);
        return new Pairing(
                partner,
                flipped,
                initiators && !flipped ? there.initiatorIsn(partner) - here.initiatorIsn(conversation) : 0,
                responders && !flipped ? there.responderIsn(partner) - here.responderIsn(conversation) : 0);
    }

    /** Matches the conversations that have no partner yet by what they have in common. */
    public void match(MatchKey by) {
        long[] here = keyed(0, by, true);
        long[] there = keyed(1, by, true);
        int a = 0;
        int b = 0;
        while (a < here.length && b < there.length) {
            long group = here[a] >>> INDEX_BITS;
            int order = Long.compare(group, there[b] >>> INDEX_BITS);
            int endA = order <= 0 ? endOf(here, a) : a;
            int endB = order >= 0 ? endOf(there, b) : b;
            if (order == 0) {
                matchGroup(by, indices(here, a, endA), indices(there, b, endB));
            }
            a = endA;
            b = endB;
        }
    }

    /** Gives a conversation that a capture holds twice, on both sides of a NAT, the partner that its double has. */
    public void matchDoubles() {
        for (int capture = 0; capture < 2; capture++) {
            long[] alone = keyed(capture, MatchKey.ISNS, true);
            long[] others = keyed(1 - capture, MatchKey.ISNS, false);
            for (long entry : alone) {
                int at = Arrays.binarySearch(others, entry & ~INDEX_MASK);
                int next = at >= 0 ? at : -1 - at;
                int conversation = (int) (entry & INDEX_MASK);
                if (next < others.length && sameIsns(capture, conversation, (int) (others[next] & INDEX_MASK))) {
                    partners[capture][conversation] = (int) (others[next] & INDEX_MASK);
                }
            }
        }
    }

    private boolean sameIsns(int capture, int conversation, int other) {
        return ledgers[capture].isns(conversation) == ledgers[1 - capture].isns(other);
    }

    /** Hashes of keys and indices, sorted. */
    private long[] keyed(int capture, MatchKey by, boolean aloneOnly) {
        ConversationLedger ledger = ledgers[capture];
        long[] entries = new long[ledger.size()];
        int count = 0;
        for (int i = 0; i < ledger.size(); i++) {
            long key = aloneOnly && partners[capture][i] != ABSENT ? MatchKey.NONE : by.key(ledger, i);
            if (key != MatchKey.NONE) {
                entries[count++] = Fingerprint.mix(key) & ~INDEX_MASK & Long.MAX_VALUE | i;
            }
        }
        long[] sorted = Arrays.copyOf(entries, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static int endOf(long[] entries, int from) {
        int end = from;
        while (end < entries.length && entries[end] >>> INDEX_BITS == entries[from] >>> INDEX_BITS) {
            end++;
        }
        return end;
    }

    private static int[] indices(long[] entries, int from, int end) {
        int[] indices = new int[end - from];
        for (int i = from; i < end; i++) {
            indices[i - from] = (int) (entries[i] & INDEX_MASK);
        }
        return indices;
    }

    private void matchGroup(MatchKey by, int[] here, int[] there) {
        boolean crowd = Math.max(here.length, there.length) > CROWD;
        for (int i = 0; i < here.length; i++) {
            int best = ABSENT;
            int from = crowd ? Math.min(i, there.length) : 0;
            int end = crowd ? Math.min(i + 1, there.length) : there.length;
            for (int j = from; j < end; j++) {
                if (fits(by, here[i], there[j]) && (best == ABSENT || isNearer(here[i], there[j], best))) {
                    best = there[j];
                }
            }
            if (best != ABSENT) {
                partners[0][here[i]] = best;
                partners[1][best] = here[i];
            }
        }
    }

    private boolean fits(MatchKey by, int a, int b) {
        return partners[1][b] == ABSENT
                && by.key(ledgers[0], a) == by.key(ledgers[1], b)
                && (!by.timed() || !clock.isKnown() || lived(a, b));
    }

    /** Whether the two lived at the same time, and if both began in front of the capture, began together. */
    private boolean lived(int a, int b) {
        long shift = clock.offset(ledgers[0].firstNanos(a));
        boolean overlap = ledgers[0].firstNanos(a) + shift <= ledgers[1].lastNanos(b) + SLACK
                && ledgers[0].lastNanos(a) + shift >= ledgers[1].firstNanos(b) - SLACK;
        boolean otherIsns = ledgers[0].knowsInitiatorIsn(a)
                && ledgers[1].knowsInitiatorIsn(b)
                && ledgers[0].initiatorIsn(a) != ledgers[1].initiatorIsn(b);
        return overlap && (!otherIsns || apart(a, b) <= SLACK);
    }

    private boolean isNearer(int a, int candidate, int best) {
        return apart(a, candidate) < apart(a, best);
    }

    private long apart(int a, int b) {
        long shift = clock.isKnown() ? clock.offset(ledgers[0].firstNanos(a)) : 0;
        return Math.abs(ledgers[0].firstNanos(a) + shift - ledgers[1].firstNanos(b));
    }

    private static boolean flipped(ConversationLedger here, int i, ConversationLedger there, int j) {
        if (here.knowsInitiatorIsn(i) && there.knowsInitiatorIsn(j)
                || here.knowsResponderIsn(i) && there.knowsResponderIsn(j)) {
            return false;
        }
        boolean straight = here.initiator(i) == there.initiator(j)
                || here.responder(i) == there.responder(j)
                || here.initiatorNext(i) == there.initiatorNext(j)
                || here.responderNext(i) == there.responderNext(j);
        boolean crossed = here.initiator(i) == there.responder(j)
                || here.responder(i) == there.initiator(j)
                || here.initiatorNext(i) == there.responderNext(j)
                || here.responderNext(i) == there.initiatorNext(j);
        return crossed && !straight;
    }
}
