package dev.whyrst.report;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CaptureSummary;
import dev.whyrst.analysis.CauseCount;
import dev.whyrst.analysis.Glance;
import dev.whyrst.analysis.HarmCount;
import dev.whyrst.analysis.ReportSink;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.CausePage;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Harm;
import dev.whyrst.capture.CaptureEnd;
import dev.whyrst.capture.CaptureFile;
import dev.whyrst.incident.Incident;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.IncidentScope;
import dev.whyrst.incident.Severity;
import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import dev.whyrst.report.html.FrameBytes;
import dev.whyrst.report.html.RawFrame;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Results of analyses, built by hand: what the reports are tested and looked at with. */
public final class ModelFixtures {

    /** Every kind of text that a packet or a file name could use against a reader. */
    public static final String HOSTILE =
            "<script>alert(1)</script> \"'&=cmd|' /C calc'!A0 \u202egnp.exe\u2066 \u0000\u0007\u001b[2J\u009b31m\r\n\t \ud800 x \udfff \u200b]]>${7*7}";

    public static final long MILLI = 1_000_000L;
    static final long SECOND = 1_000_000_000L;

    static final long T0 = nanos("2026-11-20T15:01:27.799961Z");

    private ModelFixtures() {}

    public static long nanos(String instant) {
        Instant at = Instant.parse(instant);
        return at.getEpochSecond() * SECOND + at.getNano();
    }

    static IpAddress ip(int a, int b, int c, int d) {
        return IpAddress.ofIpv4(a << 24 | b << 16 | c << 8 | d);
    }

    public static Endpoint host(int last, int port) {
        return new Endpoint(ip(10, 0, 0, last), port);
    }

    static Endpoint ipv6Host(int last, int port) {
        return new Endpoint(new IpAddress(0x2001_0db8_0000_0000L, last), port);
    }

    /** Several causes, one incident, two captures of which one is cut. */
    public static List<Attribution> outage() {
        return List.of(
                Stories.handshakeTimeout().end("rst-1"),
                Stories.unreadData().end("rst-2"),
                Stories.portNotListening().end("rst-3"),
                Stories.restarted(11, 100, 4).end("rst-4"),
                Stories.restarted(12, 103, 5).end("rst-5"),
                Stories.dataAfterClose().end("rst-6"),
                Stories.injected().end("rst-7"),
                Stories.undetermined().end("rst-8"),
                Stories.benign().end("rst-9"));
    }

    public static AnalysisSummary outageSummary() {
        Incident restart = new Incident(
                "incident-1",
                IncidentKind.SERVER_RESTART,
                Cause.HALF_OPEN_PEER_RESTARTED,
                "10.0.0.27 restarted at 15:01:27: 312 connections were lost, and its port 8888 refused new ones for 4.2 s.",
                "10.0.0.27",
                3,
                T0 + 5 * SECOND,
                T0 + 68 * SECOND,
                List.of("rst-3", "rst-4", "rst-5"),
                "Find out why 10.0.0.27 restarted; let its clients reconnect with a delay that grows.",
                new Harm(Harm.Level.LIKELY, "connections were lost"),
                new IncidentScope(
                        Confidence.HIGH,
                        Severity.HIGH,
                        3,
                        2,
                        List.of("10.0.0.27:8888"),
                        0,
                        List.of("shop.example"),
                        Map.of(Cause.HALF_OPEN_PEER_RESTARTED, 3L),
                        "(ip.addr == 10.0.0.27 and tcp.port == 8888)",
                        "server-restart/10.0.0.27"));
        Map<String, String> options = new LinkedHashMap<>();
        options.put("so-rcvtimeo", "100ms");
        options.put("filter", HOSTILE);
        return new AnalysisSummary(
                options,
                List.of(capture("trace-1.pcap", CaptureEnd.COMPLETE, List.of()), cutCapture()),
                counts(outage()),
                List.of(restart),
                9,
                9,
                new HarmCount(1, 1, 7, 0),
                2,
                0,
                "Near the initiators: their segments arrive with an untouched TTL of 64.",
                List.of("12 conversations were finished early because the table was full."));
    }

    public static AnalysisSummary summaryOf(List<Attribution> resets) {
        return new AnalysisSummary(
                Map.of("so-rcvtimeo", "100ms"),
                List.of(capture("one.pcap", CaptureEnd.COMPLETE, List.of())),
                counts(resets),
                List.of(),
                resets.size(),
                resets.size(),
                new HarmCount(0, 0, resets.size(), 0),
                0,
                0,
                "Near the initiator.",
                List.of());
    }

    public static AnalysisSummary nothing(long silentDeaths) {
        CaptureFile empty =
                new CaptureFile("empty.pcap", "pcap (microseconds)", 0, 0, 0, CaptureEnd.COMPLETE, List.of());
        return new AnalysisSummary(
                Map.of(),
                List.of(new CaptureSummary(empty, 0, 0, 0)),
                List.of(),
                List.of(),
                0,
                0,
                new HarmCount(0, 0, 0, 0),
                silentDeaths,
                0,
                "",
                List.of());
    }

    /** A page of its own for each cause, so that golden files do not follow the real ones. */
    public static CausePage causePage(Cause cause) {
        return new CausePage(
                cause,
                Map.of(
                        "What it means",
                        "What " + cause.id() + " means,\nin two lines.",
                        "What to do",
                        "- Raise `net.core.somaxconn`.\n- Look at\n  the logs."));
    }

    /** The same RST for every frame that is asked for. */
    public static FrameBytes frames() {
        String frame = "0050569c00010050569c00020800"
                + "450000281234400040061429" + "0a0000590a00001b"
                + "c1fc22b85eed0001000000005004000057ca0000";
        RawFrame raw = new RawFrame(HexFormat.of().parseHex(frame), 60, 1);
        return asked -> asked.stream().collect(Collectors.toMap(Function.identity(), at -> raw));
    }

    public static void write(ReportSink sink, AnalysisSummary summary, List<Attribution> resets) throws IOException {
        sink.begin(summary);
        for (Attribution reset : resets) {
            offer(sink, reset);
        }
        sink.finish();
    }

    /** Gives a RST to a sink as an analysis does. */
    static void offer(ReportSink sink, Attribution reset) throws IOException {
        if (sink.wants(Glance.of(reset))) {
            sink.accept(reset);
        }
    }

    private static CaptureSummary capture(String path, CaptureEnd end, List<String> problems) {
        CaptureFile file = new CaptureFile(path, "pcap (microseconds)", 12_345, T0, T0 + 80 * SECOND, end, problems);
        return new CaptureSummary(file, 12_000, 330, 9);
    }

    private static CaptureSummary cutCapture() {
        return capture(
                "dir/" + HOSTILE + ".pcap",
                CaptureEnd.TRUNCATED,
                List.of("The file ends inside frame 12346, at byte 9120034; " + HOSTILE));
    }

    private static List<CauseCount> counts(List<Attribution> resets) {
        Map<Cause, long[]> byCause = new LinkedHashMap<>();
        for (Attribution reset : resets) {
            long[] count = byCause.computeIfAbsent(reset.cause(), unused -> new long[6]);
            count[0]++;
            count[1] += reset.repeatOf().isPresent() ? 1 : 0;
            count[5 - reset.confidence().rank() + 1]++;
        }
        return byCause.entrySet().stream()
                .sorted((a, b) -> Long.compare(b.getValue()[0], a.getValue()[0]))
                .map(e -> new CauseCount(
                        e.getKey(),
                        e.getValue()[0],
                        e.getValue()[1],
                        e.getValue()[2],
                        e.getValue()[3],
                        e.getValue()[4],
                        e.getValue()[5]))
                .toList();
    }
}
