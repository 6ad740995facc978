package dev.whyrst.incident.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseRows;
import org.junit.jupiter.api.Test;

class OrdinaryLifeTest {

    private final CaseRows rows = new CaseRows();

    @Test
    void what_nobody_claimed_is_ordinary_and_told_of_the_busiest_service() {
        rows.row(Behaviour.CLIENT_DONE).plain();
        rows.row(Behaviour.CLIENT_DONE).of("10.0.0.81:443").resets(2).at(2).plain();

        assertThat(RowScene.of(rows).after(new OrdinaryLife())).containsExactly("normal-noise at 10.0.0.81:443 of 2");
    }

    @Test
    void a_small_story_is_told_where_there_is_no_larger_one() {
        rows.row(Behaviour.REFUSED).plain();

        assertThat(RowScene.of(rows)
                        .with(IncidentKind.SERVICE_DOWN, "10.0.0.80:80", 0)
                        .after(new OrdinaryLife()))
                .containsExactly("service-down at 10.0.0.80:80 of 1");
    }

    @Test
    void beside_a_larger_one_it_is_ordinary() {
        rows.row(Behaviour.REFUSED).plain();
        rows.row(Behaviour.CUT_ON_PATH).of("10.0.0.81:443").at(2).resets(3).plain();

        assertThat(RowScene.of(rows)
                        .with(IncidentKind.SERVICE_DOWN, "10.0.0.80:80", 0)
                        .with(IncidentKind.POLICY_DEVICE, "10.0.0.81:443", 1)
                        .after(new OrdinaryLife()))
                .containsExactly("policy-device at 10.0.0.81:443 of 1", "normal-noise at 10.0.0.80:80 of 1");
    }

    @Test
    void but_not_if_its_kind_is_never_ordinary() {
        rows.row(Behaviour.OVERFLOW).plain();
        rows.row(Behaviour.CUT_ON_PATH).of("10.0.0.81:443").at(2).resets(3).plain();

        assertThat(RowScene.of(rows)
                        .with(IncidentKind.QUEUE_OVERFLOW, "10.0.0.80:80", 0)
                        .with(IncidentKind.POLICY_DEVICE, "10.0.0.81:443", 1)
                        .after(new OrdinaryLife()))
                .containsExactly("queue-overflow at 10.0.0.80:80 of 1", "policy-device at 10.0.0.81:443 of 1");
    }
}
