package dev.whyrst.incident.tell;

import static dev.whyrst.incident.IncidentThresholds.STORY_GAP_NANOS;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Harm;
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
final class StoryFigures {

    /** More ports than this are counted, not listed. */
    private static final int LISTED_PORTS = 3;

    /** Beside more endpoints than this none is named. */
    private static final int LISTED_ENDPOINTS = 9;

    private final Scene scene;
    private final CaseTable cases;
    private final Moments moments;
    private final Story story;
    private final Cluster cluster;
    private final Cluster refused;

    StoryFigures(Scene scene, Moments moments, Story story) {
        this.scene = scene;
        this.cases = scene.cases();
        this.moments = moments;
        this.story = story;
        this.cluster = new Cluster(cases, story.subject(), story.own());
        this.refused = cluster.only(row -> cases.behaviour(row) == Behaviour.REFUSED);
    }

    long first() {
        return story.first();
    }

    long last() {
        return story.last();
    }

    int size() {
        return cluster.size();
    }

    int count(Behaviour behaviour) {
        return cluster.count(behaviour);
    }

    /** How many connection attempts were refused. */
    int refusals() {
        return refused == null ? 0 : refused.size();
    }

    boolean isMostlyRefused() {
        return Share.most(refusals(), size());
    }

    /** When connection attempts were refused; where none was, when the story happened. */
    String refusedWhen() {
        if (refused == null) {
            return moments.between(first(), last());
        }
        long[] times = refused.sorted(cases::first);
        return moments.between(times[0], times[times.length - 1]);
    }

    /** When connections met a full queue. */
    String fullWhen() {
        Cluster met = cluster.only(row -> cases.behaviour(row) == Behaviour.OVERFLOW);
        if (met == null) {
            return moments.between(first(), last());
        }
        long[] times = met.sorted(cases::ended);
        return moments.between(times[0], times[times.length - 1]);
    }

    /** From the first refusal to the last. */
    long refusedNanos() {
        if (refused == null) {
            return 0;
        }
        long[] times = refused.sorted(cases::first);
        return times[times.length - 1] - times[0];
    }

    /** {@code its port 8888}, or {@code it} where the story is about that port. */
    String refusers() {
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

    /** How many connections broke that had been made. */
    int losses() {
        return size() - refusals();
    }

    String lost() {
        Cluster broken = cluster.only(row -> cases.behaviour(row) != Behaviour.REFUSED);
        return (broken == null ? "0 connections" : ofClients(broken)) + " lost";
    }

    /** The connections that broke; where more were closed in one moment, with and without RST, those. */
    String lostOrClosed() {
        PortFacts port = scene.port(story.subject());
        boolean closed = port != null
                && port.massCloses() > losses()
                && Math.abs(port.massClosedNanos() - first()) <= STORY_GAP_NANOS;
        return closed ? Counts.of(port.massCloses(), "connection") + " closed in one moment" : lost();
    }

    /** Whether the service took connections and refused them in turns. */
    boolean isCrashLoop() {
        PortFacts port = scene.port(story.subject());
        return port != null && port.takesTurns();
    }

    /** How often a service ended that was up again in between, and what that can mean. */
    String deaths() {
        return isCrashLoop()
                ? scene.port(story.subject()).turns() + " times (killed or crashed) "
                : "(killed, crashed or stopped) ";
    }

    /** How many connections were in use when the others came, where that decided. */
    String inUse() {
        PortLoad load = scene.load(story.subject());
        return load.isAtLimit() ? "(" + load.most() + " in use) " : "";
    }

    String conversations() {
        return Counts.of(size(), "connection");
    }

    /** Of how many conversations a reset did at least so much to the applications. */
    int harmed(Harm.Level least) {
        return cluster.count(row -> cases.harm(row).compareTo(least) >= 0);
    }

    String resets() {
        return Counts.of(story.resets(), "reset");
    }

    /** {@code 6 connections of 3 clients}; one client is named. */
    String ofClients() {
        return ofClients(cluster);
    }

    /** Connections that a device reset in vain. */
    int ignored() {
        return cluster.count(Trait.IGNORED);
    }

    /** What a device cut off, and what went on all the same. */
    String cutOff() {
        Cluster cut = cluster.only(row -> !cases.has(row, Trait.IGNORED));
        if (cut == null) {
            return ofClients() + " went on";
        }
        String others = cut.size() == size() ? "" : ", " + (size() - cut.size()) + " more went on";
        return ofClients(cut) + " cut off" + others;
    }

    /** What was given up: attempts to connect, or connections. An only client has been named before. */
    String abandoned() {
        boolean alone = cluster.distinct(cases::client) == 1 && !byServer();
        String whose = alone ? "" : " of " + Counts.of(cluster.distinct(cases::client), "client");
        return mostlyConnecting() && !byServer()
                ? Counts.of(size(), "attempt") + whose + " failed"
                : conversations() + whose + " broken off";
    }

    /** The same of those that were refused. */
    String refusedOfClients() {
        return ofClients(refused);
    }

    /** The same of those that the service knew, not of what reached the client past the translation. */
    String translated() {
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

    /** How many services there are besides the one that the story is named by. */
    String otherServices() {
        int others = cluster.distinct(cases::service) - 1;
        return others <= 0 || scene.endpoints().isHost(story.subject())
                ? ""
                : " and " + Counts.of(others, "other service");
    }

    /**
     * {@code around} the endpoint that the story is named by, and how many there are besides; of many only how many.
     */
    String around(String subject) {
        int others = cluster.distinct(cases::service) - 1;
        if (others > LISTED_ENDPOINTS) {
            return "at " + Counts.of(others + 1L, "endpoint");
        }
        return "around " + subject + (others == 0 ? "" : " and " + Counts.of(others, "other endpoint"));
    }

    /** {@code 21 connections to 2 servers}; one server is named. */
    String toServers() {
        int servers = cluster.distinct(cases::service);
        String whom = servers == 1 ? scene.endpoints().text(cases.service(cluster.rows()[0])) : servers + " servers";
        return conversations() + " to " + whom;
    }

    /** {@code Clients}, or the only one by its address. */
    String whoever() {
        return cluster.distinct(cases::client) == 1 ? "Client " + address(cases.client(cluster.rows()[0])) : "Clients";
    }

    private String address(int host) {
        return scene.endpoints().text(host);
    }

    /** Whether most of them were connections that were given up before they were made. */
    boolean mostlyConnecting() {
        return Share.most(
                cluster.count(row -> !cases.has(row, Trait.ASKED) && !cases.has(row, Trait.ANSWERED)), size());
    }

    /** {@code 40 ports}, also where they are one number on many hosts. */
    String targets() {
        int ports = cluster.distinct(row -> scene.endpoints().port(cases.service(row)));
        int hosts = cluster.distinct(scene::host);
        return hosts > 1 && ports == 1
                ? "port " + scene.endpoints().port(cases.service(cluster.rows()[0]))
                : Counts.of(cluster.distinct(cases::service), "port");
    }

    /** The host whose ports were tried, or how many hosts. */
    String targetHosts() {
        int hosts = cluster.distinct(scene::host);
        return hosts == 1 ? address(scene.host(cluster.rows()[0])) : hosts + " hosts";
    }

    /** Whether the server ended most of them. */
    boolean byServer() {
        return Share.most(cluster.count(row -> cases.behaviour(row).byServer()), size());
    }

    /** The usual silence before the end, where it was much the same in all; else empty. */
    String alikePause(String before, String after) {
        long[] pauses = cluster.sorted(cases::pause);
        return Spread.alike(pauses) && Share.most(cluster.count(Trait.PAUSED), size())
                ? before + Durations.rough(Spread.median(pauses)) + after
                : "";
    }

    /** The shortest silence that was fatal. */
    String leastPause() {
        Cluster paused = cluster.only(row -> cases.has(row, Trait.PAUSED));
        return paused == null ? "" : ", silent for at least " + Durations.rough(paused.sorted(cases::pause)[0]);
    }

    /** What those asked for that asked for something by name; empty if none did. */
    String names() {
        return new NamesAsked(cases, cluster).inWords();
    }
}
