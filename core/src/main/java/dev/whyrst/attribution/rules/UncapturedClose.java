package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.facts.CloseSigns;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.timeline.Segment;
import java.util.Optional;

/** Data met a connection that its receiver had closed, but the capture lacks the FIN. */
final class UncapturedClose {

    /** A stack that acknowledged so recently has not lost the connection by a restart; nanoseconds. */
    private static final long JUST_BEFORE = 50_000_000L;

    private UncapturedClose() {}

    /** A stack that takes data and a moment later has no such connection must have closed it between. */
    static Opinion opinion(RstContext c) {
        Segment trigger = c.trigger().orElseThrow().segment();
        boolean resetBefore = !c.earlierResets().isEmpty() || c.timeline().abortedEarlier(c.sender());
        if (!trigger.hasPayload() || c.ttlFit().differs() || resetBefore) {
            return Opinion.no("?");
        }
        Optional<Segment> last = c.last(c.sender());
        Optional<Segment> fin = CloseSigns.overtakenFin(c);
        if (fin.isPresent()) {
            return uncaptured(c, trigger)
                    .strong(
                            "The FIN of its host came behind it, but a stack without the connection sends none",
                            fin.get())
                    .claim(Confidence.HIGH);
        }
        if (CloseSigns.missedFin(c, c.sender())) {
            return tellMissedFin(uncaptured(c, trigger), c).claim(Confidence.HIGH);
        }
        boolean justAlive =
                last.isPresent() && c.spokeBeyondHandshake(c.sender()) && isJustBefore(c, last.get(), trigger);
        if (!justAlive) {
            return Opinion.no("?");
        }
        return uncaptured(c, trigger)
                .weak(
                        () -> "Its host had spoken on it "
                                + Words.duration(
                                        c.rst().timeNanos() - last.get().timeNanos())
                                + " before the RST: it must have closed in between",
                        last.get())
                .doubt("No FIN of its was captured")
                .claim(Confidence.MEDIUM);
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
                ? trigger.timeNanos() - last.timeNanos() < JUST_BEFORE
                : c.rst().timeNanos() - last.timeNanos() < JUST_BEFORE + path;
    }

    private static Proof uncaptured(RstContext c, Segment trigger) {
        return Proof.of(Cause.DATA_AFTER_CLOSE, c)
                .weak("The RST answers data as a stack does that has no such connection", trigger, c.rst())
                .settledBy(() ->
                        "A capture at " + c.timeline().endpoint(c.sender()).address());
    }
}
