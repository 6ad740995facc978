package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.facts.StatedCause.Kind;
import dev.whyrst.attribution.facts.StatedCause.Trust;
import dev.whyrst.tables.DataTable;
import dev.whyrst.timeline.HostFacts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The codes that Citrix NetScaler puts into the window field of its RSTs (its reset codes reference, CTX200852).
 *
 * <p>Other stacks announce such windows by chance. So the window must stand in a RST with the numbers of an answer, must not be
 * one that its sender announces elsewhere in the conversation, and counts as a code only where the same host sent two and more
 * different codes in such RSTs and no other window, or where it tells of an idle timer behind a silence as long as one; else
 * it is a hint.
 */
final class WindowCodes {

    private static final String SOURCE = "Citrix NetScaler";
    private static final int MIXED = -1;

    /** By the first code of each row. */
    private static final TreeMap<Integer, Code> CODES = new TreeMap<>();

    /** A stretch of codes with one meaning. */
    private record Code(int last, Kind kind, String meaning) {}

    static {
        for (List<String> row : DataTable.read("netscaler-windows", 4)) {
            Kind kind = Kind.valueOf(row.get(2).toUpperCase(Locale.ROOT).replace('-', '_'));
            CODES.put(Integer.valueOf(row.get(0)), new Code(Integer.parseInt(row.get(1)), kind, row.get(3)));
        }
    }

    private WindowCodes() {}

    /** What the window of the RST states, if it is one of the codes. */
    static Optional<StatedCause> of(ObservedRst r) {
        int window = r.rst().rawWindow();
        Optional<Code> code = code(window);
        if (code.isEmpty() || Windows.isAnnounced(r)) {
            return Optional.empty();
        }
        boolean fits = code.get().kind() == Kind.IDLE_TIMER && Silence.of(r).isAsLongAsTimer();
        if (!r.isStateless() && r.trigger().isEmpty() && !fits) {
            return Optional.empty();
        }
        String words = "window " + window + ", " + code.get().meaning();
        int codes = r.senderHost().map(WindowCodes::codes).orElse(0);
        if (codes >= Thresholds.LEAST_CODES) {
            words += " (" + codes + " different codes came from this host)";
        }
        boolean likely = codes >= Thresholds.LEAST_CODES || fits && codes != MIXED;
        return Optional.of(new StatedCause(code.get().kind(), SOURCE, words, likely ? Trust.LIKELY : Trust.HINT));
    }

    /** How many different codes the host sent in answers; {@link #MIXED} if it sent a window that is none. */
    private static int codes(HostFacts host) {
        for (int window : host.answerWindows()) {
            if (code(window).isEmpty()) {
                return MIXED;
            }
        }
        return host.answerWindows().size();
    }

    private static Optional<Code> code(int window) {
        Map.Entry<Integer, Code> row = CODES.floorEntry(window);
        return row == null || window > row.getValue().last() ? Optional.empty() : Optional.of(row.getValue());
    }
}
