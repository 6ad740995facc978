package dev.whyrst.report.html.drawing;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.report.html.drawing.LadderRows.Row;
import dev.whyrst.report.text.Wording;
import java.util.List;
import java.util.Optional;

/**
 * A configured connect timeout beside what the handshake took.
 *
 * @param from row of the first SYN
 * @param to row of the first SYN,ACK
 * @param timeoutNanos the configured timeout
 * @param latencyNanos from SYN to SYN,ACK
 */
record ConnectTimeout(int from, int to, long timeoutNanos, long latencyNanos) {

    /** The timeout to draw, where one was configured and the rows show both segments. */
    static Optional<ConnectTimeout> of(Attribution attribution, List<Row> rows) {
        int syn = -1;
        for (int i = 0; i < rows.size() && attribution.configuredTimeoutNanos().isPresent(); i++) {
            if (syn < 0 && rows.get(i).segment().isInitialSyn()) {
                syn = i;
            } else if (syn >= 0 && rows.get(i).segment().isSynAck()) {
                long latency = rows.get(i).segment().timeNanos()
                        - rows.get(syn).segment().timeNanos();
                long timeout = attribution.configuredTimeoutNanos().getAsLong();
                return Optional.of(new ConnectTimeout(syn, i, timeout, latency));
            }
        }
        return Optional.empty();
    }

    /** Whether the bar ends at that row. */
    boolean endsAt(int row) {
        return row == to;
    }

    /** Where on the way from SYN to SYN,ACK the timeout ran out; above 1 where it did not. */
    double share() {
        return latencyNanos <= 0 ? 2 : (double) timeoutNanos / latencyNanos;
    }

    /** {@code SYN,ACK after 161.925 ms: 61.925 ms too late}. */
    String verdict() {
        long late = latencyNanos - timeoutNanos;
        String said = "SYN,ACK after " + Wording.duration(latencyNanos) + ": ";
        return said + (late >= 0 ? Wording.duration(late) + " too late" : "in time");
    }
}
