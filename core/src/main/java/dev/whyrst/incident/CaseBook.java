package dev.whyrst.incident;

import dev.whyrst.attribution.Attribution;
import java.util.Arrays;

/**
 * Collects the RSTs of a capture as cases, one for each conversation, and remembers the case of each RST.
 *
 * <p>Takes 4 bytes for each RST and about 80 for each conversation that was reset. Beyond {@code maxCases} conversations
 * the RSTs of further ones are only counted, in one case for each behaviour.
 */
final class CaseBook {

    private static final int NONE = -1;

    private final EndpointTable endpoints = new EndpointTable();
    private final Cases cases = new Cases();
    private final Reading reading = new Reading(endpoints);
    private final int maxCases;
    private final int[] overflow = new int[Behaviour.values().length];

    private int[] caseOfReset = new int[64];
    private int resets;

    /** Hash table of conversations: the number of the case from 1, 0 for a free slot. */
    private int[] slots = new int[256];

    private long overflowed;

    CaseBook(int maxCases) {
        this.maxCases = maxCases;
        Arrays.fill(overflow, NONE);
    }

    EndpointTable endpoints() {
        return endpoints;
    }

    Cases cases() {
        return cases;
    }

    /** How many RSTs were taken. */
    int resets() {
        return resets;
    }

    /** The case of a RST, by its position among all of them, from 0. */
    int caseOf(int reset) {
        return caseOfReset[reset];
    }

    /** How many RSTs were only counted. */
    long overflowed() {
        return overflowed;
    }

    /** Takes the next RST. */
    void add(Attribution attribution) {
        if (resets == caseOfReset.length) {
            caseOfReset = Arrays.copyOf(caseOfReset, resets + (resets >> 2));
        }
        caseOfReset[resets++] = caseOf(attribution);
    }

    private int caseOf(Attribution attribution) {
        long stream = attribution.timeline().id().stream();
        int slot = slot(stream);
        long nanos = attribution.reset().segment().timeNanos();
        if (slots[slot] != 0) {
            cases.again(slots[slot] - 1, nanos);
            return slots[slot] - 1;
        }
        reading.read(attribution);
        if (cases.size() >= maxCases) {
            return counted(nanos);
        }
        int row = cases.add(reading, stream);
        slots[slot] = row + 1;
        if (cases.size() * 3L > slots.length * 2L) {
            grow();
        }
        return row;
    }

    private int counted(long nanos) {
        overflowed++;
        int behaviour = reading.behaviour.ordinal();
        if (overflow[behaviour] == NONE) {
            overflow[behaviour] = cases.add(reading, NONE);
        } else {
            cases.again(overflow[behaviour], nanos);
        }
        return overflow[behaviour];
    }

    private int slot(long stream) {
        int mask = slots.length - 1;
        int slot = (int) (stream * 0x9E3779B97F4A7C15L >>> 32) & mask;
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
