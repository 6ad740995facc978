package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The detectors of Weaver, Sommer and Paxson, "Detecting Forged TCP Reset Packets" (NDSS 2009), by their names: which of them
 * would fire for a RST. Ordinary hosts set off each of them now and then, so they are names and no proofs.
 */
public final class ForgeryDetectors {

    /** What comes later than this no longer belongs to a RST; nanoseconds. */
    private static final long BACK_TO_BACK = 2_000_000_000L;

    private ForgeryDetectors() {}

    /** Such as {@code RST_SEQ_DATA, RST_SEQ_CHANGE}; empty if none would fire. */
    public static String of(ResetCase c) {
        List<String> names = new ArrayList<>(2);
        add(names, "RST_SEQ_DATA", dataFollows(c));
        add(names, "DATA_SEQ_RST", isBehindData(c));
        add(names, "RST_SEQ_CHANGE", !c.forgerySigns().sprayed().isEmpty());
        add(names, "RST_ACK_CHANGE", acknowledgmentChanges(c));
        add(names, "SYN_RST", followsOwnSyn(c));
        return String.join(", ", names);
    }

    /** The RSTs in the sender's name that belong together with this one, itself among them; captured twice counts once. */
    static List<Reset> backToBack(ResetCase c) {
        List<Reset> together = new ArrayList<>(2);
        for (Reset r : c.timeline().resets()) {
            boolean itself = r.position() == c.reset().position();
            if (r.from() == c.sender() && (itself || !r.copy()) && isNear(c, r.segment())) {
                together.add(r);
            }
        }
        return together;
    }

    private static void add(List<String> names, String name, boolean fires) {
        if (fires) {
            names.add(name);
        }
    }

    private static boolean isNear(ResetCase c, Segment s) {
        return Math.abs(s.timeNanos() - c.rst().timeNanos()) <= BACK_TO_BACK;
    }

    /** The sender goes on with data at or behind the number of its RST. */
    private static boolean dataFollows(ResetCase c) {
        return c.forgerySigns()
                .afterlife()
                .filter(s -> s.hasPayload() && isNear(c, s))
                .isPresent();
    }

    /** The RST stands behind data that its sender had sent: the forger came too late. An answer may have an old number. */
    private static boolean isBehindData(ResetCase c) {
        return !c.isStateless()
                && c.last(c.sender()).map(s -> c.rst().seq() < s.end()).orElse(false);
    }

    /** RSTs back to back acknowledge different numbers, though the other side sent nothing in between. */
    private static boolean acknowledgmentChanges(ResetCase c) {
        for (Reset r : backToBack(c)) {
            boolean differs = r.segment().hasAck()
                    && c.rst().hasAck()
                    && r.segment().rawAck() != c.rst().rawAck();
            if (differs && !peerSpokeBetween(c, r.position(), c.reset().position())) {
                return true;
            }
        }
        return false;
    }

    /** The sender's SYN or SYN,ACK and its RST, without a word of the other side in between. */
    private static boolean followsOwnSyn(ResetCase c) {
        Optional<Segment> last = c.last(c.sender());
        return last.isPresent()
                && last.get().isSyn()
                && isNear(c, last.get())
                && !peerSpokeBetween(
                        c,
                        c.timeline().segments().indexOf(last.get()),
                        c.reset().position());
    }

    private static boolean peerSpokeBetween(ResetCase c, int one, int other) {
        for (int i = Math.min(one, other) + 1; i < Math.max(one, other); i++) {
            Segment s = c.timeline().segments().get(i);
            if (s.from() == c.peer() && !s.isReset()) {
                return true;
            }
        }
        return false;
    }
}
