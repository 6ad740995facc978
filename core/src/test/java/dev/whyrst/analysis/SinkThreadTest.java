package dev.whyrst.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whyrst.attribution.ApplicationSees;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Harm;
import dev.whyrst.attribution.Observation;
import dev.whyrst.attribution.Place;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SinkThreadTest {

    private static final int RESETS = 5000;

    @Test
    void the_sink_gets_every_reset_in_order_and_is_finished() throws IOException {
        Recorder sink = new Recorder(Integer.MAX_VALUE);
        feed(sink, RESETS);
        assertThat(sink.ids).hasSize(RESETS).startsWith("rst-1", "rst-2").endsWith("rst-" + RESETS);
        assertThat(sink.finished).isTrue();
    }

    @Test
    void a_sink_that_fails_stops_the_feeding_with_its_own_words() {
        Recorder sink = new Recorder(100);
        assertThatThrownBy(() -> feed(sink, RESETS))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is full");
        assertThat(sink.finished).isFalse();
    }

    @Test
    void a_sink_that_fails_at_the_last_reset_is_heard_too() {
        assertThatThrownBy(() -> feed(new Recorder(3), 3)).hasMessage("the disk is full");
    }

    @Test
    void a_sink_that_fails_to_finish_is_heard_too() {
        Recorder sink = new Recorder(Integer.MAX_VALUE);
        sink.isFullAtTheEnd = true;
        assertThatThrownBy(() -> feed(sink, 3)).hasMessage("the disk is full");
    }

    private static void feed(ReportSink sink, int resets) throws IOException {
        try (SinkThread thread = new SinkThread(sink)) {
            thread.start();
            for (int i = 1; i <= resets; i++) {
                thread.accept(reset("rst-" + i));
            }
            thread.finish();
            thread.await();
        }
    }

    private static Attribution reset(String id) {
        Place place = new Place(id, null, null, Optional.empty(), Optional.empty());
        Observation nothing = new Observation(
                Shape.OTHER,
                Optional.empty(),
                Optional.empty(),
                -1,
                -1,
                -1,
                new ApplicationSees("", ""),
                OptionalLong.empty());
        Verdict open = new Verdict(
                Cause.UNDETERMINED,
                Confidence.LOW,
                new Harm(Harm.Level.UNKNOWN, ""),
                Emitter.UNKNOWN,
                List.of(),
                List.of(),
                List.of(),
                "");
        return new Attribution(place, nothing, open);
    }

    /** Remembers the ids, up to a RST at which the disk is full. */
    private static final class Recorder implements ReportSink {

        private final int room;
        private final List<String> ids = new ArrayList<>();
        private boolean finished;
        private boolean isFullAtTheEnd;

        Recorder(int room) {
            this.room = room;
        }

        @Override
        public void begin(AnalysisSummary summary) {}

        @Override
        public void accept(Attribution attribution) throws IOException {
            ids.add(attribution.id());
            if (ids.size() == room) {
                throw new IOException("the disk is full");
            }
        }

        @Override
        public void finish() throws IOException {
            if (isFullAtTheEnd) {
                throw new IOException("the disk is full");
            }
            finished = true;
        }

        @Override
        public void close() {}
    }
}
