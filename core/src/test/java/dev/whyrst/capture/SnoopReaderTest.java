package dev.whyrst.capture;

import static dev.whyrst.capture.CaptureBytes.frame;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SnoopReaderTest {

    private static CaptureBytes snoop() {
        return new CaptureBytes(true).raw(frame("snoop\0\0\0")).u32(2).u32(4);
    }

    private static CaptureBytes record(CaptureBytes capture, int original, String kept, int padding) {
        return capture.u32(original)
                .u32(kept.length())
                .u32(24 + kept.length() + padding)
                .u32(0)
                .u32(1_000_000_000)
                .u32(250_000)
                .raw(frame(kept))
                .raw(new byte[padding]);
    }

    @Test
    void padded_records_are_read() throws IOException {
        Reading reading =
                Reading.of(record(record(snoop(), 5, "first", 3), 60, "next", 0).bytes());

        assertThat(reading.frames())
                .containsExactly(
                        new Reading.Frame(1, 0, 1, 1_000_000_000_250_000_000L, 5, "first"),
                        new Reading.Frame(2, 0, 1, 1_000_000_000_250_000_000L, 60, "next"));
        assertThat(reading.file().format()).isEqualTo("snoop");
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.COMPLETE);
    }

    @Test
    void a_record_that_contradicts_itself_ends_the_reading() throws IOException {
        CaptureBytes capture =
                record(snoop(), 5, "first", 3).u32(9).u32(9).u32(9).raw(new byte[12]);

        Reading reading = Reading.of(capture.bytes());

        assertThat(reading.texts()).containsExactly("first");
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.DAMAGED);
        assertThat(reading.file().problems())
                .containsExactly(
                        "the record at byte 48 has impossible lengths; 24 bytes were lost, and nothing readable"
                                + " follows");
    }
}
