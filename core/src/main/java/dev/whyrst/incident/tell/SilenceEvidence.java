package dev.whyrst.incident.tell;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.Trigger;
import dev.whyrst.timeline.FrameRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What alike silences of many connections tell of the RST of one: supports or doubts its cause, decides nothing. */
final class SilenceEvidence {

    private SilenceEvidence() {}

    static Optional<Evidence> of(Attribution attribution, String sentence) {
        if (sentence.isEmpty()) {
            return Optional.empty();
        }
        return switch (attribution.cause()) {
            case IDLE_TIMEOUT, DATA_AFTER_CLOSE -> Optional.of(evidence(attribution, Stance.FOR, sentence));
            case HALF_OPEN_PEER_RESTARTED, KEEPALIVE_TO_RESTARTED_PEER ->
                Optional.of(evidence(attribution, Stance.AGAINST, sentence));
            case PORT_NOT_LISTENING,
                    HANDSHAKE_TIMEOUT,
                    CLOSE_WITH_UNREAD_DATA,
                    LINGER_ZERO_ABORT,
                    NONEXISTENT_CONNECTION,
                    KEEPALIVE_TIMEOUT,
                    USER_TIMEOUT,
                    LISTEN_OVERFLOW,
                    APP_ABORT_LISTENER_CLOSED,
                    APP_ABORT_DISCONNECT,
                    LINGER2_ABORT,
                    SYN_ACK_REJECTED,
                    HALF_OPEN_CLIENT_RESTARTED,
                    TIME_WAIT,
                    BENIGN_AFTER_TEARDOWN,
                    FIREWALL_REJECT,
                    INJECTED_RST,
                    UNDETERMINED -> Optional.empty();
        };
    }

    private static Evidence evidence(Attribution attribution, Stance stance, String sentence) {
        List<FrameRef> frames = new ArrayList<>(2);
        attribution.trigger().map(Trigger::segment).ifPresent(trigger -> frames.add(trigger.at()));
        frames.add(attribution.reset().segment().at());
        return new Evidence(stance, Weight.WEAK, "All over the capture: " + sentence, frames);
    }
}
