package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.List;

/** What the kept segments before a RST tell of one side, read in one pass. RSTs do not count. */
final class SaidBefore {

    private final Side side;
    private Segment last;
    private Segment lastPayload;
    private Segment firstFin;
    private boolean onlyInitialSyns = true;
    private boolean beyondHandshake;
    private long acknowledged;
    private long answered = 1;

    private SaidBefore(Side side) {
        this.side = side;
    }

    static SaidBefore of(Side side, List<Segment> segments, int end) {
        SaidBefore prelude = new SaidBefore(side);
        for (int i = 0; i < end; i++) {
            Segment s = segments.get(i);
            if (s.from() == side && !s.isReset()) {
                prelude.add(s);
            }
        }
        return prelude;
    }

    private void add(Segment s) {
        last = s;
        onlyInitialSyns &= s.isInitialSyn();
        beyondHandshake |= !s.isSyn() && (side == Side.RESPONDER || s.hasPayload() || s.isFin());
        if (s.isFin() && firstFin == null) {
            firstFin = s;
        }
        if (s.hasPayload()) {
            lastPayload = s;
        }
        if (s.hasAck()) {
            acknowledged = Math.max(acknowledged, s.ack());
            answered = s.hasPayload() ? Math.max(answered, s.ack()) : answered;
        }
    }

    /** The side's last segment, or null. */
    Segment last() {
        return last;
    }

    /** The side's last segment with payload, or null. */
    Segment lastPayload() {
        return lastPayload;
    }

    /** The side's first FIN, or null. */
    Segment firstFin() {
        return firstFin;
    }

    /** Whether the side sent nothing but SYNs, or nothing at all. */
    boolean onlyInitialSyns() {
        return onlyInitialSyns;
    }

    /** Whether the side sent anything but handshake segments. */
    boolean beyondHandshake() {
        return beyondHandshake;
    }

    /** The highest number of the other side that it acknowledged, 0 if none. */
    long acknowledged() {
        return acknowledged;
    }

    /** The highest number of the other side that it acknowledged together with payload of its own, at least 1. */
    long answered() {
        return answered;
    }
}
