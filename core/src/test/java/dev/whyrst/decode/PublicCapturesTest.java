package dev.whyrst.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whyrst.capture.CaptureException;
import dev.whyrst.capture.CaptureOptions;
import dev.whyrst.capture.CaptureReader;
import dev.whyrst.capture.Captures;
import dev.whyrst.capture.FrameView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares with what tshark finds in public captures; runs only where that corpus lies beside the project. */
class PublicCapturesTest {

    private static final Path CORPUS = Path.of("../../shared/corpus/public");

    private static final Pattern FILE = Pattern.compile("\"file\": \"([^\"]+)\"");
    private static final Pattern TCP_FRAMES = Pattern.compile("\"tcp_frames\": (\\d+)");
    private static final Pattern RST_FRAMES = Pattern.compile("\"rst_frames\": (\\[[^]]*])");
    private static final Pattern QUOTES = Pattern.compile("\"icmp_quoted_tcp_frames\": (\\[[^]]*])");

    /** Files whose number of TCP frames differs, with the reason; docs/reading-links.md tells more. */
    private static final Map<String, String> OTHER_COUNTS = Map.of(
            "ndpi__ip_fragmented_garbage.pcap", "two of four TCP headers have impossible lengths",
            "pcapflowlab__18_mpls_pw_outer_legacy_vlan_ipv4_tcp_cw.pcap", "tshark overlooks the control word",
            "pcapflowlab__pcap_flow_lab_showcase.pcap", "tshark sees a control word where there is none",
            "tcptrace__trunc.dmp.gz", "the header is cut before the flags");

    private record Found(int tcp, List<Integer> resets, List<Integer> quotes) {}

    @Test
    void resets_and_tcp_frames_are_those_that_tshark_finds() throws IOException {
        assumeTrue(Files.exists(CORPUS.resolve("index.json")), "the public corpus is not here");
        List<String> misses = new ArrayList<>();
        int seen = 0;
        for (String line : Files.readAllLines(CORPUS.resolve("index.json"))) {
            Matcher file = FILE.matcher(line);
            if (!file.find() || file.group(1).startsWith("corrupt/")) {
                continue;
            }
            try {
                compare(file.group(1), line, misses);
                seen++;
            } catch (CaptureException e) {
                assertThat(e.getMessage()).contains("not a capture");
            }
        }
        assertThat(seen).isGreaterThan(160);
        assertThat(misses).isEmpty();
    }

    private static void compare(String file, String line, List<String> misses) throws IOException {
        Found found = find(file);
        Matcher resets = RST_FRAMES.matcher(line);
        Matcher tcp = TCP_FRAMES.matcher(line);
        Matcher quotes = QUOTES.matcher(line);
        if (resets.find() && !found.resets.toString().equals(resets.group(1))) {
            misses.add(file + ": resets " + found.resets + ", tshark finds " + resets.group(1));
        }
        if (tcp.find() && found.tcp != Integer.parseInt(tcp.group(1)) && !OTHER_COUNTS.containsKey(file)) {
            misses.add(file + ": " + found.tcp + " segments, tshark finds " + tcp.group(1));
        }
        if (!found.quotes.toString().equals(quotes.find() ? quotes.group(1) : "[]")) {
            misses.add(file + ": quotes " + found.quotes);
        }
    }

    private static Found find(String file) throws IOException {
        FrameDecoder decoder = new FrameDecoder();
        FrameView frame = new FrameView();
        SegmentView segment = new SegmentView();
        int tcp = 0;
        List<Integer> resets = new ArrayList<>();
        List<Integer> quotes = new ArrayList<>();
        String path = CORPUS.resolve(file).toString();
        try (CaptureReader reader = Captures.open(List.of(path), CaptureOptions.defaults())) {
            while (reader.next(frame)) {
                DecodeOutcome outcome = decoder.decode(frame, segment);
                if (outcome == DecodeOutcome.TCP_SEGMENT) {
                    tcp++;
                    if ((segment.flags() & Packets.RST) != 0) {
                        resets.add((int) frame.number());
                    }
                } else if (outcome == DecodeOutcome.ICMP_QUOTE) {
                    quotes.add((int) frame.number());
                }
            }
        }
        return new Found(tcp, resets, quotes);
    }
}
