package dev.whyrst.attribution.verdict;

import dev.whyrst.attribution.rules.RuleCatalogue;
import java.util.List;

/** The way from a RST to its verdict. */
final class Stages {

    /** All steps for the first RST of an episode, in their order; the package's description says why it is this one. */
    static final List<Stage> ALL = List.of(
            new Asking(RuleCatalogue.RULES),
            DeviceStatement::heed,
            Arbiter::rank,
            DeviceStatement::tell,
            LastNotice::tell,
            PeerVerdict::revise,
            IcmpTestimony::hear);

    private Stages() {}
}
