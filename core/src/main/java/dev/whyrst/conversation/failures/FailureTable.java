package dev.whyrst.conversation.failures;

import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import dev.whyrst.timeline.Failure;
import dev.whyrst.timeline.FailureKind;
import dev.whyrst.timeline.FrameRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Failures counted by kind and service, in bounded memory: what does not fit is only counted. */
final class FailureTable {

    /** Different failures that are kept apart. */
    private static final int MOST_ENTRIES = 10_000;

    /** Clients of one failure that are told apart. */
    private static final int MOST_CLIENTS = 256;

    /** A client that tries so many services without an answer scans, or asks through a path that drops all. */
    private static final int MANY_SERVICES = 20;

    /** What a failure is counted under. */
    private record Key(FailureKind kind, Endpoint service, String detail) {}

    private static final class Entry {

        private final Set<IpAddress> clients = new HashSet<>();
        private final List<FrameRef> frames = new ArrayList<>(1);
        private long connections;
    }

    private final Map<Key, Entry> entries = new HashMap<>();
    private long beyond;

    void add(FailureKind kind, Endpoint service, String detail, IpAddress client, FrameRef frame) {
        Key key = new Key(kind, service, detail);
        Entry entry = entries.get(key);
        if (entry == null) {
            if (entries.size() >= MOST_ENTRIES) {
                beyond++;
                return;
            }
            entry = new Entry();
            entries.put(key, entry);
        }
        entry.connections++;
        if (entry.clients.size() < MOST_CLIENTS) {
            entry.clients.add(client);
        }
        if (entry.frames.size() < Failure.FRAMES) {
            entry.frames.add(frame);
        }
    }

    /** The conversation that had failed goes on after all. */
    void remove(FailureKind kind, Endpoint service, String detail) {
        Key key = new Key(kind, service, detail);
        Entry entry = entries.get(key);
        if (entry != null && --entry.connections == 0) {
            entries.remove(key);
        }
    }

    /** Failures that no entry was left for. */
    long beyond() {
        return beyond;
    }

    /** All failures, those of most connections first; what one client had with many services is one. */
    List<Failure> all() {
        Map<IpAddress, List<Key>> byOnlyClient = new HashMap<>();
        entries.forEach((key, entry) -> {
            if (key.kind() == FailureKind.SYN_UNANSWERED && entry.clients.size() == 1) {
                byOnlyClient
                        .computeIfAbsent(entry.clients.iterator().next(), client -> new ArrayList<>())
                        .add(key);
            }
        });
        List<Failure> failures = new ArrayList<>();
        Set<Key> merged = new HashSet<>();
        byOnlyClient.forEach((client, keys) -> {
            if (keys.size() >= MANY_SERVICES) {
                failures.add(merge(client, keys));
                merged.addAll(keys);
            }
        });
        entries.forEach((key, entry) -> {
            if (!merged.contains(key)) {
                failures.add(new Failure(
                        key.kind(),
                        key.service(),
                        1,
                        entry.connections,
                        entry.clients.size(),
                        List.copyOf(entry.frames),
                        key.detail()));
            }
        });
        failures.sort(Comparator.comparingLong(Failure::connections)
                .reversed()
                .thenComparing(Failure::kind)
                .thenComparing(Failure::service)
                .thenComparing(Failure::detail));
        return failures;
    }

    private Failure merge(IpAddress client, List<Key> keys) {
        keys.sort(Comparator.comparing(Key::service));
        List<FrameRef> frames = new ArrayList<>();
        long connections = 0;
        for (Key key : keys) {
            Entry entry = entries.get(key);
            connections += entry.connections;
            if (frames.size() < Failure.FRAMES) {
                frames.add(entry.frames.get(0));
            }
        }
        return new Failure(
                FailureKind.SYN_UNANSWERED,
                keys.get(0).service(),
                keys.size(),
                connections,
                1,
                List.copyOf(frames),
                "all of " + client);
    }
}
