package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.signals.ResetCase;
import dev.whyrst.attribution.signals.TtlFit;
import dev.whyrst.timeline.Segment;
import java.util.Optional;

/** One side had closed (its FIN was seen), the other went on sending; the RST answers that (RFC 1122 section 4.2.2.13). */
final class DataAfterCloseRule implements Rule {

    private static final long JUST_BEFORE = 50_000_000L;

    @Override
    public Cause cause() {
        return Cause.DATA_AFTER_CLOSE;
    }

    @Override
    public Optional<Claim> examine(ResetCase c) {
        Optional<Segment> fin = c.firstFin(c.sender());
        if (!c.finishedBefore(c.sender()) && c.isStateless() && c.trigger().isPresent()) {
            return closeNotCaptured(c);
        }
        if (!c.finishedBefore(c.sender())) {
            return Optional.empty();
        }
        if (c.rst().hasAck()) {
            return inActiveForm(c, fin);
        }
        if (c.trigger().isEmpty()) {
            return c.spoke(c.peer()) ? Optional.empty() : unseenTrigger(c, fin);
        }
        Segment trigger = c.trigger().get().segment();
        if (!trigger.hasPayload() && !trigger.isFin() && !c.answersProbe()) {
            return Optional.empty();
        }
        Proof proof = closed(c, fin);
        proof.decisive(
                () -> "The RST answers "
                        + what(trigger)
                        + " that came to the closed connection in " + Words.frame(trigger),
                trigger,
                c.rst());
        if (c.ttlFit().differs()) {
            proof.against(() -> "Its TTL " + c.rst().ttl() + " is not the host's " + c.usualTtl(), c.rst());
            return proof.claim(Confidence.MEDIUM);
        }
        if (!trigger.hasPayload()) {
            proof.doubt("No data was in the segment that it answers");
            return proof.claim(Confidence.MEDIUM);
        }
        return proof.claim(Confidence.CERTAIN);
    }

    private static String what(Segment trigger) {
        if (trigger.hasPayload()) {
            return Words.bytes(trigger.payloadLength()) + " of data";
        }
        return trigger.isFin() ? "the FIN" : "the keep-alive probe";
    }

    /** Some stacks abort the closed connection when data comes to it; what they had taken before they had acknowledged. */
    private Optional<Claim> inActiveForm(ResetCase c, Optional<Segment> fin) {
        Optional<Segment> late = c.lastPayload(c.peer()).filter(s -> !c.acknowledgedBefore(s));
        if (late.isEmpty()) {
            return Optional.empty();
        }
        Proof proof = closed(c, fin)
                .strong(
                        () -> Words.bytes(late.get().payloadLength())
                                + " of data that the closing side never took came to it in " + Words.frame(late.get()),
                        late.get(),
                        c.rst());
        if (fin.isPresent() && c.rst().seq() == fin.get().end() && refusesData(c, late.get())) {
            proof.decisive(
                    "The RST came when that data had arrived, and offers no room for it as a connection that can receive would",
                    late.get(),
                    c.rst());
            return proof.claim(Confidence.CERTAIN);
        }
        return proof.doubt("The RST carries an acknowledgment, as an abort does", c.rst())
                .claim(Confidence.HIGH);
    }

    /** Whether the stack had the data before it and took none of it: it answers without the connection, or its window is closed. */
    private static boolean refusesData(ResetCase c, Segment late) {
        if (c.ttlFit() != TtlFit.SAME) {
            return false;
        }
        if (c.answersWithoutConnection()) {
            return true;
        }
        boolean hadCome = c.rst().timeNanos() - late.timeNanos() >= c.roundTrip(c.sender()) * 7 / 10;
        return hadCome && c.rst().rawWindow() == 0 && c.rst().ack() <= late.seq();
    }

    /** A stack that takes data and a moment later has no such connection must have closed it between. */
    private Optional<Claim> closeNotCaptured(ResetCase c) {
        Segment trigger = c.trigger().orElseThrow().segment();
        Optional<Segment> last = c.last(c.sender());
        boolean justAlive =
                last.isPresent() && c.spokeBeyondHandshake(c.sender()) && isJustBefore(c, last.get(), trigger);
        if (!justAlive
                || !trigger.hasPayload()
                || c.ttlFit().differs()
                || !c.earlierResets().isEmpty()) {
            return Optional.empty();
        }
        return Proof.of(cause(), c)
                .weak(
                        () ->
                                "The RST answers data as a stack does that has no such connection, though its host had spoken on it "
                                        + Words.duration(
                                                c.rst().timeNanos() - last.get().timeNanos())
                                        + " before the RST: it must have closed in between",
                        last.get(),
                        trigger,
                        c.rst())
                .doubt("No FIN of its was captured")
                .settledBy(() ->
                        "A capture at " + c.timeline().endpoint(c.sender()).address())
                .claim(Confidence.MEDIUM);
    }

    /** The host may have spoken while the data was on its way to it: then within the path's own time before the RST. */
    private static boolean isJustBefore(ResetCase c, Segment last, Segment trigger) {
        long path = Math.max(0, c.roundTrip(c.sender()));
        return trigger.timeNanos() >= last.timeNanos()
                ? trigger.timeNanos() - last.timeNanos() < JUST_BEFORE
                : c.rst().timeNanos() - last.timeNanos() < JUST_BEFORE + path;
    }

    /** With only the sender's direction captured the form of the RST tells that it answers, not what. */
    private Optional<Claim> unseenTrigger(ResetCase c, Optional<Segment> fin) {
        return closed(c, fin)
                .weak("The RST has the form of an answer; what it answers was not captured", c.rst())
                .settledBy("A capture of both directions")
                .claim(Confidence.MEDIUM);
    }

    private Proof closed(ResetCase c, Optional<Segment> fin) {
        Proof proof = Proof.of(cause(), c);
        fin.ifPresent(
                f -> proof.strong(() -> Words.who(c, c.sender()) + " had closed with FIN in " + Words.frame(f), f));
        return proof;
    }
}
