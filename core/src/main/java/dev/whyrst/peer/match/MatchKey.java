package dev.whyrst.peer.match;

import dev.whyrst.peer.ledger.ConversationLedger;
import dev.whyrst.peer.ledger.Fingerprint;

/**
 * What two conversations of the two captures may have in common, the most telling first.
 *
 * <p>ISNs survive the translation of addresses and ports; where a handshake was not captured or a device chose other
 * ISNs, the endpoints or the last sequence numbers must do.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public enum MatchKey {
    ISNS_AND_ENDPOINTS(false) {
        @Override
        long key(ConversationLedger ledger, int i) {
            return ledger.knowsIsns(i) ? ledger.isns(i) ^ endpoints(ledger, i) : NONE;
        }
    },
    ISNS(false) {
        @Override
        long key(ConversationLedger ledger, int i) {
            return ledger.knowsIsns(i) ? ledger.isns(i) : NONE;
        }
    },
    INITIATOR_ISN_AND_ENDPOINTS(true) {
        @Override
        long key(ConversationLedger ledger, int i) {
            return ledger.knowsInitiatorIsn(i) ? Fingerprint.mix(ledger.initiatorIsn(i)) ^ endpoints(ledger, i) : NONE;
        }
    },
    INITIATOR_ISN_AND_RESPONDER(true) {
        @Override
        long key(ConversationLedger ledger, int i) {
            return ledger.knowsInitiatorIsn(i) ? Fingerprint.mix(ledger.initiatorIsn(i)) ^ ledger.responder(i) : NONE;
        }
    },
    INITIATOR_ISN_AND_INITIATOR(true) {
        @Override
        long key(ConversationLedger ledger, int i) {
            return ledger.knowsInitiatorIsn(i) ? Fingerprint.mix(ledger.initiatorIsn(i)) ^ ledger.initiator(i) : NONE;
        }
    },
    INITIATOR_ISN(true) {
        @Override
        long key(ConversationLedger ledger, int i) {
            return ledger.knowsInitiatorIsn(i) ? Fingerprint.mix(ledger.initiatorIsn(i)) : NONE;
        }
    },
    RESPONDER_ISN(true) {
        @Override
        long key(ConversationLedger ledger, int i) {
            return ledger.knowsResponderIsn(i) ? Fingerprint.mix(ledger.responderIsn(i)) : NONE;
        }
    },
    ENDPOINTS(true) {
        @Override
        long key(ConversationLedger ledger, int i) {
            return ledger.isKept(i) ? endpoints(ledger, i) : NONE;
        }
    },
    LAST_NUMBERS(true) {
        @Override
        long key(ConversationLedger ledger, int i) {
            return ledger.bothSpoke(i) ? Fingerprint.unordered(ledger.initiatorNext(i), ledger.responderNext(i)) : NONE;
        }
    };

    /** The key of a conversation of which nothing of the kind is known. */
    static final long NONE = 0;

    private final boolean timed;

    MatchKey(boolean timed) {
        this.timed = timed;
    }

    /** Whether it may be chance, so that the two must have lived at the same time too. */
    boolean timed() {
        return timed;
    }

    /** What conversations that are alike in this have in common; {@link #NONE} where it is not known. */
    abstract long key(ConversationLedger ledger, int i);

    private static long endpoints(ConversationLedger ledger, int i) {
        return Fingerprint.unordered(ledger.initiator(i), ledger.responder(i));
    }
}
