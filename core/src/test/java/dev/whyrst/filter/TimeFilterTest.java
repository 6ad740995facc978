package dev.whyrst.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.capture.FrameView;
import dev.whyrst.filter.TimeWindow.Moment;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The second half of the first second, of frames that begin at 1000 s. */
class TimeFilterTest {

    private static final long SECOND = 1_000_000_000L;
    private static final TimeWindow HALF =
            new TimeWindow(Optional.of(new Moment(SECOND / 2, true)), Optional.of(new Moment(SECOND, true)));

    private final FrameView frame = new FrameView();

    @Test
    void it_counts_from_the_first_frame_and_both_ends_belong_to_it() {
        FrameFilter filter = FrameFilter.within(HALF, false);

        assertThat(accepts(filter, 0, 1000 * SECOND)).isFalse();
        assertThat(accepts(filter, 0, 1000 * SECOND + SECOND / 2)).isTrue();
        assertThat(accepts(filter, 1, 1001 * SECOND)).isTrue();
        assertThat(accepts(filter, 1, 1001 * SECOND + 1)).isFalse();
        assertThat(filter.notices()).singleElement().asString().startsWith("2 of 4 frames lie outside");
    }

    @Test
    void files_apart_have_first_frames_of_their_own() {
        FrameFilter filter = FrameFilter.within(HALF, true);

        assertThat(accepts(filter, 0, 1000 * SECOND)).isFalse();
        assertThat(accepts(filter, 1, 5000 * SECOND)).isFalse();
        assertThat(accepts(filter, 1, 5000 * SECOND + SECOND / 2)).isTrue();
    }

    @Test
    void a_frame_without_time_is_never_inside_and_never_the_first() {
        FrameFilter filter = FrameFilter.within(HALF, false);

        assertThat(accepts(filter, 0, 0)).isFalse();
        assertThat(accepts(filter, 0, 1000 * SECOND)).isFalse();
        assertThat(accepts(filter, 0, 1000 * SECOND + SECOND / 2)).isTrue();
    }

    @Test
    void a_time_beyond_all_clocks_does_not_wrap_around() {
        TimeWindow late = new TimeWindow(Optional.of(new Moment(Long.MAX_VALUE, true)), Optional.empty());

        assertThat(accepts(FrameFilter.within(late, false), 0, 1000 * SECOND)).isFalse();
        assertThat(FrameFilter.within(TimeWindow.ALWAYS, false)).isSameAs(FrameFilter.everything());
    }

    private boolean accepts(FrameFilter filter, int capture, long nanos) {
        frame.wrap(new byte[0], 0, 0, 0, nanos, 1, 1);
        frame.fromCapture(capture);
        return filter.accepts(frame);
    }
}
