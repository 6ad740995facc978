package dev.whyrst.analysis;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.peer.PeerComparison;
import java.util.OptionalInt;

/** The attributions of a trace and then those of its peer; what one of them can tell better is told for both. */
final class PeerAttributions implements Attributions {

    private final AttributionCursor[] cursors;
    private final PeerComparison comparison;

    PeerAttributions(AttributionCursor trace, AttributionCursor peer, PeerComparison comparison) {
        cursors = new AttributionCursor[] {trace, peer};
        this.comparison = comparison;
    }

    @Override
    public int size() {
        return cursors[0].size() + cursors[1].size();
    }

    @Override
    public Attribution at(int reset) {
        int capture = captureOf(reset);
        int index = reset - first(capture);
        return cursors[capture].at(index);
    }

    @Override
    public int event(int reset) {
        OptionalInt counterpart =
                captureOf(reset) == 0 ? OptionalInt.empty() : comparison.counterpart(1, reset - first(1));
        return counterpart.orElse(reset);
    }

    private int captureOf(int reset) {
        return reset < cursors[0].size() ? 0 : 1;
    }

    private int first(int capture) {
        return capture == 0 ? 0 : cursors[0].size();
    }
}
