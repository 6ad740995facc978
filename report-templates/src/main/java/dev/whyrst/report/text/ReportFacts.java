package dev.whyrst.report.text;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.net.IpAddress;
import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.Timeline;

/**
 * What the formats must say alike of a RST and what follows from the summary rather than from the RST alone.
 *
 * <p>Public for the formats.
 */
public final class ReportFacts {

    private final String[] paths;
    private final AddressTexts addresses = new AddressTexts();

    public ReportFacts(AnalysisSummary summary) {
        paths = summary.captures().stream()
                .map(capture -> VisibleText.encodable(capture.file().path()))
                .toArray(String[]::new);
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
}
