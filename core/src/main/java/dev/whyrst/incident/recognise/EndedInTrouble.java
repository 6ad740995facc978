package dev.whyrst.incident.recognise;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind.Draws;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Stories;
import dev.whyrst.incident.scene.Story;

/**
 * Conversations that ended while their service was in trouble: clients that left it, and what it dropped. They join its
 * story.
 */
final class EndedInTrouble implements Recogniser {

    @Override
    public void examine(Scene scene) {
        CaseTable cases = scene.cases();
        StoryIndex bySubject = Surroundings.bySubject(scene, kind -> kind.draws() == Draws.ROUTINE_AND_LEAVERS);
        for (int row : scene.stories().free(r -> isEnding(cases.behaviour(r)))) {
            Story trouble = firstThatExplains(scene, bySubject, row);
            if (trouble != null) {
                scene.stories().join(trouble, row);
            }
        }
    }

    private static boolean isEnding(Behaviour behaviour) {
        return behaviour.byClient() || behaviour.byServer() || behaviour == Behaviour.LOST;
    }

    private static Story firstThatExplains(Scene scene, StoryIndex bySubject, int row) {
        CaseTable cases = scene.cases();
        Stories stories = scene.stories();
        for (int entry = bySubject.first(cases.service(row)); entry != StoryIndex.NONE; entry = bySubject.next(entry)) {
            Story story = stories.get(bySubject.story(entry));
            if (!Surroundings.isOutside(cases, row, story) && Surroundings.isNear(cases, row, story)) {
                return story;
            }
        }
        return null;
    }
}
