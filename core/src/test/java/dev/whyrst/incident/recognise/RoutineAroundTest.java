package dev.whyrst.incident.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseRows;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutineAroundTest {

    private final CaseRows rows = new CaseRows();

    @Test
    void ordinary_resets_during_a_story_of_the_service_join_it() {
        rows.row(Behaviour.SERVER_CLOSED).at(1).plain();
        rows.row(Behaviour.CLIENT_DONE).at(1.1).times(3, 0.1);

        assertThat(after(IncidentKind.KEEP_ALIVE_RACE, "10.0.0.80:80"))
                .containsExactly("keep-alive-race at 10.0.0.80:80 of 4");
    }

    @Test
    void more_than_three_times_as_many_have_a_life_of_their_own() {
        rows.row(Behaviour.SERVER_CLOSED).at(1).plain();
        rows.row(Behaviour.CLIENT_DONE).at(1.1).times(4, 0.1);

        assertThat(after(IncidentKind.KEEP_ALIVE_RACE, "10.0.0.80:80"))
                .containsExactly("keep-alive-race at 10.0.0.80:80 of 1");
    }

    @Test
    void what_goes_on_before_and_after_is_background() {
        rows.row(Behaviour.CLIENT_DONE).at(1).plain();
        rows.row(Behaviour.SERVER_CLOSED).at(10).plain();
        rows.row(Behaviour.CLIENT_DONE).at(10).plain();
        rows.row(Behaviour.CLIENT_DONE).at(20).plain();

        assertThat(RowScene.of(rows)
                        .with(IncidentKind.KEEP_ALIVE_RACE, "10.0.0.80:80", 1)
                        .after(new RoutineAround()))
                .containsExactly("keep-alive-race at 10.0.0.80:80 of 1");
    }

    @Test
    void a_scan_has_no_routine() {
        rows.row(Behaviour.REFUSED).at(1).plain();
        rows.row(Behaviour.CLIENT_DONE).at(1.1).plain();

        assertThat(after(IncidentKind.SCAN, "10.0.0.7")).containsExactly("scan at 10.0.0.7 of 1");
    }

    @Test
    void the_routine_of_an_only_client_joins_the_story_that_it_was_alone_in() {
        rows.row(Behaviour.SERVER_CLOSED).of("10.0.0.90:80").at(1).plain();
        rows.row(Behaviour.CLIENT_DONE).at(1.1).plain();

        assertThat(after(IncidentKind.SERVICE_DOWN, "10.0.0.90:80"))
                .containsExactly("service-down at 10.0.0.90:80 of 2");
    }

    @Test
    void what_an_impatient_client_has_with_other_servers_is_none_of_this_story() {
        rows.row(Behaviour.SERVER_CLOSED).of("10.0.0.90:80").at(1).plain();
        rows.row(Behaviour.CLIENT_DONE).at(1.1).plain();

        assertThat(after(IncidentKind.KEEP_ALIVE_RACE, "10.0.0.90:80"))
                .containsExactly("keep-alive-race at 10.0.0.90:80 of 1");
    }

    private List<String> after(IncidentKind kind, String subject) {
        return RowScene.of(rows).with(kind, subject, 0).after(new RoutineAround());
    }
}
