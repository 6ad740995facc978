package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.facts.RstContext;

/**
 * The program disconnected by connect(AF_UNSPEC), or an operator destroyed the socket (Linux: tcp_disconnect, tcp_abort, as by
 * {@code ss -K}): one connection never tells it from SO_LINGER 0.
 */
final class DisconnectRule extends Rule {

    DisconnectRule() {
        super(Cause.APP_ABORT_DISCONNECT);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (c.shape() != Shape.ACTIVE) {
            return Opinion.no("the RST does not have the form of an abort");
        }
        if (!c.own().hasSpoken()) {
            return Opinion.no("nothing that the RST's sender said on the connection was captured");
        }
        if (!c.other().hasSpoken()) {
            return Opinion.no("nothing that the peer said on the connection was captured");
        }
        return claim(c).weak(() -> Words.abortForm(c), c.rst())
                .doubt(Confidence.LOW, "SO_LINGER 0 is far more common and looks the same")
                .claim();
    }
}
