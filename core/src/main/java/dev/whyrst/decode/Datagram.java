package dev.whyrst.decode;

import java.util.BitSet;

/**
 * An IP packet that is put together from fragments: which parts arrived, and the first bytes of it.
 *
 * <p>Headers stand at the beginning, so that is all that is kept; of the rest the length counts. A fragment that
 * arrived already is ignored, one that overlaps another in part spoils the packet, as in Linux (and RFC 5722 for IPv6):
 * whoever sends such fragments wants that two readers see two packets.
 */
final class Datagram {

    /** How many bytes from the beginning are kept: enough for all headers and the start of the data. */
    static final int KEPT = 2048;

    private static final int MAX_LENGTH = 65_535;

    /** Fragment offsets count in eights (RFC 791 section 3.1). */
    private static final int UNIT = 8;

    private static final int UNKNOWN = -1;

    private static final byte COLLECTING = 0;
    private static final byte SETTLED = 1;

    long srcHigh;
    long srcLow;
    long dstHigh;
    long dstLow;
    int id;
    int keyProtocol;
    long encapsulation;

    /** When its first captured fragment was captured. */
    long bornNanos;

    int hash;

    /** The next one with the same hash slot, or null. */
    Datagram next;

    /** What the first fragment says that the packet carries. */
    int protocol;

    final byte[] kept = new byte[KEPT];

    private final BitSet arrived = new BitSet();
    private int total;
    private int firstMissing;
    private byte state;

    /** Begins anew under the same or another key. */
    void restart(long nanos) {
        bornNanos = nanos;
        protocol = 0;
        arrived.clear();
        total = UNKNOWN;
        firstMissing = KEPT;
        state = COLLECTING;
    }

    /** No further fragment of it matters: its first told all, or they contradict each other. */
    void settle() {
        state = SETTLED;
    }

    boolean isSettled() {
        return state == SETTLED;
    }

    /** Its length once the last fragment arrived, else -1. */
    int total() {
        return total;
    }

    /** How many bytes from the beginning were captured without a hole, when it is complete. */
    int captured() {
        return Math.min(firstMissing, total);
    }

    boolean isComplete() {
        return total != UNKNOWN && arrived.nextClearBit(0) >= units(total);
    }

    /**
     * Takes a fragment.
     *
     * @param offset in the packet, a multiple of 8
     * @param length on the wire, of which {@code captured} bytes lie in {@code bytes} at {@code at}
     * @param more whether others follow after it
     */
    void add(byte[] bytes, int at, int captured, int length, int offset, boolean more) {
        int whole = more ? length & -UNIT : length;
        int end = offset + whole;
        if (end > MAX_LENGTH || contradictsLength(end, more)) {
            settle();
            return;
        }
        int from = offset / UNIT;
        int to = units(end);
        int next = arrived.nextSetBit(from);
        if (next >= 0 && next < to) {
            if (next != from || arrived.nextClearBit(from) < to) {
                settle();
            }
            return;
        }
        arrived.set(from, to);
        if (!more) {
            total = end;
        }
        keep(bytes, at, Math.min(captured, whole), whole, offset);
    }

    private boolean contradictsLength(int end, boolean more) {
        if (more) {
            return total != UNKNOWN && end > total;
        }
        return total != UNKNOWN ? end != total : arrived.length() > units(end);
    }

    private void keep(byte[] bytes, int at, int captured, int length, int offset) {
        int count = Math.min(captured, KEPT - offset);
        if (count > 0) {
            System.arraycopy(bytes, at, kept, offset, count);
        }
        if (captured < length) {
            firstMissing = Math.min(firstMissing, offset + captured);
        }
    }

    private static int units(int length) {
        return (length + UNIT - 1) / UNIT;
    }
}
