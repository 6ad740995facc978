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

/**
 * Failures counted by kind and service, in bounded memory: what does not fit is only counted. What one client tried in vain at many
 * services is one failure as soon as it is known, so that a scan leaves room for others.
 */
final class FailureTable {

    /** Different failures that are kept apart. */
    static final int MOST_ENTRIES = 10_000;

    /** A client that tries so many services without an answer scans, or asks through a path that drops all. */
    static final int MANY_SERVICES = 20;

    /** What a failure is counted under. */
    private record Key(FailureKind kind, Endpoint service, String detail) {}

    private final Map<Key, Tally> entries = new HashMap<>();

    /** The services of which that client alone had no answer, as long as they are few. */
    private final Map<IpAddress, Set<Key>> triedInVain = new HashMap<>();

    /** Clients that tried many services in vain. */
    private final Map<IpAddress, Tally> scanners = new HashMap<>();

    private long beyond;

    void add(FailureKind kind, Endpoint service, String detail, IpAddress client, FrameRef frame) {
        Key key = new Key(kind, service, detail);
        Tally known = entries.get(key);
        if (known == null && kind == FailureKind.SYN_UNANSWERED && scanners.containsKey(client)) {
            scanners.get(client).add(service, client, frame);
        } else if (known == null && entries.size() + scanners.size() >= MOST_ENTRIES) {
            beyond++;
        } else {
            entries.computeIfAbsent(key, k -> new Tally()).add(service, client, frame);
            if (known == null && kind == FailureKind.SYN_UNANSWERED) {
                tried(client, key);
            }
        }
    }

    /** Takes note of the first client that a service did not answer; gathers what it had nowhere an answer to, if that is much. */
    private void tried(IpAddress client, Key key) {
        Set<Key> keys = triedInVain.computeIfAbsent(client, c -> new HashSet<>());
        keys.add(key);
        if (keys.size() < MANY_SERVICES) {
            return;
        }
        keys.removeIf(one -> !entries.containsKey(one) || entries.get(one).clients() > 1);
        if (keys.size() == MANY_SERVICES) {
            Tally all = new Tally();
            List<Key> ordered = new ArrayList<>(keys);
            ordered.sort(Comparator.comparing(Key::service));
            for (Key one : ordered) {
                all.add(entries.remove(one));
            }
            scanners.put(client, all);
            triedInVain.remove(client);
        }
    }

    /** The conversation that had failed goes on after all. */
    void remove(FailureKind kind, Endpoint service, String detail, IpAddress client, FrameRef frame) {
        Key key = new Key(kind, service, detail);
        Tally entry = entries.get(key);
        if (entry != null && entry.remove(client, frame)) {
            entries.remove(key);
        } else if (entry == null && scanners.containsKey(client)) {
            scanners.get(client).remove(client, frame);
        }
    }

    /** Failures that no entry was left for. */
    long beyond() {
        return beyond;
    }

    /** All failures, those of most connections first. */
    List<Failure> all() {
        List<Failure> failures = new ArrayList<>(entries.size() + scanners.size());
        entries.forEach((key, tally) -> failures.add(tally.failure(key.kind(), key.service(), key.detail())));
        scanners.forEach((client, tally) ->
                failures.add(tally.failure(FailureKind.SYN_UNANSWERED, tally.firstService(), "all of " + client)));
        failures.sort(Comparator.comparingLong(Failure::connections)
                .reversed()
                .thenComparing(Failure::kind)
                .thenComparing(Failure::service)
                .thenComparing(Failure::detail));
        return failures;
    }
}
