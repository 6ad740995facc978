package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.List;

/**
 * The stages and signatures of "Global, Passive Detection of Connection Tampering" (SIGCOMM 2023), by their names there. Scanners
 * and impatient clients leave the same patterns, so they are names and no proofs.
 */
public final class TamperingNames {

    private static final String RST = "RST";
    private static final String RST_ACK = "RST+ACK";

    /** How far a connection had got, by what its initiator had sent. */
    private enum Stage {
        POST_SYN("Post-SYN", "SYN"),
        POST_ACK("Post-ACK", "SYN; ACK"),
        POST_PSH("Post-PSH", "PSH+ACK"),
        POST_DATA("Post-Data", "PSH+ACK; Data");

        private final String label;
        private final String sent;

        Stage(String label, String sent) {
            this.label = label;
            this.sent = sent;
        }
    }

    private TamperingNames() {}

    /** Such as {@code stage Post-PSH, signature ⟨PSH+ACK → RST = RST⟩}; the stage alone where none of the signatures fits. */
    public static String of(ObservedRst r) {
        Stage stage = stage(r);
        String resets = resets(stage, Volley.of(r));
        return "stage " + stage.label
                + (resets.isEmpty() ? "" : ", signature \u27e8" + stage.sent + " \u2192 " + resets + "\u27e9");
    }

    private static Stage stage(ObservedRst r) {
        int data = 0;
        boolean ack = false;
        for (int i = 0; i < r.reset().position(); i++) {
            Segment s = r.timeline().segments().get(i);
            if (s.from() == Side.INITIATOR && !s.isReset() && !s.isSyn()) {
                ack = true;
                data += s.hasPayload() ? 1 : 0;
            }
        }
        if (data > 1 || r.timeline().elided() > 0) {
            return Stage.POST_DATA;
        }
        if (data == 1) {
            return Stage.POST_PSH;
        }
        return ack ? Stage.POST_ACK : Stage.POST_SYN;
    }

    private static String resets(Stage stage, List<Reset> together) {
        Segment first = together.get(0).segment();
        Segment second = together.size() > 1 ? together.get(1).segment() : null;
        if (second == null || stage == Stage.POST_DATA) {
            boolean alike = second == null || first.hasAck() == second.hasAck();
            return alike ? name(first) : "";
        }
        if (first.hasAck() != second.hasAck()) {
            return stage == Stage.POST_ACK ? "" : RST + "; " + RST_ACK;
        }
        return stage == Stage.POST_SYN ? "" : pair(stage, first, second);
    }

    private static String pair(Stage stage, Segment first, Segment second) {
        if (first.hasAck() || stage == Stage.POST_ACK) {
            return name(first) + "; " + name(second);
        }
        if (first.rawAck() == second.rawAck()) {
            return RST + " = " + RST;
        }
        boolean oneIsZero = first.rawAck() == 0 || second.rawAck() == 0;
        return oneIsZero ? RST + "; " + RST + "\u2080" : RST + " \u2260 " + RST;
    }

    private static String name(Segment rst) {
        return rst.hasAck() ? RST_ACK : RST;
    }
}
