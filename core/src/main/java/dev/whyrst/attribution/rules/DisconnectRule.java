package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.facts.RstContext;

/** Disconnect by connect(AF_UNSPEC), or an operator who destroyed the socket: never told from SO_LINGER 0 by one connection. */
final class DisconnectRule extends Rule {

    DisconnectRule() {
        super(Cause.APP_ABORT_DISCONNECT);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (c.shape() != Shape.ACTIVE || !c.own().hasSpoken() || !c.other().hasSpoken()) {
            return Opinion.no("?");
        }
        return claim(c).weak(() -> Words.abortForm(c), c.rst())
                .doubt("SO_LINGER 0 is far more common and looks the same")
                .claim(Confidence.LOW);
    }
}
