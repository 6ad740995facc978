package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.IncidentThresholds.SMALL_STORIES_TOLD;
import static dev.whyrst.incident.IncidentThresholds.SMALL_STORY;

import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.IncidentKind.Peculiarity;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Stories;
import dev.whyrst.incident.scene.Story;
import java.util.List;

/** Ordinary life: what belongs to no incident, and incidents too small to be told beside others. */
final class OrdinaryLife implements Recogniser {

    /** Beyond this a report is no story any more: the smallest are counted as ordinary life. */
    private static final int MAX_STORIES = 500;

    @Override
    public void examine(Scene scene) {
        Stories stories = scene.stories();
        int[] rest = stories.free(row -> true);
        Story noise = stories.tell(IncidentKind.NORMAL_NOISE, 0, rest);
        List<Story> told = stories.all().stream()
                .filter(story -> story.size() > 0 && story != noise)
                .sorted((a, b) -> Long.compare(b.resets(), a.resets()))
                .toList();
        boolean foldsSmall = told.size() > SMALL_STORIES_TOLD || told.stream().anyMatch(story -> !isSmall(story));
        for (int i = 0; i < told.size(); i++) {
            Story story = told.get(i);
            boolean ordinary = isSmall(story) && story.kind().is(Peculiarity.ORDINARY_WHEN_SMALL);
            if (foldsSmall && ordinary || i >= MAX_STORIES) {
                stories.merge(story, noise);
            }
        }
        if (noise.size() > 0) {
            noise.about(busiest(scene, noise));
        }
    }

    private static boolean isSmall(Story story) {
        return story.resets() < SMALL_STORY;
    }

    /** The service with most of the RSTs; among equals the one that had the last. */
    private static int busiest(Scene scene, Story noise) {
        int[] resets = new int[scene.endpoints().size()];
        int best = scene.cases().service(noise.member(0));
        for (int i = 0; i < noise.size(); i++) {
            int service = scene.cases().service(noise.member(i));
            resets[service] += scene.cases().resets(noise.member(i));
            best = resets[service] >= resets[best] ? service : best;
        }
        return best;
    }
}
