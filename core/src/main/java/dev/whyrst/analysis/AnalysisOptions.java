package dev.whyrst.analysis;

import dev.whyrst.filter.TimeWindow;
import dev.whyrst.incident.KnownTimer;
import dev.whyrst.net.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a user may set for an analysis.
 *
 * @param inputs files, directories (read recursively), or {@code -} for standard input
 * @param peerCapture the same traffic recorded at another point
 * @param filter a pcap-filter expression; only matching frames are analysed
 * @param window only frames of that time are analysed; by one clock, so not with a peer capture
 * @param timeouts connect timeouts by endpoint
 * @param timers timers of devices and servers that silences are held against
 * @param perFile whether files are analysed apart instead of as one trace
 * @param limits finite bounds of memory and work
 * @param shown what reports tell of the options: those that the result depends on, by their long names without dashes,
 *     in a fixed order
 */
public record AnalysisOptions(
        List<String> inputs,
        Optional<Path> peerCapture,
        Optional<String> filter,
        TimeWindow window,
        Timeouts timeouts,
        List<KnownTimer> timers,
        boolean perFile,
        AnalysisLimits limits,
        Map<String, String> shown) {

    /** Options of which reports tell nothing, with the timers that ship with the tool. */
    public AnalysisOptions(
            List<String> inputs,
            Optional<Path> peerCapture,
            Optional<String> filter,
            Timeouts timeouts,
            boolean perFile,
            AnalysisLimits limits) {
        this(inputs, peerCapture, filter, TimeWindow.ALWAYS, timeouts, KnownTimer.shipped(), perFile, limits, Map.of());
    }

    /** The same options for the peer capture. */
    AnalysisOptions ofPeer() {
        List<String> peer = List.of(peerCapture.orElseThrow().toString());
        return new AnalysisOptions(peer, Optional.empty(), filter, window, timeouts, timers, perFile, limits, shown);
    }

    /** The configured SO_RCVTIMEO or connect timeout of the programs, by the endpoint that they connect to. */
    @FunctionalInterface
    public interface Timeouts {

        /** The timeout in nanoseconds for connections to that responder, empty where none is configured. */
        OptionalLong of(Endpoint responder);
    }
}
