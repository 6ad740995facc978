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

    private ForgeryDetectors() {}

    /** Such as {@code RST_SEQ_DATA, RST_SEQ_CHANGE}; empty if none would fire. */
    public static String of(ObservedRst r, ForgerySigns signs) {
        List<String> names = new ArrayList<>(2);
        add(names, "RST_SEQ_DATA", dataFollows(r, signs));
        add(names, "DATA_SEQ_RST", isBehindData(r));
        add(names, "RST_SEQ_CHANGE", !signs.sprayed().isEmpty());
        add(names, "RST_ACK_CHANGE", acknowledgmentChanges(r));
        add(names, "SYN_RST", followsOwnSyn(r));
        return String.join(", ", names);
    }

    private static void add(List<String> names, String name, boolean fires) {
        if (fires) {
            names.add(name);
        }
    }

    /** The sender goes on with data at or behind the number of its RST. */
    private static boolean dataFollows(ObservedRst r, ForgerySigns signs) {
        return signs.afterlife()
                .filter(s -> s.hasPayload() && Volley.isNear(r, s))
                .isPresent();
    }

    /** The RST stands behind data that its sender had sent: the forger came too late. An answer may have an old number. */
    private static boolean isBehindData(ObservedRst r) {
        return !r.isStateless()
                && r.last(r.sender()).map(s -> r.rst().seq() < s.end()).orElse(false);
    }

    /** RSTs back to back acknowledge different numbers, though the other side sent nothing in between. */
    private static boolean acknowledgmentChanges(ObservedRst r) {
        for (Reset other : Volley.of(r)) {
            boolean differs = other.segment().hasAck()
                    && r.rst().hasAck()
                    && other.segment().rawAck() != r.rst().rawAck();
            if (differs && !peerSpokeBetween(r, other.position(), r.reset().position())) {
                return true;
            }
        }
        return false;
    }

    /** The sender's SYN or SYN,ACK and its RST, without a word of the other side in between. */
    private static boolean followsOwnSyn(ObservedRst r) {
        Optional<Segment> last = r.last(r.sender());
        return last.isPresent()
                && last.get().isSyn()
                && Volley.isNear(r, last.get())
                && !peerSpokeBetween(
                        r,
                        r.timeline().segments().indexOf(last.get()),
                        r.reset().position());
    }

    private static boolean peerSpokeBetween(ObservedRst r, int one, int other) {
        for (int i = Math.min(one, other) + 1; i < Math.max(one, other); i++) {
            Segment s = r.timeline().segments().get(i);
            if (s.from() == r.peer() && !s.isReset()) {
                return true;
            }
        }
        return false;
    }
}
