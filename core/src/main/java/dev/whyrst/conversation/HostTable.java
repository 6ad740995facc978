package dev.whyrst.conversation;

import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import dev.whyrst.timeline.HostFacts;
import dev.whyrst.timeline.NetworkFacts;
import dev.whyrst.timeline.PortFacts;
import dev.whyrst.timeline.TtlCounts;
import java.util.Optional;

/**
 * Facts of hosts and of listening endpoints, in two bounded tables. Touched a few times a conversation, never per segment.
 */
final class HostTable implements NetworkFacts {

    private static final int NO_PORT = -1;

    /** Never added to: several threads may ask for facts at the same time. */
    private static final TtlCounts NO_TTLS = new TtlCounts();

    private final EntryTable hosts;
    private final EntryTable ports;

    HostTable(int maxHosts, long seed) {
        hosts = new EntryTable(maxHosts, seed);
        ports = new EntryTable(maxHosts, seed);
    }

    /** Whether a host or endpoint was left out because a table was full. */
    boolean overflowed() {
        return hosts.overflowed() || ports.overflowed();
    }

    /** A conversation ended in which the host sent segments with these TTLs. */
    void spoke(long high, long low, int segments, int minTtl, int maxTtl, long firstNanos, long lastNanos) {
        Entry host = hosts.at(high, low, NO_PORT, true);
        if (host == null) {
            return;
        }
        host.conversations++;
        if (segments == 0) {
            return;
        }
        host.ttls().add(minTtl, segments);
        if (maxTtl != minTtl) {
            host.ttls().add(maxTtl, 1);
        }
        host.firstNanos = host.firstNanos == 0 ? firstNanos : Math.min(host.firstNanos, firstNanos);
        host.lastNanos = Math.max(host.lastNanos, lastNanos);
    }

    /** A RST with the host's address passed. */
    void reset(long high, long low, int ttl) {
        Entry host = hosts.at(high, low, NO_PORT, true);
        if (host != null) {
            host.resets++;
            host.resetTtls().add(ttl, 1);
        }
    }

    /** A handshake segment to the host was answered after that time. */
    void answered(long high, long low, long nanos) {
        Entry host = hosts.at(high, low, NO_PORT, true);
        if (host != null && nanos >= 0 && (host.minRttNanos < 0 || nanos < host.minRttNanos)) {
            host.minRttNanos = nanos;
        }
    }

    /** The endpoint sent a SYN,ACK. */
    void accepted(long high, long low, int port, long nanos) {
        Entry endpoint = ports.at(high, low, port, true);
        if (endpoint != null) {
            endpoint.accepted++;
            endpoint.firstAcceptedNanos = endpoint.accepted == 1 ? nanos : endpoint.firstAcceptedNanos;
            endpoint.lastAcceptedNanos = nanos;
            busiest(hosts.at(high, low, NO_PORT, true), endpoint);
        }
    }

    private static void busiest(Entry host, Entry endpoint) {
        if (host != null && endpoint.accepted > host.accepted) {
            host.accepted = endpoint.accepted;
            host.busiestPort = endpoint.port;
        }
    }

    /** A SYN to the endpoint, or a SYN,ACK of its, was repeated. */
    void retried(long high, long low, int port) {
        Entry endpoint = ports.at(high, low, port, false);
        if (endpoint != null) {
            endpoint.handshakeRetries++;
        }
    }

    /** The endpoint closed a connection unasked, before the other end did. */
    void closed(long high, long low, int port, long nanos) {
        Entry endpoint = ports.at(high, low, port, false);
        if (endpoint == null) {
            return;
        }
        if (endpoint.closes == 0 || nanos - endpoint.closedNanos > PortFacts.MASS_WINDOW_NANOS) {
            endpoint.closedNanos = nanos;
            endpoint.closes = 0;
        }
        endpoint.closes++;
        if (endpoint.closes > endpoint.massCloses) {
            endpoint.massCloses = endpoint.closes;
            endpoint.massClosedNanos = endpoint.closedNanos;
        }
    }

    /** A SYN to the endpoint was answered by RST. */
    void refused(long high, long low, int port, long nanos) {
        Entry host = hosts.at(high, low, NO_PORT, true);
        if (host != null) {
            host.refusals++;
        }
        Entry endpoint = ports.at(high, low, port, false);
        if (endpoint != null) {
            endpoint.refusals++;
            endpoint.firstNanos = endpoint.refusals == 1 ? nanos : endpoint.firstNanos;
            endpoint.lastNanos = nanos;
        }
    }

    @Override
    public Optional<HostFacts> host(IpAddress address) {
        Entry e = hosts.at(address.high(), address.low(), NO_PORT, false);
        return e == null
                ? Optional.empty()
                : Optional.of(new HostFacts(
                        address,
                        e.ttls == null ? NO_TTLS : e.ttls,
                        e.resetTtls == null ? NO_TTLS : e.resetTtls,
                        e.conversations,
                        e.resets,
                        e.refusals,
                        e.firstNanos,
                        e.lastNanos,
                        e.minRttNanos,
                        e.busiestPort));
    }

    @Override
    public Optional<PortFacts> port(Endpoint endpoint) {
        IpAddress address = endpoint.address();
        Entry e = ports.at(address.high(), address.low(), endpoint.port(), false);
        return e == null
                ? Optional.empty()
                : Optional.of(new PortFacts(
                        endpoint,
                        e.accepted,
                        e.firstAcceptedNanos,
                        e.lastAcceptedNanos,
                        e.refusals,
                        e.firstNanos,
                        e.lastNanos,
                        e.handshakeRetries,
                        e.massCloses,
                        e.massClosedNanos));
    }

    /** A host, or an endpoint; the two use different fields of it. */
    private static final class Entry {
        final long high;
        final long low;
        final int port;
        long conversations;
        long resets;
        long refusals;
        long firstNanos;
        long lastNanos;
        long minRttNanos = -1;
        long accepted;
        long firstAcceptedNanos;
        long lastAcceptedNanos;
        int busiestPort = NO_PORT;
        long handshakeRetries;
        int closes;
        long closedNanos;
        int massCloses;
        long massClosedNanos;
        private TtlCounts ttls;
        private TtlCounts resetTtls;

        Entry(long high, long low, int port) {
            this.high = high;
            this.low = low;
            this.port = port;
        }

        TtlCounts ttls() {
            if (ttls == null) {
                ttls = new TtlCounts();
            }
            return ttls;
        }

        TtlCounts resetTtls() {
            if (resetTtls == null) {
                resetTtls = new TtlCounts();
            }
            return resetTtls;
        }
    }

    /** A bounded open-addressing table of entries. */
    private static final class EntryTable {
        private final int limit;
        private final long seed;
        private Entry[] slots = new Entry[1 << 10];
        private int size;
        private boolean overflowed;

        EntryTable(int limit, long seed) {
            this.limit = limit;
            this.seed = seed;
        }

        boolean overflowed() {
            return overflowed;
        }

        Entry at(long high, long low, int port, boolean create) {
            int mask = slots.length - 1;
            int i = hash(high, low, port) & mask;
            for (; slots[i] != null; i = i + 1 & mask) {
                Entry e = slots[i];
                if (e.low == low && e.high == high && e.port == port) {
                    return e;
                }
            }
            return create ? add(i, high, low, port) : null;
        }

        private Entry add(int slot, long high, long low, int port) {
            if (size >= limit) {
                overflowed = true;
                return null;
            }
            Entry entry = new Entry(high, low, port);
            slots[slot] = entry;
            if (++size > slots.length >> 1) {
                grow();
            }
            return entry;
        }

        private void grow() {
            Entry[] bigger = new Entry[slots.length << 1];
            int mask = bigger.length - 1;
            for (Entry e : slots) {
                if (e != null) {
                    int i = hash(e.high, e.low, e.port) & mask;
                    while (bigger[i] != null) {
                        i = i + 1 & mask;
                    }
                    bigger[i] = e;
                }
            }
            slots = bigger;
        }

        private int hash(long high, long low, int port) {
            long h = (high ^ seed) * 0x9E3779B97F4A7C15L;
            h = (h ^ h >>> 32 ^ low) * 0xD6E8FEB86659FD93L;
            h = (h ^ h >>> 29 ^ port) * 0x9E3779B97F4A7C15L;
            return (int) (h >>> 32);
        }
    }
}
