package dev.whyrst.attribution.signals;

import dev.whyrst.timeline.PortFacts;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/** What became of the responder's port around a RST, over all conversations of the input. */
final class PortFate {

    private PortFate() {}

    static int abortedTogether(ResetCase c) {
        Optional<PortFacts> port = c.responderPort();
        if (port.isEmpty() || c.sender() != Side.RESPONDER) {
            return 0;
        }
        long since = c.rst().timeNanos() - port.get().massAbortedNanos();
        boolean inBurst = since >= 0 && since <= 2 * PortFacts.MASS_WINDOW_NANOS;
        return inBurst ? port.get().massAborts() : 0;
    }

    static boolean refusedAfterwards(ResetCase c) {
        Optional<PortFacts> port = c.responderPort();
        long now = c.rst().timeNanos();
        return port.isPresent()
                && port.get().lastRefusedNanos() > now
                && (port.get().lastAcceptedNanos() < now || port.get().firstRefusedNanos() > now);
    }
}
