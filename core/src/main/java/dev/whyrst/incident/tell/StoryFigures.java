package dev.whyrst.incident.tell;

import static dev.whyrst.incident.IncidentThresholds.STORY_GAP_NANOS;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Harm;
import dev.whyrst.incident.StoryWords;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Share;
import dev.whyrst.incident.scene.Spread;
import dev.whyrst.incident.scene.Story;
import dev.whyrst.text.Counts;
import dev.whyrst.text.Durations;
import dev.whyrst.timeline.PortFacts;
import dev.whyrst.timeline.PortLoad;

/** The numbers of a story, and small phrases made of them. */
final class StoryFigures implements StoryWords {

    /** More ports than this are counted, not listed. */
    private static final int LISTED_PORTS = 3;

    /** Beside more endpoints than this none is named. */
    private static final int LISTED_ENDPOINTS = 9;

    private final Scene scene;
    private final CaseTable cases;
    private final Moments moments;
    private final Story story;
    private final String subject;
    private final String probably;
    private final Cluster cluster;
    private final Cluster refused;

    /**
     * @param subject what the story is about, in words
     * @param probably an adverb with a blank behind it, or nothing
     */
    StoryFigures(Scene scene, Moments moments, Story story, String subject, String probably) {
        this.scene = scene;
        this.cases = scene.cases();
        this.moments = moments;
        this.story = story;
        this.subject = subject;
        this.probably = probably;
        this.cluster = new Cluster(cases, story.subject(), story.own());
        this.refused = cluster.only(row -> cases.behaviour(row) == Behaviour.REFUSED);
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public String probably() {
        return probably;
    }

    @Override
    public String at() {
        return moments.at(story.first());
    }

    @Override
    public String when() {
        return moments.between(story.first(), story.last());
    }

    @Override
    public int size() {
        return cluster.size();
    }

    @Override
    public int count(Behaviour behaviour) {
        return cluster.count(behaviour);
    }

    @Override
    public int refusals() {
        return refused == null ? 0 : refused.size();
    }

    @Override
    public boolean isMostlyRefused() {
        return Share.most(refusals(), size());
    }

    @Override
    public String refusedWhen() {
        if (refused == null) {
            return when();
        }
        long[] times = refused.sorted(cases::first);
        return moments.between(times[0], times[times.length - 1]);
    }

    @Override
    public String fullWhen() {
        Cluster met = cluster.only(row -> cases.behaviour(row) == Behaviour.OVERFLOW);
        if (met == null) {
            return when();
        }
        long[] times = met.sorted(cases::ended);
        return moments.between(times[0], times[times.length - 1]);
    }

    @Override
    public long refusedNanos() {
        if (refused == null) {
            return 0;
        }
        long[] times = refused.sorted(cases::first);
        return times[times.length - 1] - times[0];
    }

    @Override
    public String refusers() {
        int ports = refused.distinct(row -> scene.endpoints().port(cases.service(row)));
        if (ports > LISTED_PORTS) {
            return ports + " ports of its";
        }
        if (!scene.endpoints().isHost(story.subject())) {
            return "it";
        }
        long[] sorted = refused.sorted(row -> scene.endpoints().port(cases.service(row)));
        StringBuilder list = new StringBuilder(ports == 1 ? "its port " : "its ports ").append(sorted[0]);
        for (int i = 1, left = ports - 1; i < sorted.length; i++) {
            if (sorted[i] != sorted[i - 1]) {
                list.append(--left == 0 ? " and " : ", ").append(sorted[i]);
            }
        }
        return list.toString();
    }

    @Override
    public int losses() {
        return size() - refusals();
    }

    @Override
    public String lost() {
        Cluster broken = cluster.only(row -> cases.behaviour(row) != Behaviour.REFUSED);
        return (broken == null ? "0 connections" : ofClients(broken)) + " lost";
    }

    @Override
    public String lostOrClosed() {
        PortFacts port = scene.port(story.subject());
        boolean closed = port != null
                && port.massCloses() > losses()
                && Math.abs(port.massClosedNanos() - story.first()) <= STORY_GAP_NANOS;
        return closed ? Counts.of(port.massCloses(), "connection") + " closed in one moment" : lost();
    }

    @Override
    public boolean isCrashLoop() {
        PortFacts port = scene.port(story.subject());
        return port != null && port.takesTurns();
    }

    @Override
    public String deaths() {
        return isCrashLoop()
                ? scene.port(story.subject()).turns() + " times (killed or crashed) "
                : "(killed, crashed or stopped) ";
    }

    @Override
    public String inUse() {
        PortLoad load = scene.load(story.subject());
        return load.isAtLimit() ? "(" + load.most() + " in use) " : "";
    }

    @Override
    public String conversations() {
        return Counts.of(size(), "connection");
    }

    @Override
    public int harmed(Harm.Level least) {
        return cluster.count(row -> cases.harm(row).compareTo(least) >= 0);
    }

    @Override
    public String resets() {
        return Counts.of(story.resets(), "reset");
    }

    @Override
    public String ofClients() {
        return ofClients(cluster);
    }

    @Override
    public int ignored() {
        return cluster.count(Trait.IGNORED);
    }

    @Override
    public String cutOff() {
        Cluster cut = cluster.only(row -> !cases.has(row, Trait.IGNORED));
        if (cut == null) {
            return ofClients() + " went on";
        }
        String others = cut.size() == size() ? "" : ", " + (size() - cut.size()) + " more went on";
        return ofClients(cut) + " cut off" + others;
    }

    @Override
    public String abandoned() {
        boolean alone = cluster.distinct(cases::client) == 1 && !byServer();
        String whose = alone ? "" : " of " + Counts.of(cluster.distinct(cases::client), "client");
        return mostlyConnecting() && !byServer()
                ? Counts.of(size(), "attempt") + whose + " failed"
                : conversations() + whose + " broken off";
    }

    @Override
    public String refusedOfClients() {
        return ofClients(refused);
    }

    @Override
    public String translated() {
        Cluster known = cluster.only(row -> cases.behaviour(row) != Behaviour.STRAY);
        return ofClients(known == null ? cluster : known);
    }

    /** Where the story is about a host that had connected to others, these are its servers. */
    private String ofClients(Cluster some) {
        if (scene.endpoints().isHost(cases.service(some.rows()[0]))) {
            int others = some.distinct(cases::client);
            return Counts.of(some.size(), "connection") + " to "
                    + (others == 1 ? address(cases.client(some.rows()[0])) : others + " hosts");
        }
        int clients = some.distinct(cases::client);
        String whose = clients == 1 ? "client " + address(cases.client(some.rows()[0])) : clients + " clients";
        return Counts.of(some.size(), "connection") + " of " + whose;
    }

    @Override
    public String otherServices() {
        int others = cluster.distinct(cases::service) - 1;
        return others <= 0 || scene.endpoints().isHost(story.subject())
                ? ""
                : " and " + Counts.of(others, "other service");
    }

    @Override
    public String around() {
        int others = cluster.distinct(cases::service) - 1;
        if (others > LISTED_ENDPOINTS) {
            return "at " + Counts.of(others + 1L, "endpoint");
        }
        return "around " + subject + (others == 0 ? "" : " and " + Counts.of(others, "other endpoint"));
    }

    @Override
    public String toServers() {
        int servers = cluster.distinct(cases::service);
        String whom = servers == 1 ? scene.endpoints().text(cases.service(cluster.rows()[0])) : servers + " servers";
        return conversations() + " to " + whom;
    }

    @Override
    public String whoever() {
        return cluster.distinct(cases::client) == 1 ? "Client " + address(cases.client(cluster.rows()[0])) : "Clients";
    }

    private String address(int host) {
        return scene.endpoints().text(host);
    }

    @Override
    public boolean mostlyConnecting() {
        return Share.most(
                cluster.count(row -> !cases.has(row, Trait.ASKED) && !cases.has(row, Trait.ANSWERED)), size());
    }

    @Override
    public String targets() {
        int ports = cluster.distinct(row -> scene.endpoints().port(cases.service(row)));
        int hosts = cluster.distinct(scene::host);
        return hosts > 1 && ports == 1
                ? "port " + scene.endpoints().port(cases.service(cluster.rows()[0]))
                : Counts.of(cluster.distinct(cases::service), "port");
    }

    @Override
    public String targetHosts() {
        int hosts = cluster.distinct(scene::host);
        return hosts == 1 ? address(scene.host(cluster.rows()[0])) : hosts + " hosts";
    }

    @Override
    public boolean byServer() {
        return Share.most(cluster.count(row -> cases.behaviour(row).byServer()), size());
    }

    @Override
    public String alikePause(String before, String after) {
        long[] pauses = cluster.sorted(cases::pause);
        return Spread.alike(pauses) && Share.most(cluster.count(Trait.PAUSED), size())
                ? before + Durations.rough(Spread.median(pauses)) + after
                : "";
    }

    @Override
    public String leastPause() {
        Cluster paused = cluster.only(row -> cases.has(row, Trait.PAUSED));
        return paused == null ? "" : ", silent for at least " + Durations.rough(paused.sorted(cases::pause)[0]);
    }

    @Override
    public String names() {
        return new NamesAsked(cases, cluster).inWords();
    }
}
