package dev.whyrst.attribution;

import java.util.ArrayList;
import java.util.List;

/**
 * What keeps a verdict from being surer.
 *
 * @param most the surest that the verdict may be while this holds
 * @param reason what it is, and the frames that show it
 */
public record Limit(Confidence most, Evidence reason) {

    /** The reasons of those limits that a confidence has reached, in their order. */
    public static List<Evidence> reached(List<Limit> limits, Confidence confidence) {
        if (confidence == Confidence.CERTAIN || limits.isEmpty()) {
            return List.of();
        }
        List<Evidence> reached = new ArrayList<>(limits.size());
        for (Limit limit : limits) {
            if (limit.most() == confidence) {
                reached.add(limit.reason());
            }
        }
        return reached;
    }
}
