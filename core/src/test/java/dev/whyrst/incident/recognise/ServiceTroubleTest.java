package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.cases.Trait.ANSWERED;
import static dev.whyrst.incident.cases.Trait.ASKED;
import static dev.whyrst.incident.cases.Trait.SAID_CRASHED;
import static dev.whyrst.incident.cases.Trait.SYN_ACK_REPEATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.cases.CaseRows;
import dev.whyrst.incident.scene.KnownFacts;
import dev.whyrst.timeline.PortLoad;
import org.junit.jupiter.api.Test;

class ServiceTroubleTest {

    private static final String SERVICE = "10.0.0.80:80";

    private final CaseRows rows = new CaseRows();
    private final KnownFacts facts = new KnownFacts();

    @Test
    void a_port_that_refuses_is_down() {
        rows.row(Behaviour.REFUSED).at(1).times(2, 1);

        assertThat(found()).isEqualTo("[service-down at 10.0.0.80:80 of 2]");
    }

    @Test
    void a_service_that_dropped_its_clients_and_then_refuses_was_killed() {
        rows.row(Behaviour.SERVER_ABORT).at(1).times(2, 0.1, ASKED, ANSWERED);
        rows.row(Behaviour.REFUSED).at(3).plain();

        assertThat(found()).isEqualTo("[process-killed at 10.0.0.80:80 of 3]");
    }

    @Test
    void a_service_that_told_its_clients_goodbye_and_then_refuses_was_restarted() {
        rows.row(Behaviour.SERVER_CLOSED).at(1).farewell(109).times(2, 0.1, ASKED, ANSWERED);
        rows.row(Behaviour.REFUSED).at(3).plain();

        assertThat(found()).isEqualTo("[server-restart at 10.0.0.80:80 of 3]");
    }

    @Test
    void one_that_says_that_a_part_of_it_crashed_was_not() {
        rows.row(Behaviour.SERVER_CLOSED).at(1).farewell(109).times(2, 0.1, ASKED, ANSWERED, SAID_CRASHED);
        rows.row(Behaviour.REFUSED).at(3).plain();

        assertThat(found()).isEqualTo("[process-killed at 10.0.0.80:80 of 3]");
    }

    @Test
    void connections_that_ended_long_before_the_port_refused_have_nothing_to_do_with_it() {
        rows.row(Behaviour.SERVER_ABORT).at(1).times(2, 0.1, ASKED, ANSWERED);
        rows.row(Behaviour.REFUSED).at(13).plain();

        assertThat(found()).isEqualTo("[service-down at 10.0.0.80:80 of 1]");
    }

    @Test
    void a_full_queue_is_told_unless_refusals_are_many_more() {
        rows.row(Behaviour.OVERFLOW).at(1).with(SYN_ACK_REPEATED);
        rows.row(Behaviour.REFUSED).at(2).times(4, 0.1);

        assertThat(found()).isEqualTo("[queue-overflow at 10.0.0.80:80 of 5]");

        rows.row(Behaviour.REFUSED).at(3).plain();

        assertThat(found()).isEqualTo("[service-down at 10.0.0.80:80 of 5]");
    }

    @Test
    void clients_that_leave_a_port_at_which_handshakes_have_to_be_repeated_met_a_stalled_server() {
        rows.row(Behaviour.CLIENT_GONE).plain();
        facts.port(SERVICE).handshakeRetries(5).known();

        assertThat(found()).isEqualTo("[server-stalled at 10.0.0.80:80 of 1]");
    }

    @Test
    void a_few_repeated_handshakes_are_loss() {
        rows.row(Behaviour.CLIENT_GONE).plain();
        facts.port(SERVICE).handshakeRetries(4).known();

        assertThat(found()).isEqualTo("[]");
    }

    @Test
    void a_port_that_refuses_few_of_its_guests_and_takes_the_others_by_turns_has_a_rule() {
        rows.row(Behaviour.REFUSED).at(1).times(2, 1);
        rows.row(Behaviour.LOST).at(4).with(ASKED, ANSWERED);
        facts.port(SERVICE).turns(3).known().load(SERVICE, new PortLoad(5, 0, 0, 0, 4, 0, 0, 0));

        assertThat(found()).isEqualTo("[policy-on-server at 10.0.0.80:80 of 3]");
    }

    private String found() {
        return RowScene.of(rows, facts).after(new ServiceTrouble()).toString();
    }
}
