package dev.whyrst.conversation.hosts;

import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import dev.whyrst.timeline.HostFacts;
import dev.whyrst.timeline.NetworkFacts;
import dev.whyrst.timeline.PortFacts;
import dev.whyrst.timeline.PortLoad;
import java.util.List;
import java.util.Optional;

/**
 * Facts of hosts and of listening endpoints, in two bounded tables. Touched a few times a conversation, never per
 * segment; once the trace is at its end, several threads may ask.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class HostTable implements NetworkFacts {

    /** Stands for the port in the key of a host. */
    private static final int NO_PORT = -1;

    private final FactTable hosts;
    private final FactTable ports;
    private final AnswerWindows answerWindows;
    private final PortLoads portLoads;

    public HostTable(int maxHosts, long seed) {
        hosts = new FactTable(maxHosts, seed);
        ports = new FactTable(maxHosts, seed);
        answerWindows = new AnswerWindows(maxHosts, seed);
        portLoads = new PortLoads(maxHosts, seed);
    }

    /** What is known of the connections in use. */
    PortLoads portLoads() {
        return portLoads;
    }

    /** Whether a host or endpoint was left out because a table was full. */
    public boolean overflowed() {
        return hosts.overflowed() || ports.overflowed();
    }

    /**
     * The host took part in a conversation.
     *
     * @param isNew whether nothing was told of the conversation before
     * @param segments segments that it sent since then, with TTLs between the two
     */
    void spoke(
            long high, long low, boolean isNew, int segments, int minTtl, int maxTtl, long firstNanos, long lastNanos) {
        int host = hosts.findOrAdd(high, low, NO_PORT);
        if (host == FactTable.ABSENT) {
            return;
        }
        hosts.add(host, HostWords.CONVERSATIONS, isNew ? 1 : 0);
        if (segments <= 0) {
            return;
        }
        PackedTtls.add(hosts, host, HostWords.TTLS, minTtl, segments);
        if (maxTtl != minTtl) {
            PackedTtls.add(hosts, host, HostWords.TTLS, maxTtl, 1);
        }
        long first = hosts.get(host, HostWords.FIRST_NANOS);
        hosts.set(host, HostWords.FIRST_NANOS, first == 0 ? firstNanos : Math.min(first, firstNanos));
        hosts.set(host, HostWords.LAST_NANOS, Math.max(hosts.get(host, HostWords.LAST_NANOS), lastNanos));
    }

    /** A RST with the host's address passed. */
    void reset(long high, long low, int ttl, StrayAnswer answer) {
        int host = hosts.findOrAdd(high, low, NO_PORT);
        if (host != FactTable.ABSENT) {
            HostWords.reset(hosts, host, answer);
            PackedTtls.add(hosts, host, HostWords.RESET_TTLS, ttl, 1);
        }
    }

    /** A RST with the host's address and the form of an answer announced that window. */
    void answerWindow(long high, long low, int window) {
        answerWindows.add(high, low, window);
    }

    /** The host, which had closed a conversation with FIN, reset it for the first time, and without ACK. */
    void answeredBare(long high, long low) {
        int host = hosts.findOrAdd(high, low, NO_PORT);
        if (host != FactTable.ABSENT) {
            hosts.add(host, HostWords.REFUSALS, 1L << HostWords.COUNT_BITS);
        }
    }

    /** A handshake segment to the host was answered after that time. */
    void answered(long high, long low, long nanos) {
        int host = hosts.findOrAdd(high, low, NO_PORT);
        if (host != FactTable.ABSENT && nanos >= 0) {
            long before = hosts.get(host, HostWords.MIN_RTT_PLUS_1);
            hosts.set(host, HostWords.MIN_RTT_PLUS_1, before == 0 ? nanos + 1 : Math.min(before, nanos + 1));
        }
    }

    /** The endpoint sent a SYN,ACK. */
    void accepted(long high, long low, int port, long nanos) {
        int endpoint = ports.findOrAdd(high, low, port);
        if (endpoint == FactTable.ABSENT) {
            return;
        }
        ports.add(endpoint, PortWords.ACCEPTED, 1);
        long accepted = ports.get(endpoint, PortWords.ACCEPTED);
        if (accepted == 1) {
            ports.set(endpoint, PortWords.FIRST_ACCEPTED, nanos);
        }
        ports.set(endpoint, PortWords.LAST_ACCEPTED, nanos);
        busiest(hosts.findOrAdd(high, low, NO_PORT), port, accepted);
    }

    private void busiest(int host, int port, long accepted) {
        if (host != FactTable.ABSENT && accepted > HostWords.acceptedOnBusiest(hosts, host)) {
            HostWords.busiest(hosts, host, port, accepted);
        }
    }

    /** A SYN to the endpoint, or a SYN,ACK of its, was repeated. */
    void retried(long high, long low, int port) {
        int endpoint = ports.find(high, low, port);
        if (endpoint != FactTable.ABSENT) {
            ports.add(endpoint, PortWords.HANDSHAKE_RETRIES, 1);
        }
    }

    /** The endpoint closed a connection unasked, before the other end did. */
    void closed(long high, long low, int port, long nanos) {
        burst(high, low, port, nanos, PortWords.CLOSES);
    }

    /** The endpoint aborted a connection that it had. */
    void aborted(long high, long low, int port, long nanos) {
        burst(high, low, port, nanos, PortWords.ABORTS);
    }

    private void burst(long high, long low, int port, long nanos, int word) {
        int endpoint = ports.find(high, low, port);
        if (endpoint != FactTable.ABSENT) {
            PortWords.burst(ports, endpoint, word, nanos);
        }
    }

    /** A SYN to the endpoint was answered by RST. */
    void refused(long high, long low, int port, long nanos) {
        int host = hosts.findOrAdd(high, low, NO_PORT);
        if (host != FactTable.ABSENT) {
            hosts.add(host, HostWords.REFUSALS, 1);
        }
        int endpoint = ports.find(high, low, port);
        if (endpoint != FactTable.ABSENT) {
            PortWords.refusal(ports, endpoint, nanos);
        }
    }

    @Override
    public Optional<HostFacts> host(IpAddress address) {
        int host = hosts.find(address.high(), address.low(), NO_PORT);
        return host == FactTable.ABSENT
                ? Optional.empty()
                : Optional.of(HostWords.facts(hosts, host, address, answerWindows.of(address.high(), address.low())));
    }

    @Override
    public Optional<PortFacts> port(Endpoint endpoint) {
        IpAddress address = endpoint.address();
        int entry = ports.find(address.high(), address.low(), endpoint.port());
        return entry == FactTable.ABSENT ? Optional.empty() : Optional.of(PortWords.facts(ports, entry, endpoint));
    }

    @Override
    public PortLoad portLoad(Endpoint endpoint) {
        IpAddress address = endpoint.address();
        return portLoads.of(address.high(), address.low(), endpoint.port());
    }

    @Override
    public boolean hasServed(Endpoint endpoint, IpAddress client) {
        IpAddress server = endpoint.address();
        return portLoads.hasServed(server.high(), server.low(), endpoint.port(), client.high(), client.low());
    }

    /** The words of a host. */
    private static final class HostWords {
        static final int CONVERSATIONS = 3;

        /** The RSTs in the lowest 32 bits; above them, 16 bits each, those that answered strays without ACK and with it. */
        static final int RESETS = 4;

        /** The refusals in the lowest 32 bits, the bare answers above. */
        static final int REFUSALS = 5;

        static final int FIRST_NANOS = 6;
        static final int LAST_NANOS = 7;
        static final int MIN_RTT_PLUS_1 = 8;

        /** The busiest port plus one in the lowest 17 bits, the connections that it accepted above. */
        static final int BUSIEST = 9;

        static final int TTLS = 10;
        static final int RESET_TTLS = 13;

        private static final int PORT_BITS = 17;
        private static final int COUNT_BITS = 32;
        private static final long COUNT = 0xffff_ffffL;
        private static final int STRAYS_BITS = 16;
        private static final int MOST_STRAYS = 0xffff;

        /** Counts one more RST; how often a host answered strays is counted up to a bound. */
        static void reset(FactTable table, int host, StrayAnswer answer) {
            table.add(host, RESETS, 1);
            int shift = answer == StrayAnswer.BARE ? COUNT_BITS : COUNT_BITS + STRAYS_BITS;
            if (answer != StrayAnswer.NONE && strays(table, host, shift) < MOST_STRAYS) {
                table.add(host, RESETS, 1L << shift);
            }
        }

        private static int strays(FactTable table, int host, int shift) {
            return (int) (table.get(host, RESETS) >>> shift) & MOST_STRAYS;
        }

        static long acceptedOnBusiest(FactTable table, int host) {
            return table.get(host, BUSIEST) >>> PORT_BITS;
        }

        static void busiest(FactTable table, int host, int port, long accepted) {
            table.set(host, BUSIEST, accepted << PORT_BITS | port + 1);
        }

        static HostFacts facts(FactTable table, int host, IpAddress address, List<Integer> answerWindows) {
            return new HostFacts(
                    address,
                    PackedTtls.counts(table, host, TTLS),
                    PackedTtls.counts(table, host, RESET_TTLS),
                    table.get(host, CONVERSATIONS),
                    table.get(host, RESETS) & COUNT,
                    table.get(host, REFUSALS) & COUNT,
                    table.get(host, REFUSALS) >>> COUNT_BITS,
                    strays(table, host, COUNT_BITS),
                    strays(table, host, COUNT_BITS + STRAYS_BITS),
                    table.get(host, FIRST_NANOS),
                    table.get(host, LAST_NANOS),
                    table.get(host, MIN_RTT_PLUS_1) - 1,
                    (int) (table.get(host, BUSIEST) & (1 << PORT_BITS) - 1) - 1,
                    answerWindows);
        }
    }

    /** The words of an endpoint. */
    private static final class PortWords {
        static final int ACCEPTED = 3;
        static final int FIRST_ACCEPTED = 4;
        static final int LAST_ACCEPTED = 5;

        /** The refusals in the lowest 32 bits, above them how many came when it had accepted since the one before. */
        static final int REFUSALS = 6;

        static final int FIRST_REFUSED = 7;
        static final int LAST_REFUSED = 8;
        static final int HANDSHAKE_RETRIES = 9;

        /**
         * Three words each: the counts of the running and of the largest burst, and above them the number of waves;
         * when the one burst began, when the other did.
         */
        static final int CLOSES = 10;

        static final int ABORTS = 13;

        private static final int COUNT_BITS = 32;
        private static final long COUNT = 0xffff_ffffL;
        private static final int BURST_BITS = 24;
        private static final long BURST = (1 << BURST_BITS) - 1;
        private static final long MOST_WAVES = 0xffff;

        static PortFacts facts(FactTable table, int entry, Endpoint endpoint) {
            return new PortFacts(
                    endpoint,
                    table.get(entry, ACCEPTED),
                    table.get(entry, FIRST_ACCEPTED),
                    table.get(entry, LAST_ACCEPTED),
                    table.get(entry, REFUSALS) & COUNT,
                    table.get(entry, REFUSALS) >>> COUNT_BITS,
                    table.get(entry, FIRST_REFUSED),
                    table.get(entry, LAST_REFUSED),
                    table.get(entry, HANDSHAKE_RETRIES),
                    largest(table.get(entry, CLOSES)),
                    table.get(entry, CLOSES + 2),
                    (int) (table.get(entry, CLOSES) >>> 2 * BURST_BITS),
                    largest(table.get(entry, ABORTS)),
                    table.get(entry, ABORTS + 2));
        }

        /** Counts one more refusal, and whether the endpoint had accepted since the one before. */
        static void refusal(FactTable table, int entry, long nanos) {
            boolean turn = table.get(entry, LAST_ACCEPTED) > table.get(entry, LAST_REFUSED);
            table.add(entry, REFUSALS, turn ? (1L << COUNT_BITS) + 1 : 1);
            if ((table.get(entry, REFUSALS) & COUNT) == 1) {
                table.set(entry, FIRST_REFUSED, nanos);
            }
            table.set(entry, LAST_REFUSED, nanos);
        }

        private static int largest(long counts) {
            return (int) (counts & BURST);
        }

        /** Counts one more event of a kind that comes in bursts. */
        static void burst(FactTable table, int entry, int word, long nanos) {
            long counts = table.get(entry, word);
            long waves = counts >>> 2 * BURST_BITS;
            long running = counts >>> BURST_BITS & BURST;
            if (running == 0 || nanos - table.get(entry, word + 1) > PortFacts.MASS_WINDOW_NANOS) {
                table.set(entry, word + 1, nanos);
                running = 0;
            }
            running = Math.min(running + 1, BURST);
            long largest = counts & BURST;
            if (running > largest) {
                largest = running;
                table.set(entry, word + 2, table.get(entry, word + 1));
            }
            if (running == PortFacts.WAVE) {
                waves = Math.min(waves + 1, MOST_WAVES);
            }
            table.set(entry, word, waves << 2 * BURST_BITS | running << BURST_BITS | largest);
        }
    }
}
