package dev.whyrst.incident;

import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import java.util.Arrays;

/** Numbers for endpoints and hosts, from 0 in the order of their first mention; a few dozen bytes each. */
final class EndpointTable {

    private static final int HOST = -1;

    private long[] high = new long[64];
    private long[] low = new long[64];
    private int[] port = new int[64];
    private int[] host = new int[64];
    private int[] slots = new int[256];
    private int size;
    private boolean frozen;

    /** Takes no further ones: what was never mentioned goes by the number 0 from now on, so that memory is bounded. */
    void freeze() {
        frozen = true;
    }

    /** The number of an endpoint. */
    int of(Endpoint endpoint) {
        return of(endpoint.address().high(), endpoint.address().low(), endpoint.port());
    }

    /** The number of the host that an endpoint belongs to; a host is its own. */
    int hostOf(int number) {
        return host[number];
    }

    /** The number of an endpoint of a host; negative where it was never mentioned. */
    int find(int ofHost, int atPort) {
        int slot = slot(high[ofHost], low[ofHost], atPort);
        return slots[slot] - 1;
    }

    boolean isHost(int number) {
        return port[number] == HOST;
    }

    IpAddress address(int number) {
        return new IpAddress(high[number], low[number]);
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

    private int of(long addressHigh, long addressLow, int atPort) {
        int slot = slot(addressHigh, addressLow, atPort);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (frozen) {
            return 0;
        }
        int ofHost = atPort == HOST ? size : of(addressHigh, addressLow, HOST);
        return add(addressHigh, addressLow, atPort, ofHost);
    }

    private int add(long addressHigh, long addressLow, int atPort, int ofHost) {
        if (size == high.length) {
            grow();
        }
        high[size] = addressHigh;
        low[size] = addressLow;
        port[size] = atPort;
        host[size] = ofHost;
        slots[slot(addressHigh, addressLow, atPort)] = ++size;
        return size - 1;
    }

    private int slot(long addressHigh, long addressLow, int atPort) {
        int mask = slots.length - 1;
        long hash = (addressHigh * 0x9E3779B97F4A7C15L ^ addressLow) * 0xD6E8FEB86659FD93L + atPort;
        hash *= 0x9E3779B97F4A7C15L;
        int slot = (int) (hash >>> 32) & mask;
        while (slots[slot] != 0 && !isAt(slots[slot] - 1, addressHigh, addressLow, atPort)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean isAt(int number, long addressHigh, long addressLow, int atPort) {
        return low[number] == addressLow && high[number] == addressHigh && port[number] == atPort;
    }

    private void grow() {
        int capacity = size << 1;
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        port = Arrays.copyOf(port, capacity);
        host = Arrays.copyOf(host, capacity);
        slots = new int[capacity << 2];
        for (int i = 0; i < size; i++) {
            slots[slot(high[i], low[i], port[i])] = i + 1;
        }
    }
}
