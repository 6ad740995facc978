package dev.whyrst.attribution;

/**
 * A rival of the chosen cause that nobody claimed.
 *
 * @param because what is missing for it, as a clause
 */
public record NotConsidered(Cause cause, String because) {}
