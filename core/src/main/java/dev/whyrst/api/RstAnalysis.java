package dev.whyrst.api;

import dev.whyrst.analysis.AnalysisLimits;
import dev.whyrst.analysis.AnalysisOptions;
import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CaptureAnalysis;
import dev.whyrst.capture.CaptureException;
import dev.whyrst.capture.CaptureFile;
import dev.whyrst.filter.FilterException;
import dev.whyrst.filter.TimeWindow;
import dev.whyrst.filter.TimeWindow.Moment;
import dev.whyrst.incident.KnownTimer;
import dev.whyrst.net.Nanos;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An analysis of captures: says what to look at, then {@link #run} or {@link #forEach}. What is set has the meaning of the option of
 * the same name on the command line, and its default.
 *
 * <p>Not safe for use by several threads, but may be run again; different ones may run at the same time.
 */
public final class RstAnalysis {

    private final List<String> inputs;
    private Optional<Path> peerCapture = Optional.empty();
    private Optional<String> filter = Optional.empty();
    private Optional<Moment> since = Optional.empty();
    private Optional<Moment> until = Optional.empty();
    private OptionalLong soRcvTimeoNanos = OptionalLong.empty();
    private boolean perFile;
    private AnalysisLimits limits = AnalysisLimits.defaults();

    private RstAnalysis(List<String> inputs) {
        this.inputs = inputs;
    }

    /**
     * An analysis of these captures as one trace.
     *
     * @param capture a file, packed or not, or a directory, which is read recursively
     * @param more more of them
     */
    public static RstAnalysis of(Path capture, Path... more) {
        return new RstAnalysis(Stream.concat(Stream.of(capture), Stream.of(more))
                .map(RstAnalysis::name)
                .toList());
    }

    /** A name that cannot be taken for standard input. */
    private static String name(Path path) {
        return path.toString().equals("-") ? "." + File.separator + path : path.toString();
    }

    /**
     * Tells SO_RCVTIMEO, or the connect timeout, of the programs in the capture.
     *
     * @throws IllegalArgumentException unless it is positive
     */
    public RstAnalysis soRcvTimeo(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("SO_RCVTIMEO must be positive, not " + timeout);
        }
        soRcvTimeoNanos = OptionalLong.of(timeout.toNanos());
        return this;
    }

    /** Leaves out all frames that do not match an expression of libpcap, such as {@code host 10.0.0.27}. Needs libpcap. */
    public RstAnalysis filter(String expression) {
        filter = Optional.of(expression);
        return this;
    }

    /** Leaves out all frames before that moment of the capture's clock. */
    public RstAnalysis since(Instant first) {
        since = Optional.of(moment(first));
        return this;
    }

    /** Leaves out all frames after that moment of the capture's clock. */
    public RstAnalysis until(Instant last) {
        until = Optional.of(moment(last));
        return this;
    }

    private static Moment moment(Instant time) {
        return new Moment(
                Math.addExact(Math.multiplyExact(time.getEpochSecond(), Nanos.SECOND), time.getNano()), false);
    }

    /** Compares with the same traffic, recorded at another point. */
    public RstAnalysis peerCapture(Path peer) {
        peerCapture = Optional.of(peer);
        return this;
    }

    /** Takes each file for a trace of its own; otherwise all are parts of one trace. */
    public RstAnalysis perFile() {
        perFile = true;
        return this;
    }

    /**
     * Uses that many threads instead of one for each processor. What is found does not depend on it.
     *
     * @throws IllegalArgumentException unless it is positive
     */
    public RstAnalysis jobs(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("jobs must be positive, not " + threads);
        }
        limits = limits.withJobs(threads);
        return this;
    }

    /**
     * Analyses, and keeps all findings in memory: some kilobytes for each RST.
     *
     * @throws IOException when not one frame can be read, or the thread was interrupted ({@link
     *     java.io.InterruptedIOException}); the message is for people. A capture that is cut or damaged is no error, see
     *     {@link CaptureQuality#complete}.
     * @throws IllegalArgumentException when the filter is wrong, no frame is left to look at, or the peer capture is the capture
     *     itself or given with options that exclude it
     */
    public RstReport run() throws IOException {
        List<RstFinding> findings = new ArrayList<>();
        RstOverview overview = forEach(findings::add);
        return new RstReport(List.copyOf(findings), overview);
    }

    /**
     * Analyses, and passes on each finding in the order of the trace without keeping it: for captures with millions of RSTs.
     * The consumer is called by one thread at a time, not always the calling one; what it throws ends the analysis.
     *
     * @throws IOException as {@link #run}
     * @throws IllegalArgumentException as {@link #run}
     */
    public RstOverview forEach(Consumer<? super RstFinding> consumer) throws IOException {
        try {
            AnalysisSummary summary =
                    CaptureAnalysis.run(options(), List.of(new FindingSink(consumer)), (read, total, frames) -> {});
            refuseNothing(summary);
            return Views.overview(summary);
        } catch (FilterException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** No finding in what could not be read would look as if nothing had happened. */
    private static void refuseNothing(AnalysisSummary summary) throws CaptureException {
        if (summary.nothingRead()) {
            CaptureFile file = summary.captures().get(0).file();
            throw new CaptureException(file.path() + ": " + String.join("; ", file.problems()));
        }
    }

    private AnalysisOptions options() throws IOException {
        if (peerCapture.isPresent()) {
            checkPeer(peerCapture.get());
        }
        OptionalLong timeout = soRcvTimeoNanos;
        return new AnalysisOptions(
                inputs,
                peerCapture,
                filter,
                new TimeWindow(since, until),
                responder -> timeout,
                KnownTimer.shipped(),
                perFile,
                limits,
                Map.of());
    }

    /** A capture beside itself would prove that no RST was made between the two. */
    private void checkPeer(Path peer) throws IOException {
        if (perFile || since.isPresent() || until.isPresent()) {
            throw new IllegalArgumentException(
                    "a peer capture is compared with one whole trace: not with perFile, since or until");
        }
        if (Files.notExists(peer)) {
            throw new NoSuchFileException(peer.toString());
        }
        for (String input : inputs) {
            if (Files.exists(Path.of(input)) && Files.isSameFile(Path.of(input), peer)) {
                throw new IllegalArgumentException(peer + " is the capture and its peer capture at once");
            }
        }
    }
}
