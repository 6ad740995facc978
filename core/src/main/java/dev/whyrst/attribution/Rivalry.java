package dev.whyrst.attribution;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which causes look like which. It is told in one place, the pages of the causes: that of either cause of a pair, or of both, says
 * how they are told apart.
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
