package dev.whyrst.conversation.hosts;

import dev.whyrst.net.Mixer;
import dev.whyrst.timeline.PortLoad;

/**
 * Counts the connections that each listening endpoint has in use, and those that it turns away; says whom it served.
 */
final class PortLoads {

    private static final int IN_USE = FactTable.KEY_WORDS;
    private static final int MOST = IN_USE + 1;
    private static final int TURNED_AWAY = IN_USE + 2;
    private static final int WITH_ROOM = IN_USE + 3;
    private static final int CLIENTS = IN_USE + 4;
    private static final int LAST_SERVED = IN_USE + 5;
    private static final int WHEN_FULL = IN_USE + 6;
    private static final int OLDEST_FROM = IN_USE + 7;
    private static final int OLDEST_UNTIL = IN_USE + 8;

    /** One in so many connections, and one at least, may have ended without its program knowing yet. */
    private static final int LAG_SHARE = 10;

    /**
     * Bits of the filter of clients, 128 KiB: of 100,000 pairs one in ten unserved clients is taken for a served one.
     */
    private static final int CLIENT_BITS = 1 << 20;

    private final FactTable table;
    private final long[] clients = new long[CLIENT_BITS / Long.SIZE];

    PortLoads(int maxEndpoints, long seed) {
        table = new FactTable(maxEndpoints, seed);
    }

    /** The endpoint said its first words to that client. */
    void served(long high, long low, int port, long clientHigh, long clientLow, long nanos) {
        int client = client(high, low, port, clientHigh, clientLow);
        boolean isNew = (clients[client / Long.SIZE] & 1L << client) == 0;
        clients[client / Long.SIZE] |= 1L << client;
        int endpoint = table.findOrAdd(high, low, port);
        if (endpoint != FactTable.ABSENT) {
            table.add(endpoint, CLIENTS, isNew ? 1 : 0);
            table.set(endpoint, LAST_SERVED, nanos);
            table.add(endpoint, IN_USE, 1);
            table.set(endpoint, MOST, Math.max(table.get(endpoint, MOST), table.get(endpoint, IN_USE)));
        }
    }

    /** A connection to which it had said something came to its end. */
    void left(long high, long low, int port) {
        int endpoint = table.find(high, low, port);
        if (endpoint != FactTable.ABSENT) {
            table.add(endpoint, IN_USE, -1);
        }
    }

    /** A connection without a RST, to which it had said something, was begun at the first time, and its words were heard until the other. */
    void had(long high, long low, int port, long fromNanos, long untilNanos) {
        int endpoint = table.find(high, low, port);
        if (endpoint != FactTable.ABSENT
                && untilNanos - fromNanos > table.get(endpoint, OLDEST_UNTIL) - table.get(endpoint, OLDEST_FROM)) {
            table.set(endpoint, OLDEST_FROM, fromNanos);
            table.set(endpoint, OLDEST_UNTIL, untilNanos);
        }
    }

    /** It ended a connection without a word. */
    void turnedAway(long high, long low, int port) {
        int endpoint = table.findOrAdd(high, low, port);
        if (endpoint != FactTable.ABSENT) {
            long most = table.get(endpoint, MOST);
            boolean room = table.get(endpoint, IN_USE) < most - Math.max(1, most / LAG_SHARE);
            table.add(endpoint, TURNED_AWAY, 1);
            table.add(endpoint, WITH_ROOM, room ? 1 : 0);
            table.add(endpoint, WHEN_FULL, table.get(endpoint, IN_USE) >= most ? 1 : 0);
        }
    }

    PortLoad of(long high, long low, int port) {
        int endpoint = table.find(high, low, port);
        return endpoint == FactTable.ABSENT
                ? PortLoad.NOBODY
                : new PortLoad(
                        table.get(endpoint, MOST),
                        table.get(endpoint, TURNED_AWAY),
                        table.get(endpoint, WITH_ROOM),
                        table.get(endpoint, WHEN_FULL),
                        table.get(endpoint, CLIENTS),
                        table.get(endpoint, LAST_SERVED),
                        table.get(endpoint, OLDEST_FROM),
                        table.get(endpoint, OLDEST_UNTIL));
    }

    /**
     * Whether the endpoint said something to that client in any of its connections; yes now and then though it did not.
     */
    boolean hasServed(long high, long low, int port, long clientHigh, long clientLow) {
        int client = client(high, low, port, clientHigh, clientLow);
        return (clients[client / Long.SIZE] & 1L << client) != 0;
    }

    /** Without a seed, so that what is taken for served is the same in every run. */
    private static int client(long high, long low, int port, long clientHigh, long clientLow) {
        return (int) Mixer.mix(Mixer.FIXED, high, low, port, clientHigh, clientLow) & CLIENT_BITS - 1;
    }
}
