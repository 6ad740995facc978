package dev.whyrst.incident.tell;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.Trigger;
import dev.whyrst.attribution.Voice;
import dev.whyrst.timeline.FrameRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What alike silences of many connections tell of the RST of one: supports or doubts its cause, decides nothing. */
final class SilenceEvidence {

    private SilenceEvidence() {}

    static Optional<Evidence> of(Attribution attribution, String sentence) {
        if (sentence.isEmpty()) {
            return Optional.empty();
        }
        if (attribution.cause().hears(Voice.SILENCES_FOR)) {
            return Optional.of(evidence(attribution, Stance.FOR, sentence));
        }
        return attribution.cause().hears(Voice.SILENCES_AGAINST)
                ? Optional.of(evidence(attribution, Stance.AGAINST, sentence))
                : Optional.empty();
    }

    private static Evidence evidence(Attribution attribution, Stance stance, String sentence) {
        List<FrameRef> frames = new ArrayList<>(2);
        attribution.trigger().map(Trigger::segment).ifPresent(trigger -> frames.add(trigger.at()));
        frames.add(attribution.reset().segment().at());
        return new Evidence(stance, Weight.WEAK, "All over the capture: " + sentence, frames);
    }
}
