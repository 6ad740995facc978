package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.IncidentThresholds.HANDFUL;
import static dev.whyrst.incident.IncidentThresholds.ROUTINE_TO_STORY;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind.Draws;
import dev.whyrst.incident.IncidentKind.Peculiarity;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Share;
import dev.whyrst.incident.scene.Story;

/**
 * Ordinary resets of those that took part in a story, while it went on: they join it, unless there are more of them
 * than of it.
 */
final class RoutineAround implements Recogniser {

    /** Stories of one endpoint that routine is held against: a scan may leave one for each port. */
    private static final int MOST_STORIES = 1000;

    @Override
    public void examine(Scene scene) {
        StoryIndex bySubject = Surroundings.bySubject(scene, kind -> kind.draws() != Draws.NOTHING);
        StoryIndex byOnlyClient = byOnlyClient(scene);
        for (Cluster routine : scene.byService(row -> isRoutine(scene.cases().behaviour(row)))) {
            Story story = storyOf(scene, routine, bySubject, byOnlyClient);
            if (story != null) {
                for (int row : routine.rows()) {
                    scene.stories().draw(story, row);
                }
            }
        }
    }

    /** What is refused, or tried, stands for itself. */
    private static boolean isRoutine(Behaviour behaviour) {
        return behaviour != Behaviour.REFUSED && behaviour != Behaviour.PROBE && behaviour != Behaviour.OVERFLOW;
    }

    /**
     * Stories of services in trouble that only one client took part in, by that client. What it has with other servers is
     * none of its patience with this one.
     */
    private static StoryIndex byOnlyClient(Scene scene) {
        CaseTable cases = scene.cases();
        StoryIndex index = new StoryIndex(scene.endpoints().size());
        for (Story story : scene.stories().all()) {
            if (story.size() > 0 && story.kind().draws() == Draws.ROUTINE_AND_LEAVERS && hasOneClient(cases, story)) {
                index.add(cases.client(story.member(0)), story);
            }
        }
        return index;
    }

    private static boolean hasOneClient(CaseTable cases, Story story) {
        int client = cases.client(story.member(0));
        for (int i = 1; i < story.size(); i++) {
            if (cases.client(story.member(i)) != client) {
                return false;
            }
        }
        return true;
    }

    /**
     * The story of the service; else of the other end, of the service's host, or of the only client, as subject or as
     * only client.
     */
    private static Story storyOf(Scene scene, Cluster routine, StoryIndex bySubject, StoryIndex byOnlyClient) {
        CaseTable cases = scene.cases();
        Story story = largest(scene, bySubject, routine.key(), routine);
        if (story == null) {
            story = largest(scene, bySubject, otherEnd(scene, routine), routine);
        }
        if (story == null) {
            story = largest(scene, bySubject, scene.endpoints().hostOf(routine.key()), routine);
        }
        if (story != null || routine.distinct(cases::client) > 1) {
            return story;
        }
        int client = cases.client(routine.rows()[0]);
        story = largest(scene, bySubject, client, routine);
        return story == null ? largest(scene, byOnlyClient, client, routine) : story;
    }

    /**
     * The endpoint that the first case's other end is: a service where a client reset what it did not know any more.
     */
    private static int otherEnd(Scene scene, Cluster routine) {
        int row = routine.rows()[0];
        return scene.endpoints().find(scene.cases().client(row), scene.cases().clientPort(row));
    }

    /** The largest story of an endpoint that the routine belongs to; null if there is none. */
    private static Story largest(Scene scene, StoryIndex index, int endpoint, Cluster routine) {
        long resets = 0;
        for (int row : routine.rows()) {
            resets += scene.cases().resets(row);
        }
        Story largest = null;
        int looked = 0;
        for (int entry = index.first(endpoint);
                entry != StoryIndex.NONE && looked++ < MOST_STORIES;
                entry = index.next(entry)) {
            Story story = scene.stories().get(index.story(entry));
            boolean larger = largest == null || story.resets() > largest.resets();
            if (larger && belongs(scene, routine, resets, story)) {
                largest = story;
            }
        }
        return largest;
    }

    private static boolean belongs(Scene scene, Cluster routine, long resets, Story story) {
        boolean spreads = resets <= HANDFUL && story.kind().draws() == Draws.ROUTINE_AND_LEAVERS;
        boolean inProportion =
                resets <= ROUTINE_TO_STORY * story.resets() && (spreads || !isElsewhere(scene, story, routine));
        return inProportion
                && !isOutside(scene.cases(), routine, resets, story)
                && !isBackground(scene.cases(), routine, story);
    }

    /**
     * Closes after a handshake that succeeded are told apart from those that failed only if they are more than half as
     * many.
     */
    private static boolean isOutside(CaseTable cases, Cluster routine, long resets, Story story) {
        boolean few = story.kind().is(Peculiarity.SPARES_TLS_IN_USE) && !Share.most(resets, story.resets());
        return !few && Share.most(routine.count(row -> Surroundings.isOutside(cases, row, story)), routine.size());
    }

    /** Whether the cases are of another port of the server that the story is about. */
    private static boolean isElsewhere(Scene scene, Story story, Cluster routine) {
        return story.subject() != routine.key()
                && scene.endpoints().hostOf(story.subject())
                        == scene.endpoints().hostOf(routine.key());
    }

    /** Routine that goes on before and after a story is none of its consequences. */
    private static boolean isBackground(CaseTable cases, Cluster routine, Story story) {
        int near = routine.count(row -> Surroundings.isNear(cases, row, story));
        return near == 0 || Share.moreThanQuarter(routine.size() - near, routine.size());
    }
}
