package dev.whyrst.attribution.verdict;

import dev.whyrst.attribution.rules.RuleCatalogue;
import java.util.List;

/** One step on the way from a RST to its verdict. */
@FunctionalInterface
interface Stage {

    /** All steps for the first RST of an episode, in their order; the package's description says why it is this one. */
    List<Stage> ALL = List.of(
            new Asking(RuleCatalogue.RULES),
            DeviceStatement::heed,
            Arbiter::rank,
            DeviceStatement::tell,
            LastNotice::tell,
            PeerVerdict::revise,
            IcmpTestimony::hear);

    /** Brings the draft a step further. */
    void work(Draft draft);
}
