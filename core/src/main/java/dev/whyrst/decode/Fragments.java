package dev.whyrst.decode;

import dev.whyrst.net.Mixer;
import dev.whyrst.net.Nanos;
import dev.whyrst.net.TcpFlags;

/**
 * IP packets in fragments, in bounded memory.
 *
 * <p>A first fragment is decoded where it stands if it tells all: a reset (which must not get lost because its rest was
 * not captured), a segment inside a tunnel whose inner packet says its own length, or no TCP at all. Otherwise the
 * packet is decoded at the frame that completes it, with its whole length. The oldest packet makes room for a new one.
 */
final class Fragments {

    /** What a packet costs, roughly: the bytes that are kept and the map of what arrived. */
    private static final int BYTES_PER_PACKET = 4096;

    /** More than the layers of a walk, so that a packet that is being decoded is never the one that makes room. */
    private static final int MIN_PACKETS = 2 * Walk.MAX_LAYERS;

    private static final int MAX_PACKETS = 1 << 20;

    /** As long as hosts wait for the rest of a packet (Linux, for IPv4). */
    private static final long TIMEOUT_NANOS = 30 * Nanos.SECOND;

    private final long seed = Mixer.seed();
    private final int capacity;
    private Datagram[] slots;
    private Datagram[] byAge;
    private int oldest;

    /** @param memory bytes that waiting fragments may take; 0 decodes first fragments in place and drops the others */
    Fragments(long memory) {
        capacity = memory <= 0 ? 0 : (int) Math.min(Math.max(memory / BYTES_PER_PACKET, MIN_PACKETS), MAX_PACKETS);
    }

    /**
     * Goes on with the payload of a fragment.
     *
     * @param keyProtocol what tells packets with the same identification apart
     * @param at where the fragment's part of the packet begins
     */
    DecodeOutcome decode(Walk walk, int id, int keyProtocol, int protocol, int at, int offset, boolean more) {
        if (capacity == 0 || !walk.lengthKnown) {
            return offset == 0 ? Ip.carried(walk, protocol, at) : DecodeOutcome.FRAGMENT;
        }
        if (!walk.descend()) {
            return DecodeOutcome.MALFORMED;
        }
        Datagram packet = find(walk, id, keyProtocol);
        if (offset == 0) {
            if (packet.isSettled()) {
                packet.restart(walk.view.timeNanos);
            }
            packet.protocol = protocol;
            DecodeOutcome outcome = inPlace(walk, packet, at);
            if (outcome != DecodeOutcome.FRAGMENT) {
                return outcome;
            }
        }
        if (!packet.isSettled()) {
            packet.add(walk.bytes, at, walk.end - at, walk.wireEnd - at, offset, more);
        }
        return !packet.isSettled() && packet.isComplete() ? whole(walk, packet) : DecodeOutcome.FRAGMENT;
    }

    /** Decodes a first fragment; {@code FRAGMENT} where the rest of the packet is needed. */
    private static DecodeOutcome inPlace(Walk walk, Datagram packet, int at) {
        int end = walk.end;
        int wireEnd = walk.wireEnd;
        int depth = walk.depth;
        int passed = walk.passedCount;
        DecodeOutcome outcome = Ip.carried(walk, packet.protocol, at);
        if (tellsAll(walk, outcome)) {
            packet.settle();
            return outcome;
        }
        walk.backTo(end, wireEnd, depth, passed);
        return DecodeOutcome.FRAGMENT;
    }

    private static boolean tellsAll(Walk walk, DecodeOutcome outcome) {
        return switch (outcome) {
            case TCP_SEGMENT -> !walk.fragmented || (walk.view.flags & TcpFlags.RST) != 0;
            case FRAGMENT, SNAPPED -> false;
            default -> true;
        };
    }

    private static DecodeOutcome whole(Walk walk, Datagram packet) {
        byte[] frame = walk.bytes;
        int protocol = packet.protocol;
        walk.bytes = packet.kept;
        walk.end = packet.captured();
        walk.wireEnd = packet.total();
        walk.fragmented = false;
        // Identifications repeat soon: what comes next under this one is another packet.
        packet.restart(walk.view.timeNanos);
        DecodeOutcome outcome = Ip.carried(walk, protocol, 0);
        walk.bytes = frame;
        walk.end = 0;
        walk.wireEnd = 0;
        return outcome;
    }

    private Datagram find(Walk walk, int id, int keyProtocol) {
        if (slots == null) {
            slots = new Datagram[Integer.highestOneBit(2 * capacity - 1)];
            byAge = new Datagram[capacity];
        }
        long encapsulation = EncapsulationTable.key(walk.passed, walk.passedCount);
        int hash = hash(walk.view, id, encapsulation);
        Datagram packet = slots[hash & (slots.length - 1)];
        while (packet != null && !matches(packet, walk.view, id, keyProtocol, encapsulation)) {
            packet = packet.next;
        }
        if (packet == null) {
            packet = makeRoom(hash);
            setKey(packet, walk.view, id, keyProtocol, encapsulation);
            packet.restart(walk.view.timeNanos);
        } else if (Math.abs(walk.view.timeNanos - packet.bornNanos) > TIMEOUT_NANOS) {
            packet.restart(walk.view.timeNanos);
        }
        return packet;
    }

    private int hash(SegmentView view, int id, long encapsulation) {
        long packet = Mixer.mix(seed, view.srcHigh, view.srcLow, view.dstHigh, view.dstLow, id);
        return Mixer.place(Mixer.mix(packet, encapsulation));
    }

    private static boolean matches(Datagram packet, SegmentView view, int id, int keyProtocol, long encapsulation) {
        return packet.id == id
                && packet.srcLow == view.srcLow
                && packet.dstLow == view.dstLow
                && packet.srcHigh == view.srcHigh
                && packet.dstHigh == view.dstHigh
                && packet.keyProtocol == keyProtocol
                && packet.encapsulation == encapsulation;
    }

    private static void setKey(Datagram packet, SegmentView view, int id, int keyProtocol, long encapsulation) {
        packet.srcHigh = view.srcHigh;
        packet.srcLow = view.srcLow;
        packet.dstHigh = view.dstHigh;
        packet.dstLow = view.dstLow;
        packet.id = id;
        packet.keyProtocol = keyProtocol;
        packet.encapsulation = encapsulation;
    }

    /** A packet to fill, linked under {@code hash}: a new one, or the oldest. */
    private Datagram makeRoom(int hash) {
        Datagram packet = byAge[oldest];
        if (packet == null) {
            packet = new Datagram();
            byAge[oldest] = packet;
        } else {
            unlink(packet);
        }
        oldest = oldest + 1 == capacity ? 0 : oldest + 1;
        int slot = hash & (slots.length - 1);
        packet.hash = hash;
        packet.next = slots[slot];
        slots[slot] = packet;
        return packet;
    }

    private void unlink(Datagram packet) {
        int slot = packet.hash & (slots.length - 1);
        if (slots[slot] == packet) {
            slots[slot] = packet.next;
            return;
        }
        Datagram before = slots[slot];
        while (before.next != packet) {
            before = before.next;
        }
        before.next = packet.next;
    }
}
