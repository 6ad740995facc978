package dev.whyrst.attribution.signals;

import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * The names that the literature gives to what a forged RST looks like: the detectors of Weaver, Sommer and Paxson (NDSS 2009), and the
 * stages of "Global, Passive Detection of Connection Tampering" (SIGCOMM 2023). Names, not proofs.
 */
public final class TamperingNames {

    private static final long BACK_TO_BACK = 2_000_000_000L;

    private TamperingNames() {}

    /** Such as {@code RST_SEQ_DATA, RST_SEQ_CHANGE}; empty if no detector would fire. */
    public static String detectors(ResetCase c) {
        ForgerySigns signs = c.forgerySigns();
        List<String> names = new ArrayList<>();
        boolean dataFollows =
                signs.afterlife().isPresent() && signs.afterlife().get().hasPayload();
        if (dataFollows && signs.afterlife().get().timeNanos() - c.rst().timeNanos() <= BACK_TO_BACK) {
            names.add("RST_SEQ_DATA");
        }
        if (!c.isStateless() && c.last(c.sender()).isPresent() && c.rst().seq() < sentBefore(c)) {
            names.add("DATA_SEQ_RST");
        }
        if (!signs.sprayed().isEmpty()) {
            names.add("RST_SEQ_CHANGE");
        }
        return String.join(", ", names);
    }

    /** Such as {@code Post-PSH: PSH+ACK, then RST; RST}, as the receiver of the initiator's side saw it. */
    public static String stage(ResetCase c) {
        int data = 0;
        boolean ack = false;
        for (int i = 0; i < c.reset().position(); i++) {
            Segment s = c.timeline().segments().get(i);
            if (s.from() == Side.INITIATOR && !s.isReset() && !s.isSyn()) {
                ack = true;
                data += s.hasPayload() ? 1 : 0;
            }
        }
        String resets = resets(c);
        if (data > 1) {
            return "Post-Data: PSH+ACK; data, then " + resets;
        }
        if (data == 1) {
            return "Post-PSH: PSH+ACK, then " + resets;
        }
        return ack ? "Post-ACK: SYN; ACK, then " + resets : "Post-SYN: SYN, then " + resets;
    }

    private static String resets(ResetCase c) {
        StringBuilder names = new StringBuilder();
        int listed = 0;
        for (Reset r : c.timeline().resets()) {
            boolean near = Math.abs(r.segment().timeNanos() - c.rst().timeNanos()) <= BACK_TO_BACK;
            if (r.from() == c.sender() && near && listed < 2) {
                names.append(listed == 0 ? "" : "; ").append(r.segment().hasAck() ? "RST+ACK" : "RST");
                listed++;
            }
        }
        return names.toString();
    }

    private static long sentBefore(ResetCase c) {
        return c.last(c.sender()).map(Segment::end).orElse(0L);
    }
}
