package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.Trigger;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What speaks for a third party as the RST's maker: fields that are off the line of the host whose name it bears.
 *
 * @param ttl whether the RST came another distance than its sender's segments in this conversation
 * @param ipId how its IP-ID fits
 * @param mirrorsIpId whether it bears the IP-ID of the peer's segment before it, which no host knows by chance
 * @param mirrorsWindow whether it bears the window of the peer's last segment, unlike its sender's own
 * @param lacksTimestamps whether an abort lacks the timestamps that its connection uses
 * @param tooYoung whether it acknowledges payload that cannot have reached its sender yet
 * @param goesBack whether it bears a number behind which its sender had just sent more, in answer to nothing that it had not taken
 * @param acksNothing whether its acknowledgment field is 0 although it has ACK, and its sender had acknowledged something
 * @param otherMac whether it came from another link-layer address than the sender's segments
 * @param flowLabelZero whether it bears flow label 0 where the sender's segments bear another
 * @param tooFast whether it answered sooner than its sender's host ever did at this capture point
 * @param bothEnds the RST to the other end at the same moment that answers nothing
 * @param forgedClose the FIN to the RST's sender at the same moment that acknowledges what this had never sent
 * @param sprayed further RSTs of the same sender with numbers that it had never reached
 * @param afterlife a segment of the sender that shows that it did not know of its RST
 * @param signature the device that was seen to make such RSTs
 * @param payload the device that was seen to put such a payload into its RSTs
 */
public record ForgerySigns(
        TtlFit ttl,
        IpIdFit ipId,
        boolean mirrorsIpId,
        boolean mirrorsWindow,
        boolean lacksTimestamps,
        boolean tooYoung,
        boolean goesBack,
        boolean acksNothing,
        boolean otherMac,
        boolean flowLabelZero,
        boolean tooFast,
        Optional<Reset> bothEnds,
        Optional<Segment> forgedClose,
        List<Reset> sprayed,
        Optional<Segment> afterlife,
        Optional<ForgerSignature> signature,
        Optional<ForgerPayload> payload) {

    /**
     * Reads the signs of a case. Some stacks build an answer for which they have no connection from the segment itself, with ACK; it has
     * neither timestamps nor, after a restart, the counter of before, and its window may be that of the segment.
     */
    static ForgerySigns of(ObservedRst r, TtlFit ttl) {
        boolean ipv4 = r.timeline().initiator().address().isIpv4();
        boolean without = !r.isStateless() && ttl == TtlFit.SAME && ConnectionlessAnswer.is(r);
        return new ForgerySigns(
                ttl,
                without ? IpIdFit.UNKNOWN : IpIdFit.of(r.timeline().before(r.reset()), r.rst(), r.sender(), ipv4),
                ipv4 && mirrorsIpId(r),
                !without && mirrorsWindow(r),
                !without && lacksTimestamps(r),
                Pace.acknowledgesTooSoon(r),
                goesBack(r),
                acksNothing(r),
                otherMac(r),
                !ipv4 && flowLabelZero(r),
                Pace.isTooFast(r),
                bothEnds(r),
                forgedClose(r),
                sprayed(r),
                Afterlife.of(r, ttl),
                ForgerSignature.of(r),
                ForgerPayload.of(r.reset()));
    }

    /** Whether its path or its making is not the sender's. */
    public boolean fromElsewhere() {
        return ttl.differs() || otherMac;
    }

    /** How many signs there are. */
    public int count() {
        return count(
                ttl.differs(),
                ipId == IpIdFit.OFF,
                mirrorsIpId,
                mirrorsWindow,
                lacksTimestamps,
                tooYoung,
                goesBack,
                acksNothing,
                otherMac,
                flowLabelZero,
                tooFast,
                bothEnds.isPresent(),
                forgedClose.isPresent(),
                !sprayed.isEmpty(),
                afterlife.isPresent(),
                signature.isPresent(),
                payload.isPresent());
    }

    private static int count(boolean... signs) {
        int count = 0;
        for (boolean sign : signs) {
            count += sign ? 1 : 0;
        }
        return count;
    }

    /**
     * How many signs there are that do not come from one another: a detour of the path, as when a router fails, changes the distance and
     * the link-layer address at once, and the host's counter goes on meanwhile. An answer that is too fast acknowledges too early; a
     * copied IP-ID is off the host's counter, and who copies it from a segment copies the window too.
     */
    public int independent() {
        int ofPath = count(ttl.differs(), otherMac, fromElsewhere() && ipId == IpIdFit.OFF);
        int ofPace = count(tooFast, tooYoung);
        int ofCopy = fromElsewhere() || !mirrorsIpId ? 0 : count(true, ipId == IpIdFit.OFF, mirrorsWindow);
        return count() - Math.max(0, ofPath - 1) - Math.max(0, ofPace - 1) - Math.max(0, ofCopy - 1);
    }

    /** Whether all there is are missing timestamps, which RFC 7323 section 3.2 asks of no RST. */
    public boolean isOnlyLackOfTimestamps() {
        return lacksTimestamps && count() == 1;
    }

    /** Whether all there are show but that it was built apart from the connection, as hosts' stacks build RSTs too. */
    public boolean areOnlyOfMaking() {
        return count() == count(lacksTimestamps, ipId == IpIdFit.OFF);
    }

    /** How many of them are in its numbers, which stacks that nobody has seen may choose in their own way. */
    public int ofNumbers() {
        return count(goesBack, acksNothing);
    }

    private static boolean lacksTimestamps(ObservedRst r) {
        return r.rst().hasAck()
                && !r.isStateless()
                && r.usesTimestamps()
                && !r.rst().timestamps();
    }

    private static boolean acksNothing(ObservedRst r) {
        return r.rst().hasAck() && !r.isStateless() && r.rst().rawAck() == 0 && r.acknowledged(r.sender()) > 0;
    }

    /**
     * Whether the host had sent more than the RST's number a moment before, too short a time for a retransmission that would set it
     * back (RFC 6298 section 2.4), and the RST answers nothing but what the host had acknowledged already.
     */
    private static boolean goesBack(ObservedRst r) {
        Optional<Segment> last = r.last(r.sender());
        boolean answers = r.trigger().isPresent()
                && !r.acknowledgedBefore(r.trigger().get().segment());
        return r.rst().hasAck()
                && !answers
                && last.isPresent()
                && last.get().segLength() > 0
                && r.rst().seq() < last.get().end()
                && r.rst().timeNanos() - last.get().timeNanos() < Thresholds.SOONEST_RETRANSMISSION;
    }

    private static boolean mirrorsIpId(ObservedRst r) {
        int id = r.rst().ipId();
        if (id == 0) {
            return false;
        }
        Optional<Segment> trigger = r.trigger().map(Trigger::segment).or(() -> r.last(r.peer()));
        return trigger.isPresent() && trigger.get().ipId() == id && !isNearOwn(r, id);
    }

    private static boolean isNearOwn(ObservedRst r, int id) {
        for (int i = 0; i < r.reset().position(); i++) {
            Segment s = r.timeline().segments().get(i);
            if (s.from() == r.sender() && near(s.ipId(), id)) {
                return true;
            }
        }
        return false;
    }

    private static boolean near(int own, int id) {
        return own != 0 && IpIdFit.ahead(own, id) < 64;
    }

    private static boolean mirrorsWindow(ObservedRst r) {
        int window = r.rst().rawWindow();
        Optional<Segment> peers = r.last(r.peer());
        return window > 0 && peers.isPresent() && peers.get().rawWindow() == window && !isOwnWindow(r, window);
    }

    private static boolean isOwnWindow(ObservedRst r, int window) {
        for (int i = 0; i < r.reset().position(); i++) {
            Segment s = r.timeline().segments().get(i);
            if (s.from() == r.sender() && s.rawWindow() == window) {
                return true;
            }
        }
        return false;
    }

    private static boolean otherMac(ObservedRst r) {
        if (r.rst().macTag() == 0 || r.onlyInitialSyns()) {
            return false;
        }
        int seen = 0;
        for (int i = 0; i < r.reset().position(); i++) {
            Segment s = r.timeline().segments().get(i);
            if (s.from() == r.sender() && !s.isReset()) {
                if (s.macTag() == r.rst().macTag()) {
                    return false;
                }
                seen++;
            }
        }
        return seen > 0;
    }

    private static boolean flowLabelZero(ObservedRst r) {
        if (r.rst().ipId() != 0) {
            return false;
        }
        for (int i = 0; i < r.reset().position(); i++) {
            Segment s = r.timeline().segments().get(i);
            if (s.from() == r.sender() && !s.isReset() && s.ipId() != 0) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Reset> bothEnds(ObservedRst r) {
        for (Reset other : r.timeline().resets()) {
            long apart = Math.abs(other.segment().timeNanos() - r.rst().timeNanos());
            boolean opposite = other.from() == r.peer() && apart <= Thresholds.SAME_MOMENT;
            if (opposite && !answersAnything(r, other) && !areInTurn(r.rst(), other.segment())) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    /** Whoever ends a connection between its ends may tell one of them that all is said, and the other that it is broken. */
    private static Optional<Segment> forgedClose(ObservedRst r) {
        if (!r.own().hasSpoken() || !r.own().isnKnown()) {
            return Optional.empty();
        }
        for (Segment s : r.timeline().segments()) {
            boolean soon = Math.abs(s.timeNanos() - r.rst().timeNanos()) <= Thresholds.SAME_MOMENT;
            boolean ofPeer = s.from() == r.peer() && s.isFin() && s.hasAck();
            if (soon && ofPeer && s.ack() > r.own().sndNxt() + 1) {
                return Optional.of(s);
            }
        }
        return Optional.empty();
    }

    /** Whether one of the RSTs answers the other, as some stacks do: with its numbers turned round, of which one is 0. */
    private static boolean areInTurn(Segment one, Segment other) {
        boolean bare = !one.hasAck() && !other.hasAck();
        boolean turned = one.rawSeq() == other.rawAck() && one.rawAck() == other.rawSeq();
        return bare && turned && (one.rawSeq() == 0 || other.rawSeq() == 0);
    }

    private static boolean answersAnything(ObservedRst r, Reset reset) {
        return !reset.segment().hasAck() && Triggers.answersAny(r.timeline(), reset);
    }

    private static List<Reset> sprayed(ObservedRst r) {
        if (r.timeline().resets().size() == 1 || !r.own().hasSpoken()) {
            return List.of();
        }
        long reached = Math.max(r.own().sndNxt(), r.other().ackedHighest());
        List<Reset> sprayed = new ArrayList<>();
        for (Reset other : r.timeline().resets()) {
            boolean further = other.from() == r.sender()
                    && other.tracePosition() != r.reset().tracePosition();
            boolean soon = Math.abs(other.segment().timeNanos() - r.rst().timeNanos()) <= Thresholds.SPRAY_WINDOW;
            if (further && soon && other.segment().seq() > reached + 1) {
                sprayed.add(other);
            }
        }
        return sprayed;
    }
}
