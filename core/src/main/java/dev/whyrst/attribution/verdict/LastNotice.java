package dev.whyrst.attribution.verdict;

import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.Voice;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.rules.Words;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/** What a server said last before the RST, if that tells why it ended the connection: HTTP errors and {@code FATAL} messages. */
final class LastNotice {

    private LastNotice() {}

    /** Adds the notice to the best claim, if its cause lets the server's program have ended the connection. */
    static void tell(Draft draft) {
        if (draft.best().cause().hears(Voice.SERVER_NOTICE)) {
            RstContext c = draft.context();
            c.lastPayload(Side.RESPONDER)
                    .flatMap(said -> evidence(c, said))
                    .ifPresent(notice -> draft.best(draft.best().with(notice)));
        }
    }

    private static Optional<Evidence> evidence(RstContext c, Segment said) {
        String meaning = meaning(said);
        return meaning.isEmpty()
                ? Optional.empty()
                : Optional.of(Evidence.of(
                        Stance.FOR,
                        Weight.WEAK,
                        () -> "The last that " + Words.who(c, Side.RESPONDER) + " said, in " + Words.frame(said)
                                + ", was " + meaning,
                        said));
    }

    private static String meaning(Segment said) {
        return switch (said.payload()) {
            case HTTP_REQUEST_TIMEOUT -> "HTTP status 408: it had waited too long for the request";
            case HTTP_DENIAL -> "an HTTP error (403, 429 or 451): it does not let the client in";
            case HTTP_CLIENT_ERROR -> "an HTTP error (4xx): it rejected the request";
            case HTTP_SERVER_ERROR -> "an HTTP error (5xx): it, or a server behind it, failed";
            case LIMIT_NOTICE -> "that it has too many connections";
            case TIMEOUT_NOTICE -> "that it had waited too long for the client";
            case DENIAL_NOTICE -> "that it does not let the client in";
            case CLOSING_NOTICE -> "that it closes: it stops, or an operator ends the connection";
            case GOING_AWAY -> "that it takes no further requests on this connection (GOAWAY, NO_ERROR)";
            case CRASH_NOTICE -> "that it closes because another part of it crashed";
            default -> "";
        };
    }
}
