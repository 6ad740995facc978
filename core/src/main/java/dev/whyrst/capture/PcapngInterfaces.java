package dev.whyrst.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The interfaces of the current section of a pcapng file, by their number. */
final class PcapngInterfaces {

    /** Beyond it a file does not describe a machine but attacks a reader. */
    private static final int MAX = 65_536;

    private static final int MAX_NAMES = 4;

    private final List<String> names = new ArrayList<>();
    private boolean moreNames;

    private PcapngInterface[] all = new PcapngInterface[4];
    private int count;
    private int maxCaptured = FrameLimits.ORDINARY;

    /** The interface with that number, or null. */
    PcapngInterface get(int id) {
        return id >= 0 && id < count ? all[id] : null;
    }

    /** False when there are too many. */
    boolean add(PcapngInterface one) {
        if (count == MAX) {
            return false;
        }
        if (count == all.length) {
            all = Arrays.copyOf(all, count * 2);
        }
        all[count++] = one;
        maxCaptured = Math.max(maxCaptured, one.maxCapturedLength());
        remember(one.name());
        return true;
    }

    /** A new section begins. */
    void clear() {
        count = 0;
        maxCaptured = FrameLimits.ORDINARY;
    }

    /** The largest captured length in bytes that is believed on any of them. */
    int maxCapturedLength() {
        return maxCaptured;
    }

    /** The first few names of interfaces in the file, in parentheses; empty when none has a name. */
    String names() {
        return names.isEmpty() ? "" : " (" + String.join(", ", names) + (moreNames ? " and more)" : ")");
    }

    private void remember(String name) {
        if (name.isEmpty() || names.contains(name)) {
            return;
        }
        if (names.size() < MAX_NAMES) {
            names.add(name);
        } else {
            moreNames = true;
        }
    }
}
