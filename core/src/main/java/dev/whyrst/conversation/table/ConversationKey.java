package dev.whyrst.conversation.table;

import dev.whyrst.decode.SegmentView;
import dev.whyrst.net.Mixer;

/**
 * The addresses and ports of a segment in canonical order, the lower endpoint first; reused for every segment.
 *
 * <p>Ends are called 0 (the lower endpoint) and 1 here; which of them is the initiator is another question.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class ConversationKey {

    public long lowHigh;
    public long lowLow;
    public long highHigh;
    public long highLow;
    public long ports;

    /** Which end sent the segment: 0 for the lower endpoint. */
    public int sender;

    /**
     * Takes the key of a segment.
     *
     * @param realm keeps equal tuples apart: 0, the input where files are kept apart, or one {@linkplain #inTunnel in a
     *     tunnel}
     */
    public void of(SegmentView segment, int realm) {
        set(
                segment.srcHigh(),
                segment.srcLow(),
                segment.srcPort(),
                segment.dstHigh(),
                segment.dstLow(),
                segment.dstPort(),
                realm);
    }

    /** Takes the key of a source and a destination. */
    void set(long srcHigh, long srcLow, int srcPort, long dstHigh, long dstLow, int dstPort, int realm) {
        boolean swapped = isAfter(srcHigh, srcLow, srcPort, dstHigh, dstLow, dstPort);
        sender = swapped ? 1 : 0;
        lowHigh = swapped ? dstHigh : srcHigh;
        lowLow = swapped ? dstLow : srcLow;
        highHigh = swapped ? srcHigh : dstHigh;
        highLow = swapped ? srcLow : dstLow;
        long low = swapped ? dstPort : srcPort;
        long high = swapped ? srcPort : dstPort;
        ports = (long) realm << 32 | low << 16 | high;
    }

    /**
     * The realm of a tuple's conversation in that tunnel (0 for none) beside one elsewhere; inputs take the lower 17
     * bits.
     */
    public static int inTunnel(int realm, int tunnel) {
        return realm | tunnel + 1 << 17;
    }

    public int hash(long seed) {
        return Mixer.place(Mixer.mix(seed, lowHigh, lowLow, highHigh, highLow, ports));
    }

    private static boolean isAfter(long aHigh, long aLow, int aPort, long bHigh, long bLow, int bPort) {
        if (aHigh != bHigh) {
            return Long.compareUnsigned(aHigh, bHigh) > 0;
        }
        if (aLow != bLow) {
            return Long.compareUnsigned(aLow, bLow) > 0;
        }
        return aPort > bPort;
    }
}
