package dev.whyrst.peer.match;

import dev.whyrst.net.Nanos;
import dev.whyrst.peer.ledger.ConversationLedger;
import dev.whyrst.peer.ledger.Pairing;
import dev.whyrst.peer.ledger.SortedLongs;
import java.util.Arrays;

/**
 * The conversations of each capture that were recognised in none of the other. Where a device writes numbers of its
 * own, and perhaps addresses, one of them may be what the other capture holds by another name.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class UnmatchedConversations {

    /** How far apart, in nanoseconds, the two may have begun, as for conversations that match. */
    private static final long SLACK = 4 * Nanos.SECOND;

    private final long[][] begins = new long[2][];

    public UnmatchedConversations(ConversationLedger[] ledgers, ConversationPairs pairs) {
        boolean rewritten = isRewritten(ledgers[0], pairs);
        for (int capture = 0; capture < 2; capture++) {
            begins[capture] = rewritten ? begins(capture, ledgers[capture], pairs) : new long[0];
        }
    }

    /** Whether one began in that capture around that time of its clock. */
    public boolean anyAt(int capture, long time) {
        int next = SortedLongs.indexOf(begins[capture], begins[capture].length, time - SLACK);
        return next < begins[capture].length && begins[capture][next] <= time + SLACK;
    }

    private static boolean isRewritten(ConversationLedger ledger, ConversationPairs pairs) {
        for (int i = 0; i < ledger.size(); i++) {
            if (pairs.partner(0, i) != ConversationPairs.ABSENT) {
                Pairing pairing = pairs.pairing(0, i);
                if (pairing.initiatorDelta() != 0 || pairing.responderDelta() != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long[] begins(int capture, ConversationLedger ledger, ConversationPairs pairs) {
        long[] begins = new long[ledger.size()];
        int count = 0;
        for (int i = 0; i < begins.length; i++) {
            if (pairs.partner(capture, i) == ConversationPairs.ABSENT) {
                begins[count++] = ledger.firstNanos(i);
            }
        }
        long[] sorted = Arrays.copyOf(begins, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
