package dev.whyrst.incident.cases;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Harm;
import java.util.ArrayList;
import java.util.List;

/**
 * One row for each conversation that was reset, in primitive columns: what incidents are found by. Times are
 * nanoseconds since the epoch. A row takes 64 bytes.
 *
 * <p>A column is declared once: here, with what it is filled from, right above the method that reads it.
 */
public final class CaseTable {

    private static final int MAX_NAMES = 10_000;

    private final Columns columns = new Columns();
    private final List<String> names = new ArrayList<>();

    /** @param expected how many rows there will be, at about */
    CaseTable(int expected) {
        columns.reserve(expected);
    }

    public int size() {
        return columns.size();
    }

    /** Adds a row for a conversation with one RST so far, by its number among all conversations and the RST's time. */
    int add(CaseReader reading, long ofStream, long nanos) {
        int row = columns.add(reading);
        stream.set(row, ofStream);
        first.set(row, nanos);
        last.set(row, nanos);
        resets.set(row, 1);
        return row;
    }

    /** A further RST of the conversation. */
    void again(int row, long nanos, Harm.Level level) {
        harm.set(row, level.compareTo(harm(row)) > 0 ? level : harm(row));
        resets.set(row, resets.get(row) + 1);
        first.set(row, Math.min(first.get(row), nanos));
        last.set(row, Math.max(last.get(row), nanos));
    }

    private final Columns.Longs stream = columns.longs();

    long stream(int row) {
        return stream.get(row);
    }

    private final Columns.Longs first = columns.longs();

    /** Time of the first RST. */
    public long first(int row) {
        return first.get(row);
    }

    private final Columns.Longs last = columns.longs();

    /** Time of the last RST. */
    public long last(int row) {
        return last.get(row);
    }

    private final Columns.Ints resets = columns.ints();

    /** How many RSTs the conversation has. */
    public int resets(int row) {
        return resets.get(row);
    }

    private final Columns.Floats endedBefore = columns.floats(reading -> reading.nanos - reading.ended);

    /**
     * When the end that ended the conversation did so: with its FIN, or with the RST; to within a ten-millionth of the
     * delay.
     */
    public long ended(int row) {
        return first(row) - endedBefore.get(row);
    }

    private final Columns.Floats pause = columns.floats(reading -> reading.pause);

    /**
     * How long it had been quiet: before the act that ended it, or, where a connection was lost, since the end that
     * lost it was last heard. Exact to one part in ten million.
     */
    public long pause(int row) {
        return pause.get(row);
    }

    private final Columns.Floats silence = columns.floats(reading -> reading.silence);

    /**
     * How long it had been silent before a server closed it, or else before the segments that met the end. Exact to one
     * part in ten million.
     */
    public long silence(int row) {
        return silence.get(row);
    }

    private final Columns.Ints service = columns.ints(reading -> reading.service);

    /** The endpoint that was connected to. */
    public int service(int row) {
        return service.get(row);
    }

    private final Columns.Ints client = columns.ints(reading -> reading.client);

    /** The host that connected. */
    public int client(int row) {
        return client.get(row);
    }

    private final Columns.Chars clientPort = columns.chars(reading -> reading.clientPort);

    public int clientPort(int row) {
        return clientPort.get(row);
    }

    private final Columns.Chars farewell = columns.chars(reading -> reading.farewell);

    /** Length of the message that the server sent right before it closed; 0 if it sent none. */
    public int farewell(int row) {
        return farewell.get(row);
    }

    private final Columns.Longs traits = columns.longs(reading -> reading.traits.bits());

    public boolean has(int row, Trait trait) {
        return (traits.get(row) & trait.bit) != 0;
    }

    private final Columns.Chars name = columns.chars(reading -> number(reading.name));

    /** What the client asked for by name: hostile text; empty if unknown. */
    public String name(int row) {
        return name.get(row) == 0 ? "" : names.get(name.get(row) - 1);
    }

    private final Columns.Enums<Behaviour> behaviour = columns.enums(Behaviour.values(), reading -> reading.behaviour);

    public Behaviour behaviour(int row) {
        return behaviour.get(row);
    }

    private final Columns.Enums<Harm.Level> harm = columns.enums(Harm.Level.values(), reading -> reading.harm);

    /** The worst that one of its RSTs did. */
    public Harm.Level harm(int row) {
        return harm.get(row);
    }

    private final Columns.Enums<Cause> cause = columns.enums(Cause.values(), reading -> reading.cause);

    public Cause cause(int row) {
        return cause.get(row);
    }

    /**
     * Whether a connection that its sender held to be alive met an end without it, and the capture began too late to
     * tell more.
     */
    public boolean isOrphan(int row) {
        return behaviour(row) == Behaviour.STRAY && (has(row, Trait.ASKED) || has(row, Trait.ANSWERED));
    }

    /** The number of a name, from 1; 0 for none. */
    private int number(String text) {
        if (text.isEmpty() || names.size() == MAX_NAMES) {
            return 0;
        }
        if (names.isEmpty() || !names.get(names.size() - 1).equals(text)) {
            names.add(text);
        }
        return names.size();
    }
}
