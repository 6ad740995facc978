package dev.whyrst.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Counts frames of public captures as tshark does, which stops where a file is damaged; runs only where that corpus
 * lies beside the project.
 */
class PublicCorpusTest {

    private static final Path CORPUS = Path.of("../../shared/corpus/public");

    /** File names with the reason why they cannot be read as tshark reads them. */
    private static final Map<String, String> KNOWN_MISSES = Map.of(
            "corrupt/pcapplusplus__crash-exception-cast-constructed-record",
            "tshark 4.0 takes this damaged pcap for one with modified record headers",
            "corrupt/suricata-verify__bug-6875-01__fuzz.pcap",
            "tshark 4.0 takes this damaged pcap for one with modified record headers",
            "corrupt/tcptrace__chdlc.erf.gz",
            "ERF is not read, the message says what converts it");

    private static final Pattern FILE = Pattern.compile("\"file\": \"([^\"]+)\"");
    private static final Pattern FRAMES = Pattern.compile("\"frames\": (\\d+)");
    private static final Pattern PACKET_BLOCKS = Pattern.compile("\"packet_blocks\": (\\d+)");

    @Test
    void frame_counts_agree_with_those_of_tshark() throws IOException {
        assumeTrue(Files.exists(CORPUS.resolve("index.json")), "the public corpus is not here");
        List<String> misses = new ArrayList<>();
        int seen = 0;
        for (String line : Files.readAllLines(CORPUS.resolve("index.json"))) {
            Matcher file = FILE.matcher(line);
            if (file.find()) {
                seen++;
                String found = framesOf(file.group(1));
                String expected = expectedFrames(line);
                if (!found.equals(expected) && !KNOWN_MISSES.containsKey(file.group(1))) {
                    misses.add(file.group(1) + ": " + found + ", tshark counts " + expected);
                }
            }
        }
        assertThat(seen).isGreaterThan(100);
        assertThat(misses).isEmpty();
    }

    private static String expectedFrames(String line) {
        Matcher blocks = PACKET_BLOCKS.matcher(line);
        Matcher frames = FRAMES.matcher(line);
        return blocks.find() ? blocks.group(1) : frames.find() ? frames.group(1) : "nothing";
    }

    private static String framesOf(String file) throws IOException {
        String path = CORPUS.resolve(file).toString();
        try (CaptureReader reader = Captures.open(List.of(path), CaptureOptions.defaults())) {
            FrameView frame = new FrameView();
            long beforeDamage = 0;
            while (reader.next(frame)) {
                assertThat(frame.offset() + frame.capturedLength()).isLessThanOrEqualTo(frame.bytes().length);
                CaptureFile soFar = reader.files().get(0);
                beforeDamage = soFar.end() == CaptureEnd.COMPLETE ? soFar.frames() : beforeDamage;
            }
            return String.valueOf(beforeDamage);
        } catch (CaptureException e) {
            return e.getMessage();
        }
    }
}
