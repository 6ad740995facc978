package dev.whyrst.incident;

import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import java.util.Arrays;

/**
 * Numbers for endpoints and hosts, from 0 in the order of their first mention. An endpoint takes 8 bytes, a host 24, and the
 * slots of either 8 to 16 more.
 */
final class EndpointTable {

    private static final int ABSENT = -1;

    /** By number: the number of the host, which of a host is its own. */
    private int[] host = new int[64];

    /** By number: the port; of a host, below 0, the complement of its place among the hosts. */
    private int[] port = new int[64];

    private int size;

    private long[] high = new long[16];
    private long[] low = new long[16];
    private int hosts;

    /** Hash table of both: a number plus one, 0 for a free slot. */
    private int[] slots = new int[128];

    private boolean frozen;

    /** Takes no further ones: what was never mentioned goes by the number 0 from now on, so that memory is bounded. */
    void freeze() {
        frozen = true;
    }

    /** The number of an endpoint. */
    int of(Endpoint endpoint) {
        int ofHost = host(endpoint.address().high(), endpoint.address().low());
        if (ofHost == ABSENT) {
            return 0;
        }
        int slot = slot(ofHost, endpoint.port());
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        return frozen ? 0 : add(slot, ofHost, endpoint.port());
    }

    /** The number of the host that an endpoint belongs to; a host is its own. */
    int hostOf(int number) {
        return host[number];
    }

    /** The number of an endpoint of a host; negative where it was never mentioned. */
    int find(int ofHost, int atPort) {
        return slots[slot(ofHost, atPort)] - 1;
    }

    boolean isHost(int number) {
        return port[number] < 0;
    }

    IpAddress address(int number) {
        int place = ~port[host[number]];
        return new IpAddress(high[place], low[place]);
    }

    int port(int number) {
        return port[number];
    }

    /** The endpoint of a number that is no host. */
    Endpoint endpoint(int number) {
        return new Endpoint(address(number), port[number]);
    }

    /** {@code address:port}, or the address of a host. */
    String text(int number) {
        return isHost(number) ? address(number).toString() : endpoint(number).toString();
    }

    int size() {
        return size;
    }

    /** The number of the host with that address, or {@link #ABSENT} where it may not be added. */
    private int host(long addressHigh, long addressLow) {
        int slot = hostSlot(addressHigh, addressLow);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (frozen) {
            return ABSENT;
        }
        if (hosts == high.length) {
            high = Arrays.copyOf(high, hosts << 1);
            low = Arrays.copyOf(low, hosts << 1);
        }
        high[hosts] = addressHigh;
        low[hosts] = addressLow;
        return add(slot, size, ~hosts++);
    }

    private int add(int slot, int ofHost, int atPort) {
        if (size == host.length) {
            host = Arrays.copyOf(host, size + (size >> 1));
            port = Arrays.copyOf(port, size + (size >> 1));
        }
        host[size] = ofHost;
        port[size] = atPort;
        slots[slot] = ++size;
        if (size > slots.length >> 1) {
            growSlots();
        }
        return size - 1;
    }

    private void growSlots() {
        slots = new int[slots.length << 1];
        for (int number = 0; number < size; number++) {
            int place = ~port[number];
            int slot = place >= 0 ? hostSlot(high[place], low[place]) : slot(host[number], port[number]);
            slots[slot] = number + 1;
        }
    }

    /** Where an endpoint of a host is, or would be added. */
    private int slot(int ofHost, int atPort) {
        int mask = slots.length - 1;
        int slot = mixed((long) ofHost << Integer.SIZE | atPort) & mask;
        while (slots[slot] != 0 && !isAt(slots[slot] - 1, ofHost, atPort)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Where a host is, or would be added. */
    private int hostSlot(long addressHigh, long addressLow) {
        int mask = slots.length - 1;
        int slot = mixed(addressHigh * 0x9E37_79B9_7F4A_7C15L ^ addressLow) & mask;
        while (slots[slot] != 0 && !isHost(slots[slot] - 1, addressHigh, addressLow)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static int mixed(long key) {
        long hash = key * 0xD6E8_FEB8_6659_FD93L;
        return (int) ((hash ^ hash >>> 32) * 0x9E37_79B9_7F4A_7C15L >>> 32);
    }

    private boolean isAt(int number, int ofHost, int atPort) {
        return host[number] == ofHost && port[number] == atPort;
    }

    private boolean isHost(int number, long addressHigh, long addressLow) {
        int place = ~port[number];
        return place >= 0 && low[place] == addressLow && high[place] == addressHigh;
    }
}
