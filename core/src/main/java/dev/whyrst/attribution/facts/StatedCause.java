package dev.whyrst.attribution.facts;

import dev.whyrst.tables.DataTable;
import dev.whyrst.timeline.Reset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A cause that the maker of a RST states in clear: F5 BIG-IP's text payload, the IETF diagnostic payload
 * (draft-ietf-tcpm-rst-diagnostic-payload: 0x33AA, reason code, enterprise number), MPTCP's MP_TCPRST option (RFC 8684
 * section 3.6), any other readable payload (RFC 9293 section 3.10.7 lets a RST carry one), or a window that is a code.
 *
 * @param kind what the words amount to
 * @param source who speaks so, for the report
 * @param words what was stated; may be hostile text
 * @param trust how far the statement is one
 */
public record StatedCause(Kind kind, String source, String words, Trust trust) {

    /** How far bytes can be taken for a statement. */
    public enum Trust {
        /** Words that only one kind of device puts into a RST. */
        CLEAR,
        /** A code of one kind of device, and too much for chance. */
        LIKELY,
        /** A format that any host or device may use. */
        ANYONE,
        /** It may be chance. */
        HINT
    }

    /** What a stated cause amounts to. */
    public enum Kind {
        /** An idle timer of the device ran out. */
        IDLE_TIMER,
        /** A rule of the device forbids the connection. */
        POLICY,
        /** The device has no such connection. */
        NO_CONNECTION,
        /** Nobody listens. */
        NO_LISTENER,
        /** Something that decides nothing by itself. */
        OTHER
    }

    /** Says that a text is of unknown origin. */
    public static final String PAYLOAD = "payload";

    /** Characters of the shortest payload that is taken for a text. */
    private static final int SHORTEST_TEXT = 6;

    /** Whether one kind of device says so, and no other host or device. */
    public boolean isOfDevice() {
        return trust == Trust.CLEAR || trust == Trust.LIKELY;
    }

    /** Whether a cause of that kind was stated, and not by chance. */
    public static boolean isStated(Optional<StatedCause> stated, Kind kind) {
        return stated.isPresent() && stated.get().kind() == kind && stated.get().trust() != Trust.HINT;
    }

    /** What payload and options of the RST state, if they state anything. */
    static Optional<StatedCause> of(Reset reset) {
        if (reset.mptcpReason() >= 0) {
            int reason = reset.mptcpReason();
            String words = Tables.reason(Tables.MPTCP, reason)
                    .map(Tables.Reason::meaning)
                    .orElse("reason " + reason);
            return Optional.of(new StatedCause(Kind.OTHER, "MP_TCPRST", words, Trust.ANYONE));
        }
        String text = reset.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Tables.Text> known = Tables.text(text);
        if (known.isPresent()) {
            return known.map(of -> new StatedCause(of.kind(), of.device(), text, Trust.CLEAR));
        }
        Optional<DiagnosticPayload> diagnostic = DiagnosticPayload.of(text);
        if (diagnostic.isPresent()) {
            return diagnostic.map(StatedCause::diagnostic);
        }
        return isReadable(text)
                ? Optional.of(new StatedCause(Kind.OTHER, PAYLOAD, text, Trust.ANYONE))
                : Optional.empty();
    }

    private static StatedCause diagnostic(DiagnosticPayload payload) {
        Optional<Tables.Reason> registered =
                payload.enterprise() == 0 ? Tables.reason(Tables.DIAGNOSTIC, payload.code()) : Optional.empty();
        String words = "reason code " + payload.code()
                + registered.map(reason -> ", " + reason.meaning()).orElseGet(() -> vendor(payload.enterprise()))
                + (payload.text().isEmpty() ? "" : ": " + payload.text());
        Kind kind = registered.map(Tables.Reason::kind).orElse(Kind.OTHER);
        return new StatedCause(kind, "RST diagnostic payload", words, Trust.ANYONE);
    }

    private static String vendor(long enterprise) {
        return enterprise <= 0 ? "" : " of enterprise " + enterprise;
    }

    private static boolean isReadable(String text) {
        if (text.length() < SHORTEST_TEXT) {
            return false;
        }
        int readable = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            readable += c >= ' ' && c < 0x7f || c == '\n' || c == '\r' ? 1 : 0;
        }
        return readable == text.length();
    }

    /** What words and codes in RSTs amount to: the tables {@code reset-texts} and {@code reset-reasons}, read when one occurs. */
    private static final class Tables {

        /** The reason codes of the RST diagnostic payload. */
        static final String DIAGNOSTIC = "diagnostic";

        /** The reason codes of MP_TCPRST. */
        static final String MPTCP = "mptcp";

        private static final List<Text> TEXTS = texts();
        private static final Map<String, Map<Long, Reason>> REASONS = reasons();

        /**
         * A text of one kind of device.
         *
         * @param beginning how it begins
         * @param holds what it must hold, in lower case; empty for nothing
         * @param kind what it amounts to
         * @param device who speaks so
         */
        record Text(String beginning, String holds, Kind kind, String device) {

            private boolean fits(String text) {
                return text.startsWith(beginning)
                        && text.toLowerCase(Locale.ROOT).contains(holds);
            }
        }

        /**
         * A reason code.
         *
         * @param kind what it amounts to
         * @param meaning in own words
         */
        record Reason(Kind kind, String meaning) {}

        private Tables() {}

        /** The device that speaks so, and what it means by it. */
        static Optional<Text> text(String text) {
            for (Text known : TEXTS) {
                if (known.fits(text)) {
                    return Optional.of(known);
                }
            }
            return Optional.empty();
        }

        /** The meaning of a code, where that format has it. */
        static Optional<Reason> reason(String format, long code) {
            return Optional.ofNullable(REASONS.get(format).get(code));
        }

        private static List<Text> texts() {
            return DataTable.read("reset-texts", 5).stream()
                    .map(row -> new Text(row.get(0), row.get(1), kind(row.get(2)), row.get(3)))
                    .toList();
        }

        private static Map<String, Map<Long, Reason>> reasons() {
            Map<String, Map<Long, Reason>> reasons = new HashMap<>();
            for (List<String> row : DataTable.read("reset-reasons", 4)) {
                reasons.computeIfAbsent(row.get(0), format -> new HashMap<>())
                        .put(Long.valueOf(row.get(1)), new Reason(kind(row.get(2)), row.get(3)));
            }
            return reasons;
        }

        private static Kind kind(String word) {
            return Kind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
