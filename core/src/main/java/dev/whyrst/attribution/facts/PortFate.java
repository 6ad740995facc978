package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Thresholds;
import dev.whyrst.timeline.PortFacts;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/** What became of the responder's port around a RST, over all conversations of the input. */
public final class PortFate {

    private PortFate() {}

    public static int abortedTogether(ObservedRst r) {
        Optional<PortFacts> port = r.responderPort();
        if (port.isEmpty() || r.sender() != Side.RESPONDER) {
            return 0;
        }
        long since = r.rst().timeNanos() - port.get().massAbortedNanos();
        boolean inBurst = since >= 0 && since <= 2 * PortFacts.MASS_WINDOW_NANOS;
        return inBurst ? port.get().massAborts() : 0;
    }

    public static boolean refusedAfterwards(ObservedRst r) {
        Optional<PortFacts> port = r.responderPort();
        long now = r.rst().timeNanos();
        return port.isPresent()
                && port.get().lastRefusedNanos() > now
                && (port.get().lastAcceptedNanos() < now || port.get().firstRefusedNanos() > now);
    }

    /**
     * Whether the port refuses and accepts by turns: a listener that comes and goes does so once or twice, a rule that refuses some
     * clients does so all the time.
     */
    public static boolean refusesAmongAcceptances(ObservedRst r) {
        if (r.responderPort().isEmpty()) {
            return false;
        }
        PortFacts port = r.responderPort().get();
        long span = port.lastRefusedNanos() - port.firstRefusedNanos();
        return port.takesTurns()
                && (port.turns() * 4 >= port.refused() || span < port.turns() * Thresholds.FASTEST_RESTART);
    }

    /** Whether the port began to refuse connections within moments after it had answered this one's SYN. */
    public static boolean refusedSoonAfterwards(ObservedRst r) {
        if (r.responderPort().isEmpty() || r.handshake().synAck().isEmpty()) {
            return false;
        }
        long accepted = r.handshake().synAck().get().timeNanos();
        PortFacts port = r.responderPort().get();
        long since = port.firstRefusedNanos() - accepted;
        return since > 0 && since <= Thresholds.CLIENTS_RETURN && isNoChance(port);
    }

    /** Whether the port had just closed its connections in one moment and accepted none after that: its process ended. */
    public static boolean endedJustBefore(ObservedRst r) {
        if (r.responderPort().isEmpty()) {
            return false;
        }
        PortFacts port = r.responderPort().get();
        long since = r.rst().timeNanos() - port.massClosedNanos();
        return port.massCloses() >= Thresholds.FEW_CONNECTIONS
                && since >= -PortFacts.MASS_WINDOW_NANOS
                && since <= Thresholds.CLIENTS_RETURN
                && port.lastAcceptedNanos() <= port.massClosedNanos() + PortFacts.MASS_WINDOW_NANOS;
    }

    /** A port that accepts again must have refused many: a capture that lost frames shows a few refusals that were none. */
    private static boolean isNoChance(PortFacts port) {
        return port.lastAcceptedNanos() < port.firstRefusedNanos()
                || port.refused() >= Thresholds.FEW_CONNECTIONS && port.refused() * 10 >= port.accepted();
    }
}
