package dev.whyrst.peer.ledger;

import dev.whyrst.net.Endpoint;
import dev.whyrst.net.Mixer;

/**
 * Mixes facts into 64 bits that stand for them.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class Fingerprint {

    private Fingerprint() {}

    static long endpoint(Endpoint endpoint) {
        return Mixer.mix(
                Mixer.FIXED, endpoint.address().high(), endpoint.address().low(), endpoint.port());
    }

    /** The same for both orders of the two. */
    public static long unordered(long a, long b) {
        return mix(Math.min(a, b)) ^ 3 * mix(Math.max(a, b));
    }

    public static long mix(long value) {
        return Mixer.mix(Mixer.FIXED, value);
    }
}
