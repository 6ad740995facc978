package dev.whyrst.attribution.verdict;

/** One step on the way from a RST to its verdict. */
@FunctionalInterface
interface Stage {

    /** Brings the draft a step further. */
    void work(Draft draft);
}
