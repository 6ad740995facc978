package dev.whyrst.attribution.verdict;

import dev.whyrst.attribution.ApplicationSees;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.Limit;
import dev.whyrst.attribution.Observation;
import dev.whyrst.attribution.Place;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.Verdict;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A RST of a conversation at which the judgement itself failed: it is reported with what the capture holds, and no more. */
final class Unjudged {

    private static final String UNKNOWN = "unknown";

    private Unjudged() {}

    static Attribution attribution(String id, Timeline timeline, Reset reset, RuntimeException why) {
        Evidence failed = Evidence.of(
                Stance.AGAINST,
                Weight.STRONG,
                "The conversation could not be judged because of an internal error ("
                        + why.getClass().getSimpleName() + ")",
                reset.segment());
        Verdict verdict = new Verdict(
                Cause.UNDETERMINED,
                Confidence.LOW,
                HarmDone.UNSURE,
                Emitter.UNKNOWN,
                List.of(failed),
                List.of(new Limit(Confidence.LOW, failed)),
                List.of(),
                "");
        Observation observation = new Observation(
                Shape.OTHER,
                Optional.empty(),
                Optional.empty(),
                -1,
                -1,
                0,
                new ApplicationSees(UNKNOWN, UNKNOWN),
                OptionalLong.empty());
        return new Attribution(
                new Place(id, timeline, reset, Optional.empty(), Optional.empty()), observation, verdict);
    }
}
