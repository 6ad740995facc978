package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.cases.Trait.ANSWERED;
import static dev.whyrst.incident.cases.Trait.ASKED;
import static dev.whyrst.incident.cases.Trait.PAUSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.cases.CaseRows;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathDevicesTest {

    private final CaseRows rows = new CaseRows();

    @Test
    void connections_that_were_cut_after_long_silences_were_forgotten_as_idle() {
        rows.row(Behaviour.CUT_ON_PATH).after(350).times(3, 20, ASKED, ANSWERED, PAUSED);

        assertThat(found()).containsExactly("idle-timer-on-path at 10.0.0.80:80 of 3");
    }

    @Test
    void connections_that_were_cut_while_they_talked_met_a_rule() {
        rows.row(Behaviour.CUT_ON_PATH).after(0.5).times(3, 20, ASKED, ANSWERED, PAUSED);

        assertThat(found()).containsExactly("policy-device at 10.0.0.80:80 of 3");
    }

    @Test
    void idle_and_live_connections_that_were_cut_one_after_the_other_met_a_device_that_lost_them_all() {
        cutAfter(0.2, "10.0.0.80:80", 1);
        cutAfter(30, "10.0.0.81:443", 2);
        cutAfter(90, "10.0.0.80:80", 2.5);

        assertThat(found()).containsExactly("middlebox-state-lost at 10.0.0.80:80 of 3");
    }

    @Test
    void a_device_through_which_somebody_was_heard_since_has_not_lost_its_table() {
        cutAfter(0.2, "10.0.0.80:80", 1);
        cutAfter(30, "10.0.0.80:80", 2);
        cutAfter(5, "10.0.0.80:80", 20);

        assertThat(found()).containsExactly("policy-device at 10.0.0.80:80 of 3");
    }

    @Test
    void a_service_that_is_filtered_from_then_on_was_forbidden() {
        cutAfter(0.2, "10.0.0.80:80", 1);
        cutAfter(30, "10.0.0.80:80", 1.1);
        cutAfter(90, "10.0.0.80:80", 1.2);
        rows.row(Behaviour.FILTERED).at(1.5).plain();

        assertThat(found()).containsExactly("policy-device at 10.0.0.80:80 of 4");
    }

    private void cutAfter(double pause, String service, double second) {
        rows.row(Behaviour.CUT_ON_PATH).of(service).at(second).after(pause).with(ASKED, ANSWERED, PAUSED);
    }

    private List<String> found() {
        return RowScene.of(rows).after(new PathDevices());
    }
}
