package dev.whyrst.incident.cases;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.StoryName;
import dev.whyrst.net.Mixer;
import dev.whyrst.timeline.Segment;
import java.util.Arrays;

/**
 * Collects the RSTs of a capture as cases, one for each conversation, and remembers the case of each RST.
 *
 * <p>Takes 4 bytes for each RST and about 80 for each conversation that was reset. Beyond {@code maxCases}
 * conversations the RSTs of further ones are only counted, in one case for each behaviour.
 */
public final class CaseBook {

    private static final int NONE = -1;

    private final EndpointTable endpoints = new EndpointTable();
    private final PeerNames peerNames = new PeerNames();
    private final TranslatedCopies copies = new TranslatedCopies();
    private final CaseTable cases;
    private final CaseReader reading = new CaseReader(endpoints);
    private final int maxCases;
    private final int[] overflow = new int[Behaviour.values().length];

    private int[] caseOfReset;
    private int resets;

    /** Hash table of conversations: the number of the case from 1, 0 for a free slot. */
    private int[] slots = new int[256];

    private final long seed = Mixer.seed();
    private long overflowed;

    /**
     * @param maxCases how many conversations are told apart
     * @param expected how many RSTs there will be, at about
     */
    public CaseBook(int maxCases, int expected) {
        this.maxCases = maxCases;
        this.cases = new CaseTable(Math.min(maxCases, expected));
        this.caseOfReset = new int[expected];
        Arrays.fill(overflow, NONE);
    }

    public EndpointTable endpoints() {
        return endpoints;
    }

    public CaseTable cases() {
        return cases;
    }

    public PeerNames peerNames() {
        return peerNames;
    }

    /** The position after the last RST that was taken. */
    public int resets() {
        return resets;
    }

    /** The case of a RST, by its position among all of them, from 0; negative where that one was not taken. */
    public int caseOf(int reset) {
        return caseOfReset[reset];
    }

    /** How many RSTs were only counted. */
    public long overflowed() {
        return overflowed;
    }

    /** Takes the next RST; its id tells its position, which rises from RST to RST. */
    public void add(Attribution attribution, long clockAhead, StoryName name) {
        int position = Math.max(resets, ResetIds.position(attribution.id()));
        if (position >= caseOfReset.length) {
            caseOfReset = Arrays.copyOf(caseOfReset, position + (position >> 2) + 1);
        }
        Arrays.fill(caseOfReset, resets, position, NONE);
        peerNames.learn(name);
        caseOfReset[position] = caseOf(attribution, clockAhead, name);
        resets = position + 1;
    }

    private int caseOf(Attribution attribution, long clockAhead, StoryName name) {
        long stream = key(name);
        int slot = slot(stream);
        long nanos = attribution.reset().segment().timeNanos() - clockAhead;
        if (slots[slot] != 0) {
            cases.again(slots[slot] - 1, nanos, attribution.harm().level());
            return slots[slot] - 1;
        }
        Segment begin = attribution.timeline().segments().get(0);
        int original = copies.original(begin, clockAhead);
        if (original >= 0) {
            cases.again(original, nanos, attribution.harm().level());
            return original;
        }
        if (cases.size() >= maxCases) {
            endpoints.freeze();
            reading.read(attribution, name);
            return counted(nanos);
        }
        reading.read(attribution, name);
        int row = cases.add(reading, stream, nanos);
        copies.learn(begin, clockAhead, row);
        slots[slot] = row + 1;
        if (cases.size() * 3L > slots.length * 2L) {
            grow();
        }
        return row;
    }

    /** Two captures may number different conversations alike; their ports tell these apart. */
    private static long key(StoryName name) {
        long ports = (long) name.initiator().port() << Character.SIZE
                | name.responder().port();
        return name.id().stream() << Integer.SIZE | ports;
    }

    private int counted(long nanos) {
        overflowed++;
        int behaviour = reading.behaviour.ordinal();
        if (overflow[behaviour] == NONE) {
            overflow[behaviour] = cases.add(reading, NONE, nanos);
        } else {
            cases.again(overflow[behaviour], nanos, reading.harm);
        }
        return overflow[behaviour];
    }

    private int slot(long stream) {
        int mask = slots.length - 1;
        int slot = Mixer.place(Mixer.mix(seed, stream)) & mask;
        while (slots[slot] != 0 && cases.stream(slots[slot] - 1) != stream) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        slots = new int[slots.length << 1];
        for (int row = 0; row < cases.size(); row++) {
            slots[slot(cases.stream(row))] = row + 1;
        }
    }
}
