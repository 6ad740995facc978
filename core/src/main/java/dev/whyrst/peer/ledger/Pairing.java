package dev.whyrst.peer.ledger;

import dev.whyrst.timeline.Side;

/**
 * The same conversation in the other capture.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 *
 * @param conversation its number there
 * @param flipped whether the initiator here is taken for the responder there
 * @param initiatorDelta what a device on the path added to the sequence numbers of the initiator here; almost always 0
 * @param responderDelta the same for the responder here
 */
public record Pairing(int conversation, boolean flipped, int initiatorDelta, int responderDelta) {

    /** What a side of this capture is called in the other one. */
    public Side side(Side here) {
        return flipped ? here.opposite() : here;
    }

    /** A sequence number of that side of this capture as it stands in the other one. */
    public int number(Side here, int raw) {
        return raw + (here == Side.INITIATOR ? initiatorDelta : responderDelta);
    }
}
