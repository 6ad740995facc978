package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.IncidentThresholds.NEAR_STORY_NANOS;

import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.IncidentKind.Peculiarity;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Story;
import java.util.function.Predicate;

/** Where cases lie that are no incident of their own: near a story, or outside of what it can explain. */
final class Surroundings {

    private Surroundings() {}

    /** Stories of some kinds by the endpoint that each is about, and by its host. */
    static StoryIndex bySubject(Scene scene, Predicate<IncidentKind> kinds) {
        StoryIndex index = new StoryIndex(scene.endpoints().size());
        for (Story story : scene.stories().all()) {
            if (story.size() > 0 && kinds.test(story.kind())) {
                int host = scene.endpoints().hostOf(story.subject());
                index.add(story.subject(), story);
                if (host != story.subject()) {
                    index.add(host, story);
                }
            }
        }
        return index;
    }

    /**
     * Whether the trouble of the story cannot be why the case ended: a limit on connections does nothing to those that
     * are served, nor a certificate to those past the handshake.
     */
    static boolean isOutside(CaseTable cases, int row, Story story) {
        if (story.kind().is(Peculiarity.SPARES_THE_SERVED)) {
            return cases.behaviour(row).byClient()
                    && cases.has(row, Trait.ANSWERED)
                    && !cases.has(row, Trait.ONLY_FAREWELL);
        }
        return story.kind().is(Peculiarity.SPARES_TLS_IN_USE) && cases.has(row, Trait.TLS_SERVED);
    }

    /** Whether the case ended while the story went on, or hardly before or after. */
    static boolean isNear(CaseTable cases, int row, Story story) {
        return cases.first(row) <= story.last() + NEAR_STORY_NANOS
                && cases.last(row) >= story.first() - NEAR_STORY_NANOS;
    }
}
