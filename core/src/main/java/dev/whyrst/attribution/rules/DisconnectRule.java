package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.facts.RstContext;
import java.util.Optional;

/** Disconnect by connect(AF_UNSPEC), or an operator who destroyed the socket: never told from SO_LINGER 0 by one connection. */
final class DisconnectRule implements Rule {

    @Override
    public Cause cause() {
        return Cause.APP_ABORT_DISCONNECT;
    }

    @Override
    public Optional<Claim> examine(RstContext c) {
        if (c.shape() != Shape.ACTIVE || !c.own().hasSpoken() || !c.other().hasSpoken()) {
            return Optional.empty();
        }
        return Proof.of(cause(), c)
                .weak(() -> Words.abortForm(c), c.rst())
                .doubt("SO_LINGER 0 is far more common and looks the same")
                .claim(Confidence.LOW);
    }
}
