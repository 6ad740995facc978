package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.cases.Trait.AFTER_SILENCE;
import static dev.whyrst.incident.cases.Trait.ANSWERED;
import static dev.whyrst.incident.cases.Trait.ASKED;
import static dev.whyrst.incident.cases.Trait.ASKED_TOO_LATE;
import static dev.whyrst.incident.cases.Trait.EARLY;
import static dev.whyrst.incident.cases.Trait.HTTP;
import static dev.whyrst.incident.cases.Trait.LAST_WORD_OF_CLIENT;
import static dev.whyrst.incident.cases.Trait.ONLY_FAREWELL;
import static dev.whyrst.incident.cases.Trait.OWING;
import static dev.whyrst.incident.cases.Trait.PAUSED;
import static dev.whyrst.incident.cases.Trait.REQUEST_ANSWERED;
import static dev.whyrst.incident.cases.Trait.SAID_CLOSING;
import static dev.whyrst.incident.cases.Trait.SAID_FULL;
import static dev.whyrst.incident.cases.Trait.SAID_LATE;
import static dev.whyrst.incident.cases.Trait.SAID_UNASKED;
import static dev.whyrst.incident.cases.Trait.SEASONED;
import static dev.whyrst.incident.cases.Trait.STALLED;
import static dev.whyrst.incident.cases.Trait.UNREAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.cases.CaseRows;
import dev.whyrst.incident.scene.KnownFacts;
import dev.whyrst.timeline.PortLoad;
import org.junit.jupiter.api.Test;

class ServerEndingsTest {

    private static final String SERVICE = "10.0.0.80:80";

    private final CaseRows rows = new CaseRows();
    private final KnownFacts facts = new KnownFacts();

    @Test
    void what_most_were_told_decides_whatever_it_looks_like() {
        rows.row(Behaviour.SERVER_CLOSED).times(2, 20, ASKED, SAID_FULL);
        rows.row(Behaviour.SERVER_CLOSED).at(60).with(ASKED);

        assertThat(found()).isEqualTo("[connection-limit at 10.0.0.80:80 of 3]");
    }

    @Test
    void what_half_were_told_decides_nothing() {
        rows.row(Behaviour.SERVER_CLOSED).with(ASKED, ANSWERED, PAUSED, ASKED_TOO_LATE, SAID_CLOSING);
        rows.row(Behaviour.SERVER_CLOSED).at(60).with(ASKED, ANSWERED, PAUSED, ASKED_TOO_LATE);

        assertThat(found()).isEqualTo("[keep-alive-race at 10.0.0.80:80 of 2]");
    }

    @Test
    void a_server_that_waited_for_requests_that_it_had_not_asked_for_raced_with_them() {
        rows.row(Behaviour.SERVER_CLOSED).with(ASKED, ANSWERED, SAID_LATE, SAID_UNASKED);

        assertThat(found()).isEqualTo("[keep-alive-race at 10.0.0.80:80 of 1]");
    }

    @Test
    void connections_that_heard_the_same_few_words_and_no_others_were_one_too_many() {
        rows.row(Behaviour.SERVER_CLOSED).farewell(47).times(2, 20, ANSWERED, ONLY_FAREWELL);

        assertThat(found()).isEqualTo("[connection-limit at 10.0.0.80:80 of 2]");
    }

    @Test
    void different_words_to_each_are_answers() {
        rows.row(Behaviour.SERVER_CLOSED).farewell(47).with(ANSWERED, ONLY_FAREWELL);
        rows.row(Behaviour.SERVER_CLOSED).at(20).farewell(48).with(ANSWERED, ONLY_FAREWELL);

        assertThat(found()).isEqualTo("[]");
    }

    @Test
    void live_connections_that_were_reset_in_one_moment_were_killed() {
        rows.row(Behaviour.SERVER_ABORT).times(3, 0.05, ASKED, ANSWERED, SEASONED);

        assertThat(found()).isEqualTo("[connections-killed at 10.0.0.80:80 of 3]");
    }

    @Test
    void the_same_one_by_one_tells_nothing() {
        rows.row(Behaviour.SERVER_ABORT).times(3, 1, ASKED, ANSWERED, SEASONED);

        assertThat(found()).isEqualTo("[]");
    }

    @Test
    void if_they_still_owed_answers_their_process_ended() {
        rows.row(Behaviour.SERVER_CLOSED).times(3, 0.05, ASKED, ANSWERED, SEASONED, OWING);

        assertThat(found()).isEqualTo("[process-killed at 10.0.0.80:80 of 3]");
    }

    @Test
    void a_web_server_that_closes_all_in_one_moment_is_reloaded() {
        rows.row(Behaviour.SERVER_CLOSED).times(3, 0.05, ASKED, ANSWERED, SEASONED, HTTP);

        assertThat(found()).isEqualTo("[server-restart at 10.0.0.80:80 of 3]");
    }

    @Test
    void live_talks_that_were_reset_at_the_first_words_after_a_silence_were_forgotten_as_idle() {
        rows.row(Behaviour.SERVER_ABORT).times(3, 20, ASKED, ANSWERED, AFTER_SILENCE);

        assertThat(found()).isEqualTo("[idle-timer-on-path at 10.0.0.80:80 of 3]");
    }

    @Test
    void requests_that_were_ended_without_a_word_were_rejected() {
        rows.row(Behaviour.SERVER_ABORT).times(2, 20, ASKED, HTTP);

        assertThat(found()).isEqualTo("[request-rejected at 10.0.0.80:80 of 2]");
    }

    @Test
    void clients_that_were_ended_before_they_had_asked_met_a_rule() {
        rows.row(Behaviour.SERVER_ABORT).times(2, 20, EARLY);

        assertThat(found()).isEqualTo("[policy-on-server at 10.0.0.80:80 of 2]");
    }

    @Test
    void or_a_limit_where_the_server_was_full_and_knew_them() {
        rows.row(Behaviour.SERVER_ABORT).times(2, 20, EARLY);
        facts.load(SERVICE, new PortLoad(40, 5, 0, 5, 9, 0, 0, 0)).served(SERVICE, "10.0.0.7");

        assertThat(found()).isEqualTo("[connection-limit at 10.0.0.80:80 of 2]");
    }

    @Test
    void answers_to_requests_that_were_not_read_to_their_end_cost_clients_the_answer() {
        rows.row(Behaviour.SERVER_ABORT).times(2, 20, ASKED, ANSWERED, REQUEST_ANSWERED, LAST_WORD_OF_CLIENT, UNREAD);

        assertThat(found()).isEqualTo("[request-rejected-unread at 10.0.0.80:80 of 2]");
    }

    @Test
    void a_server_that_waited_in_vain_gave_up_on_its_clients() {
        rows.row(Behaviour.SERVER_ABORT).times(2, 20, ASKED, ANSWERED, PAUSED, STALLED);

        assertThat(found()).isEqualTo("[client-timeouts at 10.0.0.80:80 of 2]");
    }

    @Test
    void idle_connections_that_were_closed_after_equal_pauses_raced_with_requests() {
        rows.row(Behaviour.SERVER_CLOSED).after(75).times(3, 20, ASKED, ANSWERED, PAUSED, ASKED_TOO_LATE);

        assertThat(found()).isEqualTo("[keep-alive-race at 10.0.0.80:80 of 3]");
    }

    @Test
    void idle_connections_on_which_nobody_asked_any_more_raced_with_nothing() {
        rows.row(Behaviour.SERVER_CLOSED).after(75).times(3, 20, ASKED, ANSWERED, PAUSED);

        assertThat(found()).isEqualTo("[]");
    }

    @Test
    void pauses_of_any_length_are_no_timer() {
        rows.row(Behaviour.SERVER_CLOSED).at(1).after(17).with(ASKED, ANSWERED, PAUSED);
        rows.row(Behaviour.SERVER_CLOSED).at(20).after(44).with(ASKED, ANSWERED, PAUSED);
        rows.row(Behaviour.SERVER_CLOSED).at(40).after(91).with(ASKED, ANSWERED, PAUSED);

        assertThat(found()).isEqualTo("[]");
    }

    private String found() {
        return RowScene.of(rows, facts).after(new ServerEndings()).toString();
    }
}
