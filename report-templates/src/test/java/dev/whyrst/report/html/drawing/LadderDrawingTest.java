package dev.whyrst.report.html.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Shape;
import dev.whyrst.report.Golden;
import dev.whyrst.report.ModelFixtures;
import dev.whyrst.report.Stories;
import dev.whyrst.report.Story;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LadderDrawingTest {

    @Test
    void the_pictures_are_as_they_were() throws IOException {
        Golden.assertSame("ladder-timeout.svg", drawn(Stories.handshakeTimeout()) + "\n");
        Golden.assertSame("ladder-restart.svg", drawn(Stories.restarted(11, 100, 4)) + "\n");
        Golden.assertSame("ladder-injected.svg", drawn(Stories.injected()) + "\n");
    }

    @Test
    void the_configured_timeout_stands_where_it_ran_out() {
        assertThat(drawn(Stories.handshakeTimeout()))
                .contains("configured timeout 100 ms", "SYN,ACK after 161.925 ms: 61.925 ms too late");
        assertThat(drawn(Stories.handshakeTimeout().timeout(200 * ModelFixtures.MILLI)))
                .contains("in time");
    }

    @Test
    void trigger_and_reset_are_marked_and_joined() {
        assertThat(drawn(Stories.portNotListening())).contains(">trigger<", ">this RST<", ">after 92 µs<");
    }

    @Test
    void a_device_on_the_path_has_a_lifeline_of_its_own() {
        assertThat(drawn(Stories.injected())).contains("device on the path");
        assertThat(drawn(Stories.unreadData())).doesNotContain("device on the path");
    }

    @Test
    void gaps_of_time_and_of_segments_are_said() {
        assertThat(drawn(Stories.restarted(11, 100, 4))).contains("4,211 segments in 1 min 2 s not drawn");
        assertThat(drawn(Stories.dataAfterClose())).contains("30 s of silence");
    }

    @Test
    void a_long_story_keeps_its_handshake_its_trigger_and_its_reset() {
        Story story = Story.between(ModelFixtures.host(1, 4000), ModelFixtures.host(2, 80))
                .initiator(Story.SYN, 0, 0, 0)
                .responder(Story.SYN | Story.ACK, 0, 1, 0)
                .trigger();
        for (int i = 0; i < 500; i++) {
            story.initiator(Story.ACK, 1, 1 + i, 0);
        }
        story.responder(Story.RST, 501, 0, 0);
        for (int i = 0; i < 500; i++) {
            story.initiator(Story.ACK, 1, 1 + i, 0);
        }
        Attribution long1000 = story.because(Cause.UNDETERMINED, Confidence.LOW, Emitter.RESPONDER, Shape.PASSIVE)
                .end("rst-1");
        LadderRows.Chosen chosen = LadderRows.of(long1000);
        assertThat(chosen.rows()).hasSizeLessThanOrEqualTo(16);
        assertThat(chosen.rows()).extracting(row -> row.segment().at().number()).contains(1L, 2L, 3L, 503L);
        int drawn = chosen.rows().size();
        int leftOut = chosen.rows().stream().mapToInt(LadderRows.Row::leftOut).sum() + chosen.leftOutAfter();
        assertThat(drawn + leftOut).isEqualTo(1003);
    }

    private static String drawn(Story story) {
        Attribution reset = story.end("rst-1");
        return LadderDrawing.of(reset, LadderRows.of(reset));
    }
}
