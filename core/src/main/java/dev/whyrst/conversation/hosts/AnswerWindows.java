package dev.whyrst.conversation.hosts;

import java.util.ArrayList;
import java.util.List;

/**
 * The first few different windows of a host's RSTs in the form of an answer. Most stacks announce 0 there and never
 * come here; those that do not use one window, or tell something by it.
 */
final class AnswerWindows {

    /** Most hosts whose windows are kept: the table takes 2 MiB at the most. */
    private static final int MOST_HOSTS = 1 << 14;

    /** Stands for the port in the key of a host. */
    private static final int NO_PORT = -1;

    private static final int BITS = 16;
    private static final int PER_WORD = Long.SIZE / BITS;

    /** Windows that are kept of a host. */
    private static final int KEPT = (FactTable.WORDS - FactTable.KEY_WORDS) * PER_WORD;

    private final FactTable table;

    AnswerWindows(int maxHosts, long seed) {
        table = new FactTable(Math.min(maxHosts, MOST_HOSTS), seed);
    }

    /** Keeps a window from 1 to 65535, unless it is kept already or the host has shown too many. */
    void add(long high, long low, int window) {
        int host = table.findOrAdd(high, low, NO_PORT);
        if (host == FactTable.ABSENT) {
            return;
        }
        for (int i = 0; i < KEPT; i++) {
            int known = window(host, i);
            if (known == window) {
                return;
            }
            if (known == 0) {
                table.add(host, word(i), (long) window << i % PER_WORD * BITS);
                return;
            }
        }
    }

    /** The windows in the order in which they were first seen. */
    List<Integer> of(long high, long low) {
        int host = table.find(high, low, NO_PORT);
        if (host == FactTable.ABSENT) {
            return List.of();
        }
        List<Integer> windows = new ArrayList<>();
        for (int i = 0; i < KEPT && window(host, i) != 0; i++) {
            windows.add(window(host, i));
        }
        return windows;
    }

    private int window(int host, int index) {
        return (int) (table.get(host, word(index)) >>> index % PER_WORD * BITS) & 0xffff;
    }

    private static int word(int index) {
        return FactTable.KEY_WORDS + index / PER_WORD;
    }
}
