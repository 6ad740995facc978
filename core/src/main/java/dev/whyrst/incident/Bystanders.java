package dev.whyrst.incident;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Resets that are no incident of their own but belong to the scene of one: clients that left a service in trouble, and the
 * routine resets of those that took part in it.
 */
final class Bystanders implements Recogniser {

    private static final Set<IncidentKind> TROUBLE = EnumSet.of(
            IncidentKind.SERVER_RESTART,
            IncidentKind.HOST_OUTAGE,
            IncidentKind.PROCESS_KILLED,
            IncidentKind.SERVICE_DOWN,
            IncidentKind.CONNECTIONS_KILLED,
            IncidentKind.CONNECTION_LIMIT,
            IncidentKind.QUEUE_OVERFLOW,
            IncidentKind.SERVER_STALLED);

    /** Stories of a network or of strangers have no routine of their own. */
    private static final Set<IncidentKind> ALONE = EnumSet.of(
            IncidentKind.SCAN,
            IncidentKind.POLICY_DEVICE,
            IncidentKind.IDLE_TIMER_ON_PATH,
            IncidentKind.MIDDLEBOX_STATE_LOST,
            IncidentKind.NAT_INVALID_PACKET,
            IncidentKind.NORMAL_NOISE);

    private static final long NEAR_NANOS = 1_000_000_000L;

    /** More routine than this is not part of a story but the other way round. */
    private static final int ROUTINE_TO_STORY = 3;

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
        Map<Integer, List<Story>> bySubject = new HashMap<>();
        Map<Integer, List<Story>> byOnlyClient = new HashMap<>();
        for (Story story : scene.stories().all()) {
            if (routine ? !ALONE.contains(story.kind()) : TROUBLE.contains(story.kind())) {
                index(scene, story, bySubject, byOnlyClient);
            }
        }
        if (routine) {
            joinRoutine(scene, bySubject, byOnlyClient);
        } else {
            joinLeaving(scene, bySubject);
        }
    }

    private static void index(
            Scene scene, Story story, Map<Integer, List<Story>> bySubject, Map<Integer, List<Story>> byOnlyClient) {
        int host = scene.endpoints().hostOf(story.subject());
        add(bySubject, story.subject(), story);
        if (host != story.subject()) {
            add(bySubject, host, story);
        }
        int client = scene.cases().client(story.members()[0]);
        for (int row : story.members()) {
            if (scene.cases().client(row) != client) {
                return;
            }
        }
        add(byOnlyClient, client, story);
    }

    private static void add(Map<Integer, List<Story>> map, int key, Story story) {
        map.computeIfAbsent(key, k -> new ArrayList<>(1)).add(story);
    }

    private static void joinLeaving(Scene scene, Map<Integer, List<Story>> bySubject) {
        Cases cases = scene.cases();
        for (int row : scene.stories().free(r -> isLeaving(cases.behaviour(r)))) {
            List<Story> stories = bySubject.getOrDefault(cases.service(row), Collections.emptyList());
            for (Story story : stories) {
                if (isNear(story, cases.first(row), cases.last(row))) {
                    scene.stories().join(story, row);
                    break;
                }
            }
        }
    }

    private static void joinRoutine(
            Scene scene, Map<Integer, List<Story>> bySubject, Map<Integer, List<Story>> byOnlyClient) {
        Cases cases = scene.cases();
        for (Cluster cluster : scene.byService(row -> cases.behaviour(row) != Behaviour.REFUSED)) {
            int client = cases.client(cluster.rows()[0]);
            boolean oneClient = cluster.distinct(cases::client) == 1;
            Story story = near(bySubject.get(cluster.key()), cases, cluster);
            if (story == null) {
                story = near(bySubject.get(otherEnd(scene, cluster)), cases, cluster);
            }
            if (story == null) {
                story = near(bySubject.get(scene.endpoints().hostOf(cluster.key())), cases, cluster);
            }
            if (story == null && oneClient) {
                story = near(bySubject.get(client), cases, cluster);
            }
            if (story == null && oneClient) {
                story = near(byOnlyClient.get(client), cases, cluster);
            }
            if (story != null) {
                for (int row : cluster.rows()) {
                    scene.stories().join(story, row);
                }
            }
        }
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
    private static Story near(List<Story> stories, Cases cases, Cluster cluster) {
        if (stories == null) {
            return null;
        }
        long resets = 0;
        for (int row : cluster.rows()) {
            resets += cases.resets(row);
        }
        Story largest = null;
        for (Story story : stories) {
            boolean inProportion = resets <= ROUTINE_TO_STORY * story.resets();
            boolean larger = largest == null || story.resets() > largest.resets();
            if (larger && inProportion && isNear(story, cluster.first(), cluster.last())) {
                largest = story;
            }
        }
        return largest;
    }

    private static boolean isNear(Story story, long first, long last) {
        return first <= story.last() + NEAR_NANOS && last >= story.first() - NEAR_NANOS;
    }
}
