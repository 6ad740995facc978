package dev.whyrst.decode;

/**
 * The walk through the layers of one frame, from the outside in: what may be read, and what was passed on the way.
 *
 * <p>Each protocol is a class with a static {@code decode(walk, at)} that checks its header against {@link #end},
 * narrows the bounds where the header says so, and calls the next one. One walk serves all frames of a decoder.
 */
final class Walk {

    /** Layers that may stand inside each other; more is an attack on the stack, not a network. */
    static final int MAX_LAYERS = 32;

    /** The largest payload that segmentation offload is known to make, and more than any link's frame. */
    private static final int MAX_WIRE_LENGTH = 262_144;

    final EncapsulationTable encapsulations = new EncapsulationTable();
    final UnknownTypes unknownTypes = new UnknownTypes();
    final Fragments fragments;
    final long[] passed = new long[MAX_LAYERS];
    int passedCount;

    SegmentView view;
    byte[] bytes;

    /** Where the captured bytes of the current layer end (exclusive); nothing at or after it may be read. */
    int end;

    /** Where the current layer ended on the wire: after {@link #end} if the frame was snapped. */
    int wireEnd;

    /** Whether the innermost IP packet says its length (segmentation offload does not). */
    boolean lengthKnown;

    /** Whether the innermost IP packet is a fragment. */
    boolean fragmented;

    /** How many layers the walk went down. */
    int depth;

    Walk(Fragments fragments) {
        this.fragments = fragments;
    }

    /** Begins with the frame's outermost byte. */
    void begin(byte[] buffer, int offset, int captured, int original, SegmentView into) {
        bytes = buffer;
        end = offset + captured;
        wireEnd = offset + Math.max(captured, Math.min(original, MAX_WIRE_LENGTH));
        view = into;
        depth = 0;
        fragmented = false;
        passedCount = 0;
    }

    /** Whether {@code length} bytes from {@code at} on were captured. */
    boolean has(int at, int length) {
        return end - at >= length;
    }

    /**
     * Why bytes are missing at {@link #end}: not captured, in another fragment, or the layer around is too short for
     * them.
     */
    DecodeOutcome cutShort() {
        if (end < wireEnd) {
            return DecodeOutcome.SNAPPED;
        }
        return fragmented ? DecodeOutcome.FRAGMENT : DecodeOutcome.MALFORMED;
    }

    /** Ends the current layer at {@code newEnd} on the wire, as its length field says. */
    void endOnWireAt(int newEnd) {
        wireEnd = newEnd;
        if (end > newEnd) {
            end = newEnd;
        }
    }

    /** Goes one layer down; false when the frame is nested too deep to go on. */
    boolean descend() {
        return ++depth <= MAX_LAYERS;
    }

    /** Goes back to where the walk stood before a layer that led nowhere. */
    void backTo(int formerEnd, int formerWireEnd, int formerDepth, int formerPassedCount) {
        end = formerEnd;
        wireEnd = formerWireEnd;
        depth = formerDepth;
        passedCount = formerPassedCount;
    }

    /** Tells the view what carried the segment. */
    void tellEncapsulation() {
        view.encapsulation = passedCount == 0 ? 0 : encapsulations.index(passed, passedCount);
        view.tunnel = view.encapsulation == 0 ? 0 : encapsulations.tunnel(view.encapsulation);
    }

    /** Remembers an encapsulation around the segment. */
    void pass(int kind, int id) {
        if (passedCount < MAX_LAYERS) {
            passed[passedCount++] = (long) kind << 32 | (id & 0xffff_ffffL);
        }
    }
}
