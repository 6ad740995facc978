package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.cases.Trait.ANSWERED;
import static dev.whyrst.incident.cases.Trait.ASKED;
import static dev.whyrst.incident.cases.Trait.LAST_WORD_OF_CLIENT;
import static dev.whyrst.incident.cases.Trait.PASSIVE;
import static dev.whyrst.incident.cases.Trait.PAUSED;
import static dev.whyrst.incident.cases.Trait.SEASONED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Cause;
import dev.whyrst.incident.cases.CaseRows;
import dev.whyrst.incident.scene.KnownFacts;
import org.junit.jupiter.api.Test;

class ClientEndingsTest {

    private static final String SERVICE = "10.0.0.80:80";

    private final CaseRows rows = new CaseRows();
    private final KnownFacts facts = new KnownFacts();

    @Test
    void clients_that_left_before_they_had_their_answers_lost_their_patience() {
        rows.row(Behaviour.CLIENT_GONE).times(2, 20, ASKED, LAST_WORD_OF_CLIENT, PAUSED);

        assertThat(found()).isEqualTo("[client-timeouts at 10.0.0.80:80 of 2]");
    }

    @Test
    void clients_that_left_with_a_last_word_had_not_waited() {
        rows.row(Behaviour.CLIENT_GONE).times(2, 20, ASKED, ANSWERED, LAST_WORD_OF_CLIENT);

        assertThat(found()).isEqualTo("[]");
    }

    @Test
    void clients_that_had_all_they_wanted_did_not() {
        rows.row(Behaviour.CLIENT_DONE).times(2, 20, ASKED, ANSWERED);

        assertThat(found()).isEqualTo("[]");
    }

    @Test
    void looks_at_a_port_at_a_steady_pace_are_health_checks() {
        rows.row(Behaviour.PROBE).times(5, 10, PASSIVE);

        assertThat(found()).isEqualTo("[]");
    }

    @Test
    void a_syn_ack_that_was_rejected_at_once_ended_nobodys_patience() {
        rows.row(Behaviour.PROBE).cause(Cause.SYN_ACK_REJECTED).with(PASSIVE);
        rows.row(Behaviour.PROBE).at(20).cause(Cause.HANDSHAKE_TIMEOUT).with(PASSIVE);

        assertThat(found()).isEqualTo("[client-timeouts at 10.0.0.80:80 of 1]");
    }

    @Test
    void a_host_that_serves_and_gave_up_after_equal_times_has_slow_servers() {
        rows.row(Behaviour.CLIENT_GONE).after(30).times(3, 20, ASKED, LAST_WORD_OF_CLIENT, PAUSED);
        facts.serving("10.0.0.7", 443);

        assertThat(found()).isEqualTo("[server-too-slow at 10.0.0.7:443 of 3]");
    }

    @Test
    void one_that_serves_nobody_is_a_client() {
        rows.row(Behaviour.CLIENT_GONE).after(30).times(3, 20, ASKED, LAST_WORD_OF_CLIENT, PAUSED);

        assertThat(found()).isEqualTo("[client-timeouts at 10.0.0.80:80 of 3]");
    }

    @Test
    void connections_of_one_client_that_ended_in_one_moment_were_killed_there() {
        rows.row(Behaviour.CLIENT_DONE).times(5, 0.01, ASKED, ANSWERED, SEASONED);
        facts.port(SERVICE).lastAcceptedAt(9).known();

        assertThat(found()).isEqualTo("[connections-killed at 10.0.0.80:80 of 5]");
    }

    @Test
    void answers_that_were_cut_off_in_one_moment_show_that_the_clients_process_ended() {
        rows.row(Behaviour.CLIENT_GONE).times(5, 0.01, ASKED, ANSWERED, SEASONED);

        assertThat(found()).isEqualTo("[process-killed at 10.0.0.7 of 5]");
    }

    private String found() {
        return RowScene.of(rows, facts).after(new ClientEndings()).toString();
    }
}
