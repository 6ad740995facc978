package dev.whyrst.analysis;

import dev.whyrst.attribution.Cause;

/**
 * How often a cause occurs.
 *
 * @param count RSTs with this cause
 * @param repeats how many of them only repeat an earlier RST of their episode
 * @param certain how many are certain, and so on by confidence
 */
public record CauseCount(Cause cause, long count, long repeats, long certain, long high, long medium, long low) {}
