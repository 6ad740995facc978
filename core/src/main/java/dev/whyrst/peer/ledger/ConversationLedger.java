package dev.whyrst.peer.ledger;

import dev.whyrst.net.Endpoint;
import dev.whyrst.timeline.ConversationOutline;
import dev.whyrst.timeline.ConversationOutline.Numbers;

/**
 * All conversations of one capture as columns, some 70 bytes a conversation: what may identify each in the other
 * capture.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class ConversationLedger {

    private static final int INITIATOR_ISN = 1;
    private static final int RESPONDER_ISN = 2;
    private static final int INITIATOR_SPOKE = 4;
    private static final int RESPONDER_SPOKE = 8;
    private static final int ACCEPTED = 16;
    private static final int KEPT = 32;

    private final long[] initiators;
    private final long[] responders;
    private final long[] responderHosts;
    private final long[] isns;
    private final long[] nexts;
    private final long[] firstNanos;
    private final long[] lastNanos;
    private final byte[] known;

    public ConversationLedger(PeerTrace trace) {
        int size = trace.conversations();
        initiators = new long[size];
        responders = new long[size];
        responderHosts = new long[size];
        isns = new long[size];
        nexts = new long[size];
        firstNanos = new long[size];
        lastNanos = new long[size];
        known = new byte[size];
        for (int i = 0; i < size; i++) {
            if (trace.isKept(i)) {
                enter(i, trace.outline(i));
            }
        }
    }

    public int size() {
        return known.length;
    }

    /** Whether anything is known of it. */
    public boolean isKept(int i) {
        return is(i, KEPT);
    }

    /** A number that stands for the initiator's address and port. */
    public long initiator(int i) {
        return initiators[i];
    }

    /** A number that stands for the responder's address and port. */
    public long responder(int i) {
        return responders[i];
    }

    /** A number that stands for the responder's address. */
    public long responderHost(int i) {
        return responderHosts[i];
    }

    public boolean knowsInitiatorIsn(int i) {
        return is(i, INITIATOR_ISN);
    }

    public boolean knowsResponderIsn(int i) {
        return is(i, RESPONDER_ISN);
    }

    public boolean knowsIsns(int i) {
        return is(i, INITIATOR_ISN | RESPONDER_ISN);
    }

    /** Whether both sides sent more than RSTs. */
    public boolean bothSpoke(int i) {
        return is(i, INITIATOR_SPOKE | RESPONDER_SPOKE);
    }

    public boolean accepted(int i) {
        return is(i, ACCEPTED);
    }

    /** Both ISNs, the initiator's in the upper half. */
    public long isns(int i) {
        return isns[i];
    }

    public int initiatorIsn(int i) {
        return (int) (isns[i] >>> 32);
    }

    public int responderIsn(int i) {
        return (int) isns[i];
    }

    /** The number after the last that the initiator sent. */
    public int initiatorNext(int i) {
        return (int) (nexts[i] >>> 32);
    }

    public int responderNext(int i) {
        return (int) nexts[i];
    }

    public long firstNanos(int i) {
        return firstNanos[i];
    }

    public long lastNanos(int i) {
        return lastNanos[i];
    }

    private boolean is(int i, int bits) {
        return (known[i] & bits) == bits;
    }

    private void enter(int i, ConversationOutline outline) {
        Numbers initiator = outline.ofInitiator();
        Numbers responder = outline.ofResponder();
        initiators[i] = Fingerprint.endpoint(outline.initiator());
        responders[i] = Fingerprint.endpoint(outline.responder());
        responderHosts[i] =
                Fingerprint.endpoint(new Endpoint(outline.responder().address(), 0));
        isns[i] = (long) initiator.isn() << 32 | responder.isn() & 0xffff_ffffL;
        nexts[i] = (long) initiator.next() << 32 | responder.next() & 0xffff_ffffL;
        firstNanos[i] = outline.firstNanos();
        lastNanos[i] = outline.lastNanos();
        known[i] = (byte) ((initiator.isnKnown() ? INITIATOR_ISN : 0)
                | (responder.isnKnown() ? RESPONDER_ISN : 0)
                | (initiator.spoke() ? INITIATOR_SPOKE : 0)
                | (responder.spoke() ? RESPONDER_SPOKE : 0)
                | (outline.accepted() ? ACCEPTED : 0)
                | KEPT);
    }
}
