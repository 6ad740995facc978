package dev.whyrst.incident.recognise;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.IncidentKind.Draws;
import dev.whyrst.incident.IncidentKind.Peculiarity;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Stories;
import dev.whyrst.incident.scene.Story;

/**
 * Resets that are no incident of their own but belong to the scene of one: clients that left a service in trouble, and the
 * routine resets of those that took part in it.
 */
final class Bystanders implements Recogniser {

    private static final long NEAR_NANOS = 1_000_000_000L;

    /** Stories of one endpoint that a bystander is held against: a scan may leave one for each port. */
    private static final int MOST_STORIES = 1000;

    /** More routine than this is not part of a story but the other way round. */
    private static final int ROUTINE_TO_STORY = 3;

    /** Closes behind a handshake that succeeded are told apart from those that failed if they are more than half as many. */
    private static final int HALF = 2;

    /** More resets than this at another port of the server have a life of their own. */
    private static final int HANDFUL = 5;

    /** Of routine that is part of a story, no more than this share lies apart from it: one in so many. */
    private static final int BACKGROUND_SHARE = 4;

    private final boolean routine;

    private Bystanders(boolean routine) {
        this.routine = routine;
    }

    /** Clients that left while the service was in trouble. */
    static Bystanders leaving() {
        return new Bystanders(false);
    }

    /** Routine resets around a story. */
    static Bystanders ofRoutine() {
        return new Bystanders(true);
    }

    @Override
    public void examine(Scene scene) {
        StoryIndex bySubject = new StoryIndex(scene.endpoints().size());
        StoryIndex byOnlyClient = new StoryIndex(routine ? scene.endpoints().size() : 0);
        for (Story story : scene.stories().all()) {
            if (story.size() > 0 && concerns(story.kind())) {
                addSubject(scene, story, bySubject);
                if (routine) {
                    addOnlyClient(scene, story, byOnlyClient);
                }
            }
        }
        if (routine) {
            joinRoutine(scene, bySubject, byOnlyClient);
        } else {
            joinLeaving(scene, bySubject);
        }
    }

    private boolean concerns(IncidentKind kind) {
        return routine ? kind.draws() != Draws.NOTHING : kind.draws() == Draws.ROUTINE_AND_LEAVERS;
    }

    private static void addSubject(Scene scene, Story story, StoryIndex bySubject) {
        int host = scene.endpoints().hostOf(story.subject());
        bySubject.add(story.subject(), story);
        if (host != story.subject()) {
            bySubject.add(host, story);
        }
    }

    private static void addOnlyClient(Scene scene, Story story, StoryIndex byOnlyClient) {
        int client = scene.cases().client(story.member(0));
        for (int i = 1; i < story.size(); i++) {
            if (scene.cases().client(story.member(i)) != client) {
                return;
            }
        }
        byOnlyClient.add(client, story);
    }

    private static void joinLeaving(Scene scene, StoryIndex bySubject) {
        CaseTable cases = scene.cases();
        Stories stories = scene.stories();
        for (int row : stories.free(r -> isLeaving(cases.behaviour(r)))) {
            int entry = bySubject.first(cases.service(row));
            while (entry != StoryIndex.NONE && !isTouched(cases, row, stories.get(bySubject.story(entry)))) {
                entry = bySubject.next(entry);
            }
            if (entry != StoryIndex.NONE) {
                stories.join(stories.get(bySubject.story(entry)), row);
            }
        }
    }

    private static boolean isTouched(CaseTable cases, int row, Story story) {
        return !isOutside(cases, row, story) && isNear(story, cases.first(row), cases.last(row));
    }

    /**
     * Whether the trouble of the story cannot be why the case ended: a limit on connections does nothing to those that are served, nor a
     * certificate to those behind the handshake.
     */
    private static boolean isOutside(CaseTable cases, int row, Story story) {
        if (story.kind().is(Peculiarity.SPARES_THE_SERVED)) {
            return cases.behaviour(row).byClient()
                    && cases.has(row, Trait.ANSWERED)
                    && !cases.has(row, Trait.ONLY_FAREWELL);
        }
        return story.kind().is(Peculiarity.SPARES_TLS_IN_USE) && cases.has(row, Trait.TLS_SERVED);
    }

    private static void joinRoutine(Scene scene, StoryIndex bySubject, StoryIndex byOnlyClient) {
        CaseTable cases = scene.cases();
        for (Cluster cluster : scene.byService(row -> isRoutine(cases.behaviour(row)))) {
            int client = cases.client(cluster.rows()[0]);
            boolean oneClient = cluster.distinct(cases::client) == 1;
            Story story = near(scene, bySubject, cluster.key(), cluster);
            if (story == null) {
                story = near(scene, bySubject, otherEnd(scene, cluster), cluster);
            }
            if (story == null) {
                story = near(scene, bySubject, scene.endpoints().hostOf(cluster.key()), cluster);
            }
            if (story == null && oneClient) {
                story = near(scene, bySubject, client, cluster);
            }
            if (story == null && oneClient) {
                story = near(scene, byOnlyClient, client, cluster);
            }
            if (story != null) {
                for (int row : cluster.rows()) {
                    scene.stories().join(story, row);
                }
            }
        }
    }

    /** What is refused, or tried, stands for itself. */
    private static boolean isRoutine(Behaviour behaviour) {
        return behaviour != Behaviour.REFUSED && behaviour != Behaviour.PROBE;
    }

    /** The endpoint that the first case's other end is: a service where a client reset what it did not know any more. */
    private static int otherEnd(Scene scene, Cluster cluster) {
        int row = cluster.rows()[0];
        return scene.endpoints().find(scene.cases().client(row), scene.cases().clientPort(row));
    }

    private static boolean isLeaving(Behaviour behaviour) {
        return behaviour.byClient() || behaviour.byServer() || behaviour == Behaviour.LOST;
    }

    /** The largest of the stories that the cases fit in. */
    private static Story near(Scene scene, StoryIndex index, int endpoint, Cluster cluster) {
        long resets = 0;
        for (int row : cluster.rows()) {
            resets += scene.cases().resets(row);
        }
        Story largest = null;
        int looked = 0;
        for (int entry = index.first(endpoint);
                entry != StoryIndex.NONE && looked++ < MOST_STORIES;
                entry = index.next(entry)) {
            Story story = scene.stories().get(index.story(entry));
            boolean inProportion = resets <= ROUTINE_TO_STORY * story.resets()
                    && (resets <= HANDFUL || !isElsewhere(scene, story, cluster));
            boolean larger = largest == null || story.resets() > largest.resets();
            boolean few = story.kind().is(Peculiarity.SPARES_TLS_IN_USE) && resets * HALF <= story.resets();
            boolean outside =
                    !few && cluster.count(row -> isOutside(scene.cases(), row, story)) * HALF > cluster.size();
            if (larger && inProportion && !outside && !isBackground(scene.cases(), cluster, story)) {
                largest = story;
            }
        }
        return largest;
    }

    /** Whether the cases are of another port of the server that the story is about. */
    private static boolean isElsewhere(Scene scene, Story story, Cluster cluster) {
        return story.subject() != cluster.key()
                && scene.endpoints().hostOf(story.subject())
                        == scene.endpoints().hostOf(cluster.key());
    }

    /** Routine that goes on before and after a story is none of its consequences. */
    private static boolean isBackground(CaseTable cases, Cluster cluster, Story story) {
        int near = cluster.count(row -> isNear(story, cases.first(row), cases.last(row)));
        return near == 0 || (cluster.size() - near) * BACKGROUND_SHARE > cluster.size();
    }

    private static boolean isNear(Story story, long first, long last) {
        return first <= story.last() + NEAR_NANOS && last >= story.first() - NEAR_NANOS;
    }
}
