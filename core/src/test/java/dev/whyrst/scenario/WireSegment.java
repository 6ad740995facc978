package dev.whyrst.scenario;

import dev.whyrst.net.TcpFlags;
import java.util.Optional;

/**
 * A segment with everything that its bytes need.
 *
 * @param step the line that sends it
 * @param seq SEG.SEQ, not yet cut to 32 bits
 * @param ack SEG.ACK, not yet cut to 32 bits
 * @param window raw field
 * @param emitter the host whose TTL and link-layer address it has
 * @param flowLabel of IPv6
 * @param payload a character of ISO 8859-1 for each byte
 */
record WireSegment(
        Step.Send step,
        long timeNanos,
        Host emitter,
        long seq,
        long ack,
        int window,
        int ttl,
        int ipId,
        boolean dontFragment,
        int tos,
        int flowLabel,
        TcpOptionSet options,
        String payload) {

    boolean is(int flag) {
        return TcpFlags.has(step.flags(), flag);
    }

    /** SEG.SEQ + SEG.LEN. */
    long end() {
        return seq + payload.length() + (is(TcpFlags.SYN) ? 1 : 0) + (is(TcpFlags.FIN) ? 1 : 0);
    }

    Optional<Expectation> expectation() {
        return step.expectation();
    }

    /** The same bytes captured once more, for another line of the scenario. */
    WireSegment copyFor(Step.Send other) {
        Step.Send sameFlags = new Step.Send(
                other.line(),
                other.timeNanos(),
                step.from(),
                step.to(),
                step.flags(),
                other.attributes(),
                other.expectation());
        return new WireSegment(
                sameFlags,
                other.timeNanos(),
                emitter,
                seq,
                ack,
                window,
                ttl,
                ipId,
                dontFragment,
                tos,
                flowLabel,
                options,
                payload);
    }
}
