package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.capture.CaptureOptions;
import dev.whyrst.capture.CaptureReader;
import dev.whyrst.capture.Captures;
import dev.whyrst.capture.FrameView;
import dev.whyrst.report.html.FrameBytes;
import dev.whyrst.report.html.RawFrame;
import dev.whyrst.timeline.FrameRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetFramesTest {

    private static final FrameRef FIRST = new FrameRef(0, 1);
    private static final FrameRef SECOND = new FrameRef(0, 2);

    @TempDir
    private Path folder;

    @Test
    void a_frame_that_was_kept_needs_no_second_reading() throws IOException {
        ResetFrames frames = new ResetFrames(FrameBytes.none(), ResetFrames.USUAL_ROOM);
        keepAll(frames);
        RawFrame kept = frames.read(Set.of(SECOND)).get(SECOND);
        RawFrame reread = reread(SECOND).get(SECOND);
        assertThat(kept.bytes()).isEqualTo(reread.bytes()).isNotEmpty();
        assertThat(kept.originalLength()).isEqualTo(reread.originalLength());
        assertThat(kept.linkType()).isEqualTo(reread.linkType());
    }

    @Test
    void a_frame_that_there_was_no_room_for_is_read_again() throws IOException {
        ResetFrames frames = new ResetFrames(this::reread, 100);
        keepAll(frames);
        assertThat(frames.read(Set.of(FIRST, SECOND))).containsOnlyKeys(FIRST, SECOND);
    }

    @Test
    void a_frame_that_is_nowhere_is_left_out() throws IOException {
        FrameRef beyond = new FrameRef(0, 3);
        FrameRef elsewhere = new FrameRef(1, 1);
        assertThat(new ResetFrames(this::reread, 0).read(Set.of(beyond, elsewhere, FIRST)))
                .containsOnlyKeys(FIRST);
    }

    private Map<FrameRef, RawFrame> reread(FrameRef... frames) throws IOException {
        return reread(Set.of(frames));
    }

    private Map<FrameRef, RawFrame> reread(Set<FrameRef> frames) throws IOException {
        return new RereadFrames(List.of(TinyCapture.in(folder).toString())).read(frames);
    }

    private void keepAll(ResetFrames frames) throws IOException {
        try (CaptureReader reader =
                Captures.open(List.of(TinyCapture.in(folder).toString()), CaptureOptions.defaults())) {
            FrameView frame = new FrameView();
            while (reader.next(frame)) {
                frames.keep(frame.captureIndex(), frame);
            }
        }
    }
}
