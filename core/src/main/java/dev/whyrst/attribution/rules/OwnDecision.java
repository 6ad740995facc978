package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.facts.CloseSigns;
import dev.whyrst.attribution.facts.RstContext;
import java.util.Optional;

/** What shows of an abort after a FIN that its sender decided on it, and that no data of the peer brought it about. */
final class OwnDecision {

    private OwnDecision() {}

    /** A sentence on what shows it; empty if nothing does. */
    static Optional<String> shownBy(RstContext c) {
        if (CloseSigns.tookDataAfterFin(c)) {
            return Optional.of("Behind its FIN it went on taking data: data that comes does not end such a connection");
        }
        if (CloseSigns.answersBare(c)) {
            return Optional.of("In other connections the host answers data behind its FIN without ACK");
        }
        if (CloseSigns.closedJustNow(c)) {
            return Optional.of("It followed the FIN so soon that one close may have sent both");
        }
        return c.buffers().windowGrew()
                ? Optional.of("The window grew with the RST: a receive queue was thrown away")
                : Optional.empty();
    }
}
