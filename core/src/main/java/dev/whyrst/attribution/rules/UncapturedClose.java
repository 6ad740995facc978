package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.facts.CloseSigns;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.text.Durations;
import dev.whyrst.timeline.Segment;
import java.util.Optional;

/** Data met a connection that its receiver had closed, but the capture lacks the FIN. */
final class UncapturedClose {

    private UncapturedClose() {}

    /**
     * A stack that takes data and a moment later has no such connection must have closed it between.
     *
     * @param trigger what the RST answers
     */
    static Opinion opinion(RstContext c, Segment trigger) {
        if (!trigger.hasPayload()) {
            return Opinion.no("no FIN of its sender was seen before the RST, which answers no data");
        }
        if (c.ttlFit().differs()) {
            return Opinion.no("no FIN of its sender was seen before the RST, which came from elsewhere than its host");
        }
        if (!c.earlierResets().isEmpty() || c.timeline().abortedEarlier(c.sender())) {
            return Opinion.no("no FIN of its sender was seen, and the connection had been reset before");
        }
        Optional<Segment> fin = CloseSigns.overtakenFin(c);
        if (fin.isPresent()) {
            return uncaptured(c, trigger)
                    .strong(
                            "The FIN of its host came behind it, but a stack without the connection sends none",
                            fin.get())
                    .base(
                            Confidence.HIGH,
                            "The FIN was captured after the RST: that it was sent before is inferred from what stacks do")
                    .claim();
        }
        if (CloseSigns.missedFin(c, c.sender())) {
            return tellMissedFin(uncaptured(c, trigger), c)
                    .base(Confidence.HIGH, "The FIN itself was not captured, only the acknowledgment of it")
                    .claim();
        }
        return justClosed(c, trigger);
    }

    private static Opinion justClosed(RstContext c, Segment trigger) {
        if (!c.spokeBeyondHandshake(c.sender())) {
            return Opinion.no("no FIN of its sender was seen, nor anything else of it after the handshake");
        }
        Optional<Segment> last = c.last(c.sender()).filter(s -> isJustBefore(c, s, trigger));
        if (last.isEmpty()) {
            return Opinion.no("no FIN of its sender was seen, nor had it spoken just before the RST");
        }
        return uncaptured(c, trigger)
                .weak(
                        () -> "Its host had spoken on it "
                                + Durations.measured(
                                        c.rst().timeNanos() - last.get().timeNanos())
                                + " before the RST: it must have closed in between",
                        last.get())
                .doubt(Confidence.MEDIUM, "No FIN of its was captured")
                .claim();
    }

    /** Says how {@link CloseSigns#missedFin} shows that the RST's sender had closed. */
    static Proof tellMissedFin(Proof proof, RstContext c) {
        return proof.strong(
                () -> Words.whoFirst(c, c.peer()) + " had acknowledged one number more than " + Words.who(c, c.sender())
                        + " is known to have sent: a FIN that was not captured",
                c.last(c.peer()).orElse(c.rst()));
    }

    /** The host may have spoken while the data was on its way to it: then within the path's own time before the RST. */
    private static boolean isJustBefore(RstContext c, Segment last, Segment trigger) {
        long path = Math.max(0, c.roundTrip(c.sender()));
        return trigger.timeNanos() >= last.timeNanos()
                ? trigger.timeNanos() - last.timeNanos() < Thresholds.JUST_BEFORE
                : c.rst().timeNanos() - last.timeNanos() < Thresholds.JUST_BEFORE + path;
    }

    private static Proof uncaptured(RstContext c, Segment trigger) {
        return Proof.of(Cause.DATA_AFTER_CLOSE, c)
                .weak("The RST answers data as a stack does that has no such connection", trigger, c.rst())
                .settledBy(() ->
                        "A capture at " + c.timeline().endpoint(c.sender()).address());
    }
}
