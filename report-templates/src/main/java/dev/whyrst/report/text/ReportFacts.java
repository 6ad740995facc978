package dev.whyrst.report.text;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.incident.Incident;
import dev.whyrst.net.IpAddress;
import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.Timeline;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the formats must say alike of a RST and what follows from the summary rather than from the RST alone.
 *
 * <p>Public for the formats.
 */
public final class ReportFacts {

    private final String[] paths;
    private final Set<String> benignIncidents;
    private final AddressTexts addresses = new AddressTexts();

    public ReportFacts(AnalysisSummary summary) {
        paths = summary.captures().stream()
                .map(capture -> VisibleText.encodable(capture.file().path()))
                .toArray(String[]::new);
        benignIncidents = summary.incidents().stream()
                .filter(Incident::benign)
                .map(Incident::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The path of the capture that holds the frame, as in the list of captures. */
    public String path(FrameRef frame) {
        return paths[frame.capture()];
    }

    /** The address as it is written. */
    public String text(IpAddress address) {
        return addresses.of(address);
    }

    /** {@link Timeline#wiresharkFilter()} with addresses that are remembered. */
    public String filter(Timeline timeline) {
        return timeline.wiresharkFilter(addresses::of);
    }

    /** Whether there is more than one capture, so that a frame number alone says too little. */
    public boolean severalCaptures() {
        return paths.length > 1;
    }

    /** Whether the RST did no harm: it tidied up after both sides were done, or its incident needs no action. */
    public boolean benign(Attribution attribution) {
        return benign(attribution.cause(), attribution.incident());
    }

    /** The same for a RST with that cause in that incident. */
    public boolean benign(Cause cause, Optional<String> incident) {
        return cause == Cause.BENIGN_AFTER_TEARDOWN
                || (incident.isPresent() && benignIncidents.contains(incident.get()));
    }
}
