package dev.whyrst.attribution.verdict;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.NotConsidered;
import dev.whyrst.attribution.Rivalry;
import dev.whyrst.attribution.rules.Opinion;
import dev.whyrst.attribution.rules.Opinion.Unclaimed;
import dev.whyrst.attribution.rules.RuleCatalogue;
import java.util.ArrayList;
import java.util.List;

/** Tells of the causes that are often confused with the chosen one why they were not considered. */
final class Rivals {

    private Rivals() {}

    /** The rivals of the best claim's cause that no rule claimed, in the order of the catalogue of rules. */
    static List<NotConsidered> notConsidered(Draft draft) {
        List<NotConsidered> rivals = new ArrayList<>();
        List<Opinion> opinions = draft.opinions();
        for (int i = 0; i < opinions.size(); i++) {
            Cause cause = RuleCatalogue.RULES.get(i).cause();
            if (opinions.get(i) instanceof Unclaimed unclaimed
                    && Rivalry.exists(draft.best().cause(), cause)) {
                rivals.add(new NotConsidered(cause, unclaimed.because()));
            }
        }
        return rivals;
    }
}
