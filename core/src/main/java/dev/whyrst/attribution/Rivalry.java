package dev.whyrst.attribution;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which causes look like which. It is told in one place, the pages of the causes: those of both causes of a pair say how they are told
 * apart, which a test holds.
 */
public final class Rivalry {

    private static final Map<Cause, Set<Cause>> RIVALS = new ConcurrentHashMap<>();

    private Rivalry() {}

    /** Whether the two causes are confused with each other; the order does not matter. */
    public static boolean exists(Cause one, Cause other) {
        return RIVALS.computeIfAbsent(one, cause -> CausePage.of(cause).rivals())
                .contains(other);
    }
}
