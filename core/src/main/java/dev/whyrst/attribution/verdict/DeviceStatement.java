package dev.whyrst.attribution.verdict;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.facts.StatedCause;
import dev.whyrst.attribution.rules.Claim;
import dev.whyrst.attribution.rules.StatedWords;

/** What the RST states of itself: a device's own words lower the claims of which they do not speak, and everybody's words are told. */
final class DeviceStatement {

    private DeviceStatement() {}

    /** Where a device says in the RST what made it send it, causes of which it does not speak are no longer certain. */
    static void heed(Draft draft) {
        StatedCause stated = draft.context().stated().orElse(null);
        if (stated == null || !stated.isOfDevice()) {
            return;
        }
        Evidence words = Evidence.of(
                Stance.AGAINST,
                Weight.WEAK,
                () -> StatedWords.sentence(stated),
                draft.context().rst());
        draft.claims().replaceAll(claim -> heeding(claim, stated.kind(), words));
    }

    private static Claim heeding(Claim claim, StatedCause.Kind kind, Evidence words) {
        return switch (kind) {
            case IDLE_TIMER -> claim.cause() == Cause.IDLE_TIMEOUT ? claim : claim.atMost(Confidence.MEDIUM, words);
            case POLICY -> claim.cause() == Cause.FIREWALL_REJECT ? claim : claim.atMost(Confidence.MEDIUM, words);
            case NO_CONNECTION, NO_LISTENER, OTHER -> claim.atMost(Confidence.HIGH, words);
        };
    }

    /** Tells what the RST says of itself, whatever cause it was given: whoever reads the report wants to see it. */
    static void tell(Draft draft) {
        draft.context()
                .stated()
                .ifPresent(stated -> draft.best(draft.best()
                        .with(Evidence.of(
                                Stance.FOR,
                                Weight.WEAK,
                                () -> StatedWords.sentence(stated),
                                draft.context().rst()))));
    }
}
