package dev.whyrst.peer.ledger;

import dev.whyrst.net.Endpoint;

/**
 * Mixes facts into 64 bits that stand for them.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class Fingerprint {

    private Fingerprint() {}

    static long endpoint(Endpoint endpoint) {
        return mix(mix(mix(endpoint.address().high()) ^ endpoint.address().low()) ^ endpoint.port());
    }

    /** The same for both orders of the two. */
    public static long unordered(long a, long b) {
        return mix(Math.min(a, b)) ^ 3 * mix(Math.max(a, b));
    }

    public static long mix(long value) {
        long h = (value ^ value >>> 31) * 0x9E37_79B9_7F4A_7C15L + 0x632B_E59B_D9B4_E019L;
        h = (h ^ h >>> 29) * 0xBF58_476D_1CE4_E5B9L;
        return h ^ h >>> 32;
    }
}
