package dev.whyrst.report;

import static dev.whyrst.attribution.Evidence.Stance.AGAINST;
import static dev.whyrst.attribution.Evidence.Stance.FOR;
import static dev.whyrst.attribution.Evidence.Weight.DECISIVE;
import static dev.whyrst.attribution.Evidence.Weight.STRONG;
import static dev.whyrst.attribution.Evidence.Weight.WEAK;
import static dev.whyrst.report.Story.ACK;
import static dev.whyrst.report.Story.FIN;
import static dev.whyrst.report.Story.PSH;
import static dev.whyrst.report.Story.RST;
import static dev.whyrst.report.Story.SYN;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CaptureSummary;
import dev.whyrst.analysis.CauseCount;
import dev.whyrst.analysis.Glance;
import dev.whyrst.analysis.ReportSink;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.CausePage;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Shape;
import dev.whyrst.capture.CaptureEnd;
import dev.whyrst.capture.CaptureFile;
import dev.whyrst.incident.Incident;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import dev.whyrst.report.html.FrameBytes;
import dev.whyrst.report.html.RawFrame;
import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.IcmpError;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Standing;
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

    private static final long T0 = nanos("2026-11-20T15:01:27.799961Z");

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

    /** The first trace of the article: the SYN,ACK comes after the connect timeout. */
    public static Story handshakeTimeout() {
        return Story.between(host(89, 49660), host(27, 8888))
                .at(0, 1, T0)
                .history("ShR")
                .initiator(SYN, 0, 0, 0)
                .later(161_925_000)
                .responder(SYN | ACK, 0, 1, 0)
                .trigger()
                .later(31_000)
                .initiator(RST, 1, 0, 0)
                .because(Cause.HANDSHAKE_TIMEOUT, Confidence.CERTAIN, Emitter.INITIATOR, Shape.PASSIVE)
                .says(
                        FOR,
                        DECISIVE,
                        "The SYN,ACK came 161.925 ms after the SYN, later than the configured timeout of 100 ms.",
                        1,
                        2)
                .says(
                        FOR,
                        STRONG,
                        "The RST has the form of an answer: SEQ = SEG.ACK of the SYN,ACK, no ACK flag.",
                        2,
                        3)
                .says(FOR, WEAK, "The answer came 31 µs after the SYN,ACK, from the initiator's own TTL of 64.", 3)
                .ruledOut(
                        Cause.SYN_ACK_REJECTED,
                        Confidence.LOW,
                        "The SYN,ACK was not prompt: 161.925 ms against a timeout of 100 ms.",
                        1,
                        2)
                .timeout(100 * MILLI)
                .sees("EINPROGRESS, then its own timeout", "ECONNRESET on accept or first read")
                .lost(0, 0);
    }

    /** The second trace of the article: 5000 bytes sent, 4096 read. */
    public static Story unreadData() {
        return Story.between(host(89, 49660), host(27, 9877))
                .at(0, 10, T0 + 4 * SECOND)
                .inStream(1)
                .initiator(SYN, 0, 0, 0)
                .later(210_000)
                .responder(SYN | ACK, 0, 1, 0)
                .later(40_000)
                .initiator(ACK, 1, 1, 0)
                .later(112_000)
                .initiator(PSH | ACK, 1, 1, 5000)
                .later(18_000)
                .responder(ACK, 1, 5001, 0)
                .later(1_204 * MILLI)
                .responder(RST | ACK, 1, 5001, 0)
                .because(Cause.CLOSE_WITH_UNREAD_DATA, Confidence.MEDIUM, Emitter.RESPONDER, Shape.ACTIVE)
                .says(FOR, STRONG, "5000 bytes were acknowledged and never answered before the RST.", 13, 14, 15)
                .says(FOR, STRONG, "The RST is an abort: RST,ACK with SND.NXT 1 and RCV.NXT 5001.", 15)
                .says(AGAINST, WEAK, "The window had not shrunk, so how much lay unread is not known.", 14)
                .ruledOut(
                        Cause.LINGER_ZERO_ABORT,
                        Confidence.MEDIUM,
                        "The same bytes on the wire; only context differs.",
                        15)
                .settle("On 10.0.0.27, nstat TcpExtTCPAbortOnClose counts this cause and no other.")
                .lost(5000, 0)
                .silence(1_204 * MILLI)
                .sees("ECONNRESET on the next read, EPIPE on the second write", "nothing: it closed by itself");
    }

    public static Story portNotListening() {
        return Story.between(host(14, 51002), host(27, 8888))
                .at(0, 40, T0 + 6 * SECOND)
                .inStream(3)
                .history("Sr")
                .initiator(SYN, 0, 0, 0)
                .trigger()
                .later(92_000)
                .responder(RST | ACK, 0, 1, 0)
                .because(Cause.PORT_NOT_LISTENING, Confidence.CERTAIN, Emitter.RESPONDER, Shape.PASSIVE_NO_ACK)
                .partOf("incident-1")
                .says(FOR, DECISIVE, "RST,ACK with SEQ 0 and ACK = ISN + 1 answers the SYN of frame 40.", 40, 41)
                .says(FOR, STRONG, "The same host refused 12 other SYNs to port 8888 within 4.2 s.", 41)
                .ruledOut(
                        Cause.FIREWALL_REJECT,
                        Confidence.LOW,
                        "TTL 63 and MAC are those of the host's other segments.",
                        41)
                .sees("ECONNREFUSED", "nothing");
    }

    public static Story restarted(int client, long frame, long stream) {
        return Story.between(host(client, 40000 + client), host(27, 8888))
                .at(0, frame, T0 + 5 * SECOND)
                .inStream(stream)
                .initiator(SYN, 0, 0, 0)
                .later(200_000)
                .responder(SYN | ACK, 0, 1, 0)
                .later(30_000)
                .initiator(ACK, 1, 1, 0)
                .later(5 * MILLI)
                .initiator(PSH | ACK, 1, 1, 420)
                .later(9 * MILLI)
                .responder(PSH | ACK, 1, 421, 1380)
                .skip(4_211, 62 * SECOND)
                .initiator(PSH | ACK, 180_421, 655_381, 420)
                .trigger()
                .later(88_000)
                .responder(RST, 655_381, 0, 0)
                .because(Cause.HALF_OPEN_PEER_RESTARTED, Confidence.HIGH, Emitter.RESPONDER, Shape.PASSIVE)
                .partOf("incident-1")
                .says(
                        FOR,
                        DECISIVE,
                        "Both ends had spoken, no FIN was seen, and a stateless RST answers live data.",
                        frame + 4216)
                .says(FOR, STRONG, "312 connections of 10.0.0.27 ended alike between 15:01:27 and 15:02:31.")
                .says(AGAINST, WEAK, "The silence of 58.2 s lies near a known timer of 60 s.", frame + 4216)
                .ruledOut(Cause.IDLE_TIMEOUT, Confidence.LOW, "The RST bears the host's own TTL 63.", frame + 4217)
                .silence(58_200 * MILLI)
                .lost(0, 420)
                .sees("ECONNRESET", "nothing: the process of that time is gone");
    }

    public static Story dataAfterClose() {
        return Story.between(host(90, 35120), host(31, 80))
                .at(1, 6, T0 + 9 * SECOND)
                .inStream(7)
                .of("shop.example", "VLAN 12")
                .initiator(SYN, 0, 0, 0)
                .later(180_000)
                .responder(SYN | ACK, 0, 1, 0)
                .later(20_000)
                .initiator(ACK, 1, 1, 0)
                .later(30 * SECOND)
                .responder(FIN | ACK, 1, 1, 0)
                .later(90_000)
                .initiator(PSH | ACK, 1, 1, 517)
                .trigger()
                .later(44_000)
                .responder(RST, 1, 0, 0)
                .because(Cause.DATA_AFTER_CLOSE, Confidence.CERTAIN, Emitter.RESPONDER, Shape.PASSIVE)
                .says(FOR, DECISIVE, "The responder had sent FIN before; 517 bytes reached it 90 µs later.", 9, 10, 11)
                .says(
                        FOR,
                        STRONG,
                        "The request crossed the close of an idle connection: keep-alive race after 30.0 s.",
                        9,
                        10)
                .elsewhere("The same client met the same race before.", new FrameRef(0, 77), new FrameRef(1, 2))
                .silence(30 * SECOND)
                .lost(0, 517)
                .sees("ECONNRESET on read; EPIPE and SIGPIPE on a second write", "nothing");
    }

    public static Story injected() {
        return Story.between(ipv6Host(9, 52222), ipv6Host(80, 443))
                .at(0, 9_001, T0 + 11 * SECOND)
                .inStream(12)
                .of(HOSTILE, "")
                .history("ShADr")
                .initiator(SYN, 0, 0, 0)
                .later(41 * MILLI)
                .responder(SYN | ACK, 0, 1, 0)
                .later(20_000)
                .initiator(ACK, 1, 1, 0)
                .later(300_000)
                .initiator(PSH | ACK, 1, 1, 517)
                .trigger()
                .later(3 * MILLI)
                .forgedByMiddlebox(Side.RESPONDER, RST | ACK, 1, 518, 121)
                .later(38 * MILLI)
                .responder(ACK, 1, 518, 0)
                .later(MILLI)
                .responder(PSH | ACK, 1, 518, 1380)
                .because(Cause.INJECTED_RST, Confidence.HIGH, Emitter.MIDDLEBOX, Shape.ACTIVE)
                .says(
                        FOR,
                        DECISIVE,
                        "The true responder went on talking 38 ms after the RST in its name.",
                        9_006,
                        9_007)
                .says(FOR, STRONG, "Hop limit 121, where the responder's other segments have 63.", 9_005)
                .says(FOR, STRONG, "It followed a ClientHello for " + HOSTILE, 9_004)
                .ruledOut(Cause.LINGER_ZERO_ABORT, Confidence.LOW, "Faster than the round trip of 41 ms.", 9_005)
                .quotedBy(new IcmpError(
                        new FrameRef(0, 9_008), T0 + 12 * SECOND, ip(192, 0, 2, 1), Side.INITIATOR, false, 3, 13))
                .settle("A capture at the server: without the RST there, it was made on the path.")
                .rstText(HOSTILE)
                .standing(Standing.LINES_UP)
                .lost(-1, -1)
                .sees("ECONNRESET", "nothing until it meets the initiator's own RST");
    }

    static Story undetermined() {
        return Story.between(host(77, 6000), host(78, 7000))
                .at(0, 12_000, T0 + 13 * SECOND)
                .inStream(15)
                .history("R")
                .initiator(RST, 1, 0, 0)
                .standing(Standing.UNKNOWN)
                .because(Cause.UNDETERMINED, Confidence.LOW, Emitter.UNKNOWN, Shape.OTHER)
                .says(FOR, WEAK, "No other segment of this conversation was captured.", 12_000)
                .settle("A capture that holds the seconds before 15:01:40.")
                .sees("unknown", "unknown");
    }

    static Story benign() {
        return Story.between(host(50, 6001), host(31, 80))
                .at(0, 12_100, T0 + 14 * SECOND)
                .inStream(16)
                .initiator(FIN | ACK, 900, 4000, 0)
                .later(100_000)
                .responder(FIN | ACK, 4000, 901, 0)
                .trigger()
                .later(20_000)
                .initiator(RST, 901, 0, 0)
                .because(Cause.BENIGN_AFTER_TEARDOWN, Confidence.CERTAIN, Emitter.INITIATOR, Shape.PASSIVE)
                .says(FOR, DECISIVE, "Both FINs had crossed; nothing was in flight.", 12_100, 12_101)
                .repeats("rst-1")
                .peerFrame(new FrameRef(1, 3))
                .lost(0, 0)
                .sees("nothing", "nothing");
    }

    /** Several causes, one incident, two captures of which one is cut. */
    public static List<Attribution> outage() {
        return List.of(
                handshakeTimeout().end("rst-1"),
                unreadData().end("rst-2"),
                portNotListening().end("rst-3"),
                restarted(11, 100, 4).end("rst-4"),
                restarted(12, 103, 5).end("rst-5"),
                dataAfterClose().end("rst-6"),
                injected().end("rst-7"),
                undetermined().end("rst-8"),
                benign().end("rst-9"));
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
                false);
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
                1,
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
                0,
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
                0,
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
