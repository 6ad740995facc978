package dev.whyrst.incident.cases;

import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import dev.whyrst.net.Mixer;
import java.util.Arrays;

/**
 * Numbers for endpoints and hosts, from 0 in the order of their first mention. An endpoint takes 8 bytes, a host 24,
 * and the slots of either 8 to 16 more.
 */
public final class EndpointTable {

    private static final int ABSENT = -1;

    /**
     * By number: the number of the host, which of a host is its own, in the upper half; in the lower the port, or of a
     * host, below 0, the complement of its place among the hosts.
     */
    private long[] ids = new long[64];

    private int size;

    /** By place among the hosts: both halves of the address. */
    private long[] addresses = new long[32];

    private int hosts;

    /** Hash table of both: a number plus one, 0 for a free slot. */
    private int[] slots = new int[128];

    private final long seed = Mixer.seed();
    private boolean frozen;

    /** Takes no further ones: what was never mentioned goes by the number 0 from now on, so that memory is bounded. */
    void freeze() {
        frozen = true;
    }

    /** The number of an endpoint. */
    public int of(Endpoint endpoint) {
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
    public int hostOf(int number) {
        return (int) (ids[number] >>> Integer.SIZE);
    }

    /** The number of an endpoint of a host; negative where it was never mentioned. */
    public int find(int ofHost, int atPort) {
        return slots[slot(ofHost, atPort)] - 1;
    }

    public boolean isHost(int number) {
        return port(number) < 0;
    }

    public IpAddress address(int number) {
        int place = ~port(hostOf(number));
        return new IpAddress(addresses[2 * place], addresses[2 * place + 1]);
    }

    public int port(int number) {
        return (int) ids[number];
    }

    /** The endpoint of a number that is no host. */
    public Endpoint endpoint(int number) {
        return new Endpoint(address(number), port(number));
    }

    /** {@code address:port}, or the address of a host. */
    public String text(int number) {
        return isHost(number) ? address(number).toString() : endpoint(number).toString();
    }

    public int size() {
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
        if (2 * hosts == addresses.length) {
            addresses = Arrays.copyOf(addresses, hosts << 2);
        }
        addresses[2 * hosts] = addressHigh;
        addresses[2 * hosts + 1] = addressLow;
        return add(slot, size, ~hosts++);
    }

    private int add(int slot, int ofHost, int atPort) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size + (size >> 1));
        }
        ids[size] = id(ofHost, atPort);
        slots[slot] = ++size;
        if (size > slots.length >> 1) {
            growSlots();
        }
        return size - 1;
    }

    private void growSlots() {
        slots = new int[slots.length << 1];
        for (int number = 0; number < size; number++) {
            int place = ~port(number);
            int slot = place >= 0
                    ? hostSlot(addresses[2 * place], addresses[2 * place + 1])
                    : slot(hostOf(number), port(number));
            slots[slot] = number + 1;
        }
    }

    /** Where an endpoint of a host is, or would be added. */
    private int slot(int ofHost, int atPort) {
        int mask = slots.length - 1;
        int slot = Mixer.place(Mixer.mix(seed, id(ofHost, atPort))) & mask;
        while (slots[slot] != 0 && ids[slots[slot] - 1] != id(ofHost, atPort)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Where a host is, or would be added. */
    private int hostSlot(long addressHigh, long addressLow) {
        int mask = slots.length - 1;
        int slot = Mixer.place(Mixer.mix(seed, addressHigh, addressLow)) & mask;
        while (slots[slot] != 0 && !isHost(slots[slot] - 1, addressHigh, addressLow)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static long id(int ofHost, int port) {
        return (long) ofHost << Integer.SIZE | port & 0xffff_ffffL;
    }

    private boolean isHost(int number, long addressHigh, long addressLow) {
        int place = ~port(number);
        return place >= 0 && addresses[2 * place] == addressHigh && addresses[2 * place + 1] == addressLow;
    }
}
