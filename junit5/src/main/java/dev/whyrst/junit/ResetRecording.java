package dev.whyrst.junit;

import dev.whyrst.api.RstAnalysis;
import dev.whyrst.api.RstReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What passed the loopback interface during a test. */
public final class ResetRecording {

    private final LoopbackRecorder recorder;
    private final Set<Integer> ports = new TreeSet<>();
    private RstReport report;

    ResetRecording(LoopbackRecorder recorder) {
        this.recorder = recorder;
    }

    /**
     * Looks only at connections to or from that port, and others that are named so; without it, at all on the interface, those of
     * other processes too.
     */
    public ResetRecording port(int port) {
        ports.add(port);
        return this;
    }

    /** Ends the recording, and tells what was found; the same each time. */
    public RstReport report() throws IOException {
        if (report == null) {
            recorder.stop();
            RstAnalysis analysis = RstAnalysis.of(recorder.file());
            if (!ports.isEmpty() && recorder.frames() > 0) {
                analysis.filter(ports.stream().map(port -> "tcp port " + port).collect(Collectors.joining(" or ")));
            }
            report = analysis.run();
        }
        return report;
    }

    /** The recording, a pcap file. */
    public Path file() {
        return recorder.file();
    }
}
