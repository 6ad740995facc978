package dev.whyrst.incident.scene;

import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import dev.whyrst.net.Nanos;
import dev.whyrst.timeline.HostFacts;
import dev.whyrst.timeline.NetworkFacts;
import dev.whyrst.timeline.PortFacts;
import dev.whyrst.timeline.PortLoad;
import dev.whyrst.timeline.TtlCounts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an input tells of hosts and ports, as far as a test says it; of all others it tells nothing. */
public final class KnownFacts implements NetworkFacts {

    private static final TtlCounts UNSEEN = new TtlCounts(new int[0], new long[0], 0);

    private final Map<String, PortFacts> ports = new HashMap<>();
    private final Map<String, PortLoad> loads = new HashMap<>();
    private final Map<String, HostFacts> hosts = new HashMap<>();
    private final Set<String> served = new HashSet<>();

    /** A port of which more is to be said. */
    public Port port(String endpoint) {
        return new Port(endpoint);
    }

    public KnownFacts load(String endpoint, PortLoad load) {
        loads.put(endpoint, load);
        return this;
    }

    /** A host that accepts connections itself, most of them at that port. */
    public KnownFacts serving(String host, int busiestPort) {
        hosts.put(host, new HostFacts(null, UNSEEN, UNSEEN, 9, 0, 0, 0, 0, 0, 0, 0, -1, busiestPort, List.of()));
        return this;
    }

    /** That endpoint said something to that client. */
    public KnownFacts served(String endpoint, String client) {
        served.add(endpoint + " " + client);
        return this;
    }

    @Override
    public Optional<HostFacts> host(IpAddress address) {
        return Optional.ofNullable(hosts.get(address.toString()));
    }

    @Override
    public Optional<PortFacts> port(Endpoint endpoint) {
        return Optional.ofNullable(ports.get(endpoint.toString()));
    }

    @Override
    public PortLoad portLoad(Endpoint endpoint) {
        return loads.getOrDefault(endpoint.toString(), PortLoad.NOBODY);
    }

    @Override
    public boolean hasServed(Endpoint endpoint, IpAddress client) {
        return served.contains(endpoint + " " + client);
    }

    /** A port that accepted ten connections, before it is added to the facts. */
    public final class Port {

        private final String name;
        private long lastAcceptedNanos;
        private long turns;
        private long retries;
        private int massCloses;
        private long massClosedNanos;
        private int waves;

        private Port(String name) {
            this.name = name;
        }

        public Port lastAcceptedAt(long second) {
            lastAcceptedNanos = second * Nanos.SECOND;
            return this;
        }

        /** It took connections and refused them in turns, so many times. */
        public Port turns(int count) {
            turns = count;
            return this;
        }

        public Port handshakeRetries(int count) {
            retries = count;
            return this;
        }

        /** It closed so many connections at that moment. */
        public Port closed(int count, long second) {
            massCloses = count;
            massClosedNanos = second * Nanos.SECOND;
            return this;
        }

        public Port waves(int count) {
            waves = count;
            return this;
        }

        public KnownFacts known() {
            ports.put(
                    name,
                    new PortFacts(
                            null,
                            10,
                            0,
                            lastAcceptedNanos,
                            0,
                            turns,
                            0,
                            0,
                            retries,
                            massCloses,
                            massClosedNanos,
                            waves,
                            0,
                            0));
            return KnownFacts.this;
        }
    }
}
