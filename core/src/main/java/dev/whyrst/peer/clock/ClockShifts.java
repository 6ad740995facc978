package dev.whyrst.peer.clock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The shifts of the segments of one side of a conversation, in the order of capture 0. */
final class ClockShifts {

    /** Segments, the nearest in time, whose median tells the shift at a time. */
    private static final int NEIGHBOURS = 5;

    private final List<long[]> all = new ArrayList<>();

    void add(long time, long shift) {
        all.add(new long[] {time, shift});
    }

    int size() {
        return all.size();
    }

    long median() {
        return PeerClock.median(all.stream().mapToLong(s -> s[1]).toArray());
    }

    /** The median distance from the median. */
    long scatter() {
        long median = median();
        return PeerClock.median(
                all.stream().mapToLong(s -> Math.abs(s[1] - median)).toArray());
    }

    /** How far the shifts lie apart. */
    long range() {
        long least = all.stream().mapToLong(s -> s[1]).min().orElse(0);
        return all.stream().mapToLong(s -> s[1]).max().orElse(0) - least;
    }

    /** The median shift of those that passed next to that time. */
    long near(long time) {
        long[][] sorted = all.toArray(new long[0][]);
        Arrays.sort(sorted, (a, b) -> Long.compare(Math.abs(a[0] - time), Math.abs(b[0] - time)));
        return PeerClock.median(
                Arrays.stream(sorted).limit(NEIGHBOURS).mapToLong(s -> s[1]).toArray());
    }
}
