package dev.whyrst.incident.recognise;

import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.IncidentKind.Peculiarity;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Stories;
import dev.whyrst.incident.scene.Story;
import java.util.List;

/** Ordinary life: what belongs to no incident, and incidents too small to be told beside others. */
final class OrdinaryLife implements Recogniser {

    /** Stories with fewer RSTs are small. */
    private static final int SMALL = 3;

    /** So many small ones are told if there is nothing larger. */
    private static final int SMALL_TOLD = 3;

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
        long large = told.stream().filter(story -> story.resets() >= SMALL).count();
        boolean fold = large > 0 || told.size() > SMALL_TOLD;
        for (int i = 0; i < told.size(); i++) {
            Story story = told.get(i);
            boolean small = story.resets() < SMALL && story.kind().is(Peculiarity.ORDINARY_WHEN_SMALL);
            if (fold && small || i >= MAX_STORIES) {
                stories.merge(story, noise);
            }
        }
        if (noise.size() > 0) {
            noise.about(busiest(scene, noise));
        }
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
