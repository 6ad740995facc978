package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The beat of probes that stayed unanswered. */
class ProbeBeatTest {
    private static final String PROBED =
            Facts.TALK + "+60s A > B ACK probe\n+10s A > B ACK probe\n+10s A > B ACK probe\n";

    @Test
    void who_waits_one_interval_behind_the_last_probe_gave_up_in_time() {
        assertThat(rounds(PROBED + "+10s A > B RST,ACK")).isEqualTo(1);
        assertThat(rounds(PROBED + "+12.5s A > B RST,ACK")).isEqualTo(1);
    }

    @Test
    void the_capture_may_have_missed_two_probes_but_no_more() {
        assertThat(rounds(PROBED + "+30s A > B RST,ACK")).isEqualTo(3);
        assertThat(rounds(PROBED + "+40s A > B RST,ACK")).isZero();
    }

    @Test
    void an_abort_between_the_beats_has_nothing_to_do_with_them() {
        assertThat(rounds(PROBED + "+5s A > B RST,ACK")).isZero();
    }

    @Test
    void the_interval_is_the_shortest_between_probes() {
        RstContext reset = Facts.of(
                Facts.TALK + "+60s A > B ACK probe\n+20s A > B ACK probe\n+10s A > B ACK probe\n+1s A > B RST,ACK");

        assertThat(ProbeBeat.interval(reset, Unanswered.probes(reset, reset.sender())))
                .isEqualTo(10_000_000_000L);
    }

    @Test
    void a_single_probe_has_the_interval_to_the_reset() {
        RstContext reset = Facts.of(Facts.TALK + "+60s A > B ACK probe\n+7s A > B RST,ACK");

        assertThat(ProbeBeat.interval(reset, Unanswered.probes(reset, reset.sender())))
                .isEqualTo(7_000_000_000L);
    }

    private static int rounds(String story) {
        RstContext reset = Facts.of(story);
        return ProbeBeat.rounds(reset, Unanswered.probes(reset, reset.sender()));
    }
}
