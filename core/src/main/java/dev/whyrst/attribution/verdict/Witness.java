package dev.whyrst.attribution.verdict;

import dev.whyrst.attribution.Testimony;
import dev.whyrst.attribution.facts.RstContext;

/** Knows what was captured of the same conversations at another point of the path. */
@FunctionalInterface
public interface Witness {

    /** What the other capture tells of a RST; {@link Testimony#NONE} where there is no other capture. */
    Testimony about(RstContext c);
}
