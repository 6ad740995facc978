package dev.whyrst.incident;

import dev.whyrst.timeline.PortFacts;

/** The numbers of a story, and small phrases made of them. */
final class Extent {

    /** More ports than this are counted, not listed. */
    private static final int LISTED_PORTS = 3;

    private final Scene scene;
    private final Cases cases;
    private final Story story;
    private final Cluster cluster;
    private final Cluster refused;

    Extent(Scene scene, Story story) {
        this.scene = scene;
        this.cases = scene.cases();
        this.story = story;
        this.cluster = new Cluster(cases, story.subject(), story.members());
        this.refused = cluster.only(row -> cases.behaviour(row) == Behaviour.REFUSED);
    }

    long first() {
        return story.first();
    }

    long last() {
        return story.last();
    }

    int size() {
        return story.size();
    }

    int count(Behaviour behaviour) {
        return cluster.count(behaviour);
    }

    /** How many connection attempts were refused. */
    int refusals() {
        return refused == null ? 0 : refused.size();
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
        return Words.count(losses(), "connection") + " lost";
    }

    /** The connections that broke; where more were closed in one moment, with and without RST, those. */
    String lostOrClosed() {
        PortFacts port = scene.port(story.subject());
        boolean closed = port != null
                && port.massCloses() > losses()
                && Math.abs(port.massClosedNanos() - first()) <= Clusters.GAP_NANOS;
        return closed ? Words.count(port.massCloses(), "connection") + " closed in one moment" : lost();
    }

    String conversations() {
        return Words.count(size(), "connection");
    }

    String resets() {
        return Words.count(story.resets(), "reset");
    }

    String clients() {
        return Words.count(cluster.distinct(cases::client), "client");
    }

    String targets() {
        int ports = cluster.distinct(cases::service);
        int hosts = cluster.distinct(scene::host);
        return Words.count(ports, "port") + " of " + Words.count(hosts, "host");
    }

    /** Whether the server ended most of them. */
    boolean byServer() {
        return cluster.count(row -> cases.behaviour(row).byServer()) * 2 > size();
    }

    /** The usual silence before the end, where it was much the same in all; else empty. */
    String alikePause(String before, String after) {
        long[] pauses = cluster.sorted(cases::pause);
        return Spread.alike(pauses) && cluster.count(Trait.PAUSED) * 2 > size()
                ? before + Words.duration(Spread.median(pauses)) + after
                : "";
    }

    /** The shortest silence that was fatal. */
    String leastPause() {
        Cluster paused = cluster.only(row -> cases.has(row, Trait.PAUSED));
        return paused == null ? "" : ", silent for " + Words.duration(paused.sorted(cases::pause)[0]) + " at the least";
    }

    /** What those asked for that asked for something by name; empty if none did. */
    String names() {
        return new NamesAsked(cases, cluster).inWords();
    }
}
