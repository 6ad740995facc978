package dev.whyrst.incident.cases;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One row for each conversation that was reset, in primitive columns: what incidents are found by. Times are nanoseconds
 * since the epoch. A row takes 60 bytes.
 */
public final class CaseTable {

    private static final Behaviour[] BEHAVIOURS = Behaviour.values();
    private static final Cause[] CAUSES = Cause.values();
    private static final int MAX_NAMES = 10_000;

    private long[] first = {};
    private long[] last = {};
    private long[] stream = {};
    private float[] endedBefore = {};
    private float[] pause = {};
    private float[] silence = {};
    private int[] service = {};
    private int[] client = {};
    private char[] clientPort = {};
    private int[] resets = {};
    private char[] farewell = {};
    private int[] traits = {};
    private char[] name = {};
    private byte[] behaviour = {};
    private byte[] cause = {};
    private final List<String> names = new ArrayList<>();
    private int size;

    /** @param expected how many rows there will be, at about */
    CaseTable(int expected) {
        resize(Math.max(expected, 64));
    }

    public int size() {
        return size;
    }

    /** Adds a row for a conversation with one RST so far, by its number among all conversations and the RST's time. */
    int add(CaseReader reading, long ofStream, long nanos) {
        if (size == first.length) {
            resize(size + (size >> 2));
        }
        int row = size++;
        first[row] = nanos;
        last[row] = nanos;
        stream[row] = ofStream;
        endedBefore[row] = reading.nanos - reading.ended;
        pause[row] = reading.pause;
        silence[row] = reading.silence;
        service[row] = reading.service;
        client[row] = reading.client;
        clientPort[row] = (char) reading.clientPort;
        resets[row] = 1;
        farewell[row] = (char) reading.farewell;
        traits[row] = reading.traits;
        name[row] = (char) number(reading.name);
        behaviour[row] = (byte) reading.behaviour.ordinal();
        cause[row] = (byte) reading.cause.ordinal();
        return row;
    }

    /** A further RST of the conversation. */
    void again(int row, long nanos) {
        resets[row]++;
        first[row] = Math.min(first[row], nanos);
        last[row] = Math.max(last[row], nanos);
    }

    long stream(int row) {
        return stream[row];
    }

    /** Time of the first RST. */
    public long first(int row) {
        return first[row];
    }

    /** Time of the last RST. */
    public long last(int row) {
        return last[row];
    }

    /** When the end that ended the conversation did so: with its FIN, or with the RST; to within a ten-millionth of the delay. */
    public long ended(int row) {
        return first[row] - (long) endedBefore[row];
    }

    /**
     * How long it had been quiet: before the act that ended it, or, where a connection was lost, since the end that lost it
     * was last heard. Exact to one part in ten million.
     */
    public long pause(int row) {
        return (long) pause[row];
    }

    /**
     * How long it had been silent before a server closed it, or else before the segments that met the end. Exact to one part in ten
     * million.
     */
    public long silence(int row) {
        return (long) silence[row];
    }

    /** The endpoint that was connected to. */
    public int service(int row) {
        return service[row];
    }

    /** The host that connected. */
    public int client(int row) {
        return client[row];
    }

    public int clientPort(int row) {
        return clientPort[row];
    }

    /** How many RSTs the conversation has. */
    public int resets(int row) {
        return resets[row];
    }

    /** Length of the message that the server sent right before it closed; 0 if it sent none. */
    public int farewell(int row) {
        return farewell[row];
    }

    public boolean has(int row, Trait trait) {
        return (traits[row] & trait.bit) != 0;
    }

    /** Whether a connection that its sender held to be alive met an end without it, and the capture began too late to tell more. */
    public boolean isOrphan(int row) {
        return behaviour(row) == Behaviour.STRAY && (has(row, Trait.ASKED) || has(row, Trait.ANSWERED));
    }

    /** What the client asked for by name: hostile text; empty if unknown. */
    public String name(int row) {
        return name[row] == 0 ? "" : names.get(name[row] - 1);
    }

    public Behaviour behaviour(int row) {
        return BEHAVIOURS[behaviour[row]];
    }

    public Cause cause(int row) {
        return CAUSES[cause[row]];
    }

    private int number(String text) {
        if (text.isEmpty() || names.size() == MAX_NAMES) {
            return 0;
        }
        if (names.isEmpty() || !names.get(names.size() - 1).equals(text)) {
            names.add(text);
        }
        return names.size();
    }

    private void resize(int capacity) {
        first = Arrays.copyOf(first, capacity);
        last = Arrays.copyOf(last, capacity);
        stream = Arrays.copyOf(stream, capacity);
        endedBefore = Arrays.copyOf(endedBefore, capacity);
        pause = Arrays.copyOf(pause, capacity);
        silence = Arrays.copyOf(silence, capacity);
        service = Arrays.copyOf(service, capacity);
        client = Arrays.copyOf(client, capacity);
        clientPort = Arrays.copyOf(clientPort, capacity);
        resets = Arrays.copyOf(resets, capacity);
        farewell = Arrays.copyOf(farewell, capacity);
        traits = Arrays.copyOf(traits, capacity);
        name = Arrays.copyOf(name, capacity);
        behaviour = Arrays.copyOf(behaviour, capacity);
        cause = Arrays.copyOf(cause, capacity);
    }
}
