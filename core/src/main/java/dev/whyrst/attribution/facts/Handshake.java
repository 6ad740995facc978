package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Timeline;
import java.util.Optional;

/**
 * What the capture shows of a conversation's handshake before a RST.
 *
 * <p>Captures of several queues or files may hold its segments in another order than they were sent, even the SYN,ACK before its SYN.
 *
 * @param syn the first SYN
 * @param lastSyn the last SYN before the SYN,ACK (or before the RST); the first one where all stand behind the SYN,ACK
 * @param synAck the first SYN,ACK
 * @param ack the initiator's first segment behind the SYN,ACK, whatever it is, or the one before it that acknowledges it
 * @param syns how often the SYN was sent
 * @param synAcks how often the SYN,ACK was sent
 * @param hasTwoAnswers whether SYN,ACKs with different numbers answered the SYN: two answerers, or one that took two copies of the SYN
 *     for two requests
 */
public record Handshake(
        Optional<Segment> syn,
        Optional<Segment> lastSyn,
        Optional<Segment> synAck,
        Optional<Segment> ack,
        int syns,
        int synAcks,
        boolean hasTwoAnswers) {

    /** Reads the handshake from the segments before index {@code end} of the timeline. */
    static Handshake of(Timeline timeline, int end) {
        Steps steps = new Steps();
        for (int i = 0; i < end; i++) {
            Segment s = timeline.segments().get(i);
            if (!s.isReset()) {
                steps.take(s);
            }
        }
        return new Handshake(
                Optional.ofNullable(steps.syn),
                Optional.ofNullable(steps.lastSyn),
                Optional.ofNullable(steps.synAck),
                Optional.ofNullable(steps.ack),
                steps.syns,
                steps.synAcks,
                steps.hasTwoAnswers);
    }

    /**
     * From the first SYN to the first SYN,ACK, over all retransmissions, in nanoseconds; -1 if one of them is missing, or their times
     * do not tell it because the SYN,ACK's is the earlier one.
     */
    public long latencyNanos() {
        return syn.isPresent() && synAck.isPresent()
                ? Math.max(-1, synAck.get().timeNanos() - syn.get().timeNanos())
                : -1;
    }

    /** From the last SYN to the SYN,ACK: what the path and the responder took for one of them; -1 if one is missing. */
    public long lastTryNanos() {
        return lastSyn.isPresent() && synAck.isPresent()
                ? synAck.get().timeNanos() - lastSyn.get().timeNanos()
                : -1;
    }

    /** Whether a segment acknowledges the SYN, with or without data that the SYN bore (RFC 7413 section 4.2.2). */
    public boolean isAcknowledgedBy(Segment answer) {
        return syn.isPresent() && (acknowledges(answer, syn.get()) || acknowledges(answer, lastSyn.get()));
    }

    private static boolean isAcknowledged(Segment synAck, Segment ack) {
        return ack != null && ack.hasAck() && ack.rawAck() == synAck.rawEnd();
    }

    private static boolean acknowledges(Segment answer, Segment syn) {
        int ahead = answer.rawAck() - syn.rawSeq();
        return ahead > 0 && ahead <= syn.segLength();
    }

    /** Whether SYN, SYN,ACK and a segment of the initiator behind it were seen. */
    public boolean complete() {
        return syn.isPresent() && synAck.isPresent() && ack.isPresent();
    }

    /** The steps as they are found, one segment after the other. */
    private static final class Steps {

        private Segment syn;
        private Segment lastSyn;
        private Segment synAck;
        private Segment ack;
        private int syns;
        private int synAcks;
        private boolean hasTwoAnswers;

        /** The initiator's first segment that stands before a SYN,ACK. */
        private Segment early;

        void take(Segment s) {
            if (s.isInitialSyn()) {
                takeSyn(s);
            } else if (s.isSynAck()) {
                takeSynAck(s);
            } else if (s.from() == Side.INITIATOR) {
                ack = synAck != null && ack == null ? s : ack;
                early = synAck == null && early == null ? s : early;
            }
        }

        private void takeSyn(Segment s) {
            syn = syn == null ? s : syn;
            lastSyn = synAck == null || lastSyn == null || s.timeNanos() < synAck.timeNanos() ? s : lastSyn;
            syns++;
        }

        private void takeSynAck(Segment s) {
            ack = synAck == null && isAcknowledged(s, early) ? early : ack;
            hasTwoAnswers |= synAck != null && s.rawSeq() != synAck.rawSeq() && s.rawAck() == synAck.rawAck();
            synAck = synAck == null ? s : synAck;
            synAcks++;
        }
    }
}
