package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.cases.Trait.ANSWERED;
import static dev.whyrst.incident.cases.Trait.ASKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.cases.CaseRows;
import dev.whyrst.incident.scene.KnownFacts;
import dev.whyrst.timeline.PortLoad;
import java.util.List;
import org.junit.jupiter.api.Test;

class LostHostsTest {

    private final CaseRows rows = new CaseRows();

    @Test
    void a_host_that_lost_its_connections_and_refuses_new_ones_restarted() {
        rows.row(Behaviour.REFUSED).of("10.0.0.80:22").at(1).plain();
        rows.row(Behaviour.LOST).at(3).after(3).times(2, 0.1, ASKED, ANSWERED);

        assertThat(found()).containsExactly("server-restart at 10.0.0.80 of 3");
    }

    @Test
    void a_host_that_did_not_answer_any_more_was_out_of_reach() {
        rows.row(Behaviour.SILENT).at(9).after(8).times(2, 0.1, ASKED, ANSWERED);

        assertThat(found()).containsExactly("host-outage at 10.0.0.80:80 of 2");
    }

    @Test
    void live_connections_that_were_lost_sooner_than_a_host_restarts_were_lost_on_the_path() {
        rows.row(Behaviour.LOST).after(0.1).times(3, 0.1, ASKED, ANSWERED);

        assertThat(found()).containsExactly("middlebox-state-lost at 10.0.0.80:80 of 3");
    }

    @Test
    void connections_that_never_had_an_answer_were_dropped_on_purpose() {
        rows.row(Behaviour.LOST).after(3).times(3, 0.1, ASKED);

        assertThat(found()).isEmpty();
    }

    @Test
    void one_lost_connection_among_many_that_ended_in_order_is_a_detail() {
        rows.row(Behaviour.SERVER_CLOSED).times(10, 0.1, ASKED, ANSWERED);
        rows.row(Behaviour.LOST).at(2).after(1).with(ASKED, ANSWERED);

        assertThat(found()).isEmpty();
    }

    @Test
    void a_port_that_refuses_one_client_and_serves_others_meanwhile_has_a_rule() {
        KnownFacts facts = new KnownFacts()
                .port("10.0.0.80:80")
                .turns(3)
                .known()
                .load("10.0.0.80:80", new PortLoad(5, 0, 0, 0, 4, 0, 0, 0));
        rows.row(Behaviour.REFUSED).at(1).plain();
        rows.row(Behaviour.LOST).at(2).after(1).with(ASKED, ANSWERED);

        assertThat(RowScene.of(rows, facts).after(new LostHosts())).isEmpty();
    }

    private List<String> found() {
        return RowScene.of(rows).after(new LostHosts());
    }
}
