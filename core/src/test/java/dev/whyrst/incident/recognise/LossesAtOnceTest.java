package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.IncidentKind.MIDDLEBOX_STATE_LOST;
import static dev.whyrst.incident.IncidentKind.POLICY_DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.cases.CaseRows;
import org.junit.jupiter.api.Test;

class LossesAtOnceTest {

    private static final String FIRST = "10.0.0.80:80";
    private static final String SECOND = "10.0.0.81:443";

    private final CaseRows rows = new CaseRows();

    @Test
    void two_services_whose_connections_were_lost_in_one_moment_had_one_device() {
        rows.row(Behaviour.LOST).of(FIRST).at(1).plain();
        rows.row(Behaviour.LOST).of(SECOND).at(1.8).plain();

        assertThat(RowScene.of(rows)
                        .with(MIDDLEBOX_STATE_LOST, FIRST, 0)
                        .with(MIDDLEBOX_STATE_LOST, SECOND, 1)
                        .after(new LossesAtOnce()))
                .containsExactly("middlebox-state-lost at 10.0.0.80:80 of 2");
    }

    @Test
    void losses_at_two_times_are_two() {
        rows.row(Behaviour.LOST).of(FIRST).at(1).plain();
        rows.row(Behaviour.LOST).of(SECOND).at(2.5).plain();

        assertThat(RowScene.of(rows)
                        .with(MIDDLEBOX_STATE_LOST, FIRST, 0)
                        .with(MIDDLEBOX_STATE_LOST, SECOND, 1)
                        .after(new LossesAtOnce()))
                .hasSize(2);
    }

    @Test
    void a_reset_or_two_of_the_device_in_that_moment_are_a_consequence() {
        rows.row(Behaviour.LOST).of(FIRST).at(1).plain();
        rows.row(Behaviour.CUT_ON_PATH).of(FIRST).at(1.1).plain();

        assertThat(RowScene.of(rows)
                        .with(MIDDLEBOX_STATE_LOST, FIRST, 0)
                        .with(POLICY_DEVICE, FIRST, 1)
                        .after(new LossesAtOnce()))
                .containsExactly("middlebox-state-lost at 10.0.0.80:80 of 2");
    }

    @Test
    void more_resets_of_it_are_a_rule() {
        rows.row(Behaviour.LOST).of(FIRST).at(1).plain();
        rows.row(Behaviour.CUT_ON_PATH).of(FIRST).at(1.1).times(3, 0.1);

        assertThat(RowScene.of(rows)
                        .with(MIDDLEBOX_STATE_LOST, FIRST, 0)
                        .with(POLICY_DEVICE, FIRST, 1, 2, 3)
                        .after(new LossesAtOnce()))
                .hasSize(2);
    }
}
