package dev.whyrst.conversation.failures;

import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import dev.whyrst.timeline.Failure;
import dev.whyrst.timeline.FailureKind;
import dev.whyrst.timeline.FrameRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** How often something failed: connections, their clients and services, and the frames of the first ones. */
final class Tally {

    /** Clients that are told apart. */
    private static final int MOST_CLIENTS = 256;

    private final Map<IpAddress, Integer> connectionsOf = new HashMap<>();
    private final TreeSet<Endpoint> services = new TreeSet<>();
    private final List<FrameRef> frames = new ArrayList<>(1);
    private long connections;

    void add(Endpoint service, IpAddress client, FrameRef frame) {
        connections++;
        if (connectionsOf.size() < MOST_CLIENTS || connectionsOf.containsKey(client)) {
            connectionsOf.merge(client, 1, Integer::sum);
        }
        if (services.size() < Failure.MOST_SERVICES) {
            services.add(service);
        }
        if (frames.size() < Failure.FRAMES) {
            frames.add(frame);
        }
    }

    /** Takes over what was counted elsewhere. */
    void add(Tally other) {
        connections += other.connections;
        other.connectionsOf.forEach((client, count) -> connectionsOf.merge(client, count, Integer::sum));
        services.addAll(other.services);
        for (FrameRef frame : other.frames) {
            if (frames.size() < Failure.FRAMES) {
                frames.add(frame);
            }
        }
    }

    /** Takes a connection back; whether none is left. */
    boolean remove(IpAddress client, FrameRef frame) {
        connections--;
        frames.remove(frame);
        connectionsOf.computeIfPresent(client, (c, count) -> count == 1 ? null : count - 1);
        return connections == 0;
    }

    int clients() {
        return connectionsOf.size();
    }

    /** The lowest of the services. */
    Endpoint firstService() {
        return services.first();
    }

    Failure failure(FailureKind kind, Endpoint service, String detail) {
        return new Failure(kind, service, services.size(), connections, clients(), List.copyOf(frames), detail);
    }
}
