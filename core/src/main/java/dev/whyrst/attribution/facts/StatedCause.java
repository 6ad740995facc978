package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Reset;
import java.util.Locale;
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

    private static final String BIG_IP = "BIG-IP:";
    private static final int SHORTEST_TEXT = 6;

    private static final int NOT_AUTHORISED = 9;
    private static final int CONNECTION_TIMEOUT = 14;

    private static final String[] DIAGNOSTICS = {
        "reserved",
        "illegal option length",
        "desynchronised state",
        "new data after close",
        "abort",
        "unexpected ACK before the connection was synchronised",
        "unexpected SYN in the window",
        "unexpected security compartment",
        "malformed message",
        "not authorised",
        "resource exceeded",
        "network failure",
        "reset received from the peer",
        "destination unreachable",
        "connection timeout",
        "too much outstanding data",
        "unacceptable performance",
        "middlebox interference"
    };

    private static final String[] MPTCP_REASONS = {
        "unspecified error",
        "MPTCP-specific error",
        "lack of resources",
        "administratively prohibited",
        "too much outstanding data",
        "unacceptable performance",
        "middlebox interference"
    };

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
            String words = reason < MPTCP_REASONS.length ? MPTCP_REASONS[reason] : "reason " + reason;
            return Optional.of(new StatedCause(Kind.OTHER, "MP_TCPRST", words, Trust.ANYONE));
        }
        String text = reset.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.startsWith(BIG_IP)) {
            return Optional.of(new StatedCause(bigIp(text), "F5 BIG-IP", text, Trust.CLEAR));
        }
        Optional<DiagnosticPayload> diagnostic = DiagnosticPayload.of(text);
        if (diagnostic.isPresent()) {
            return diagnostic.map(StatedCause::diagnostic);
        }
        return isReadable(text)
                ? Optional.of(new StatedCause(Kind.OTHER, PAYLOAD, text, Trust.ANYONE))
                : Optional.empty();
    }

    private static Kind bigIp(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("flow expired") || lower.contains("idle timeout")) {
            return Kind.IDLE_TIMER;
        }
        if (lower.contains("policy") || lower.contains("denied")) {
            return Kind.POLICY;
        }
        if (lower.contains("no local listener")) {
            return Kind.NO_LISTENER;
        }
        return lower.contains("no flow found") ? Kind.NO_CONNECTION : Kind.OTHER;
    }

    private static StatedCause diagnostic(DiagnosticPayload payload) {
        boolean registered = payload.enterprise() == 0;
        String words = "reason code " + payload.code()
                + (registered ? meaning(payload.code()) : vendor(payload.enterprise()))
                + (payload.text().isEmpty() ? "" : ": " + payload.text());
        return new StatedCause(
                registered ? kind(payload.code()) : Kind.OTHER, "RST diagnostic payload", words, Trust.ANYONE);
    }

    private static String meaning(long code) {
        return code < DIAGNOSTICS.length ? ", " + DIAGNOSTICS[(int) code] : "";
    }

    private static String vendor(long enterprise) {
        return enterprise < 0 ? "" : " of enterprise " + enterprise;
    }

    private static Kind kind(long code) {
        if (code == NOT_AUTHORISED) {
            return Kind.POLICY;
        }
        return code == CONNECTION_TIMEOUT ? Kind.IDLE_TIMER : Kind.OTHER;
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
}
