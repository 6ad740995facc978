package dev.whyrst.scenario;

import dev.whyrst.net.TcpFlags;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * One end of a connection, as far as its own host knows it. Sequence numbers are longs that do not wrap; the header takes their
 * lower 32 bits.
 */
final class ConnectionEnd {

    private static final long ISN_BITS = 0xffff_ffffL;
    /** Keeps numbers positive, whatever a scenario subtracts. */
    private static final long ISN_BASE = 1L << 32;

    private final Step.Party party;
    private final Step.Party peer;
    private final Map<Long, Long> outOfOrder = new TreeMap<>();
    private final Map<Integer, WireSegment> lastSentByFlags = new HashMap<>();
    private int incarnation;
    private boolean open;
    private boolean forgotten;
    private long iss;
    private long sndNxt;
    private long rcvNxt;
    private int window;
    private int ipId;
    private int tsRecent;
    private boolean offersTimestamps;
    private boolean peerOffersTimestamps;
    private boolean offersWindowScale;
    private boolean peerOffersWindowScale;
    private WireSegment peerSyn;
    private WireSegment lastReceived;

    ConnectionEnd(Step.Party party, Step.Party peer) {
        this.party = party;
        this.peer = peer;
    }

    /**
     * Chooses an ISN for a new incarnation.
     *
     * @param chosen the ISN, negative to leave the choice to the end
     * @param answersSyn whether it answers the peer's SYN
     */
    void begin(long chosen, boolean answersSyn) {
        incarnation++;
        forgotten = false;
        open = true;
        iss = ISN_BASE + (chosen >= 0 ? chosen : Seeds.of("isn", party, peer, incarnation) & ISN_BITS);
        sndNxt = iss;
        rcvNxt = -1;
        window = -1;
        ipId = (int) Seeds.of("ipid", party, peer, incarnation) & 0xffff;
        outOfOrder.clear();
        if (answersSyn && peerSyn != null) {
            accept(peerSyn);
        }
    }

    /** The end is in the middle of a connection of which the scenario does not tell the begin. */
    void beginMidStream(ConnectionEnd other) {
        begin(-1, false);
        sndNxt = iss + 1;
        offersTimestamps = party.host().stack().offersTimestamps();
        peerOffersTimestamps = peer.host().stack().offersTimestamps();
        offersWindowScale = party.host().stack().windowShift() >= 0;
        peerOffersWindowScale = peer.host().stack().windowShift() >= 0;
        if (!other.open && !other.forgotten) {
            other.beginMidStream(this);
        }
        rcvNxt = other.sndNxt;
    }

    /** The host restarts. */
    void forget() {
        open = false;
        forgotten = true;
        rcvNxt = -1;
        peerSyn = null;
        outOfOrder.clear();
    }

    /** Counts in a segment that this end has sent. */
    void sent(WireSegment segment) {
        lastSentByFlags.put(segment.step().flags(), segment);
        if (segment.is(TcpFlags.RST)) {
            return;
        }
        sndNxt = Math.max(sndNxt, segment.end());
        if (segment.is(TcpFlags.SYN)) {
            offersTimestamps = segment.options().timestamps();
            offersWindowScale = segment.options().windowShift() >= 0;
        } else {
            window = segment.window();
        }
    }

    /** Takes a segment that has arrived at this end. */
    void receive(WireSegment segment) {
        lastReceived = segment;
        boolean knocks = segment.is(TcpFlags.SYN) && !segment.is(TcpFlags.ACK);
        if (knocks) {
            // An end that still holds an old connection keeps its numbers until it answers with SYN,ACK.
            peerSyn = segment;
        } else if (segment.is(TcpFlags.SYN) && open) {
            accept(segment);
        } else if (!segment.is(TcpFlags.SYN) && !segment.is(TcpFlags.RST) && rcvNxt >= 0) {
            receiveData(segment);
        }
    }

    /** Takes numbers and options from the peer's SYN or SYN,ACK. */
    private void accept(WireSegment syn) {
        rcvNxt = syn.end();
        peerOffersTimestamps = syn.options().timestamps();
        peerOffersWindowScale = syn.options().windowShift() >= 0;
        tsRecent = syn.options().tsVal();
    }

    private void receiveData(WireSegment segment) {
        if (segment.options().timestamps()) {
            tsRecent = segment.options().tsVal();
        }
        outOfOrder.merge(segment.seq(), segment.end(), Math::max);
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Map.Entry<Long, Long> piece : outOfOrder.entrySet()) {
                if (piece.getKey() <= rcvNxt && piece.getValue() > rcvNxt) {
                    rcvNxt = piece.getValue();
                    moved = true;
                }
            }
        }
        outOfOrder.values().removeIf(end -> end <= rcvNxt);
    }

    /** The next IP-ID of the connection; a segment that offload sends as several takes as many. */
    int nextIpId(int packets) {
        int id = ipId;
        ipId = ipId + packets & 0xffff;
        return id;
    }

    /** The timestamp clock of the end, in milliseconds. */
    int timestampAt(long timeNanos) {
        return (int) (Seeds.of("clock", party, peer) + timeNanos / 1_000_000L);
    }

    int flowLabel() {
        return (int) (Seeds.of("flow", party, peer, incarnation) & 0xffffe) + 1;
    }

    Step.Party party() {
        return party;
    }

    boolean isOpen() {
        return open;
    }

    boolean hasForgotten() {
        return forgotten;
    }

    boolean usesTimestamps() {
        return offersTimestamps && peerOffersTimestamps;
    }

    boolean peerOffersTimestamps() {
        return peerOffersTimestamps;
    }

    long iss() {
        return iss;
    }

    long sndNxt() {
        return sndNxt;
    }

    /** What it has received so far; -1 for nothing. */
    long rcvNxt() {
        return rcvNxt;
    }

    /** The raw window field that it announces: the one before, or the stack's, which is larger where it is not scaled. */
    int window() {
        Stack.Windows natural = party.host().stack().windows();
        boolean scaled = offersWindowScale && peerOffersWindowScale;
        return window >= 0 ? window : scaled ? natural.established() : natural.syn();
    }

    int tsRecent() {
        return tsRecent;
    }

    /** The peer's latest SYN, or null. */
    WireSegment peerSyn() {
        return peerSyn;
    }

    /** The last segment that arrived, or null. */
    WireSegment lastReceived() {
        return lastReceived;
    }

    /** The last segment with these flags that the end sent, or null. */
    WireSegment lastSent(int flags) {
        return lastSentByFlags.get(flags);
    }
}
