package dev.whyrst.incident.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.verdict.VerdictCase;
import dev.whyrst.incident.StoryName;
import dev.whyrst.net.Nanos;
import dev.whyrst.scenario.Case;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes a case of a short story, with the verdict that it gets. */
class CaseReaderTest {

    private static final String HANDSHAKE =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +10ms A > B ACK
            """;

    private static final String REQUEST = HANDSHAKE
            + """
            +1ms  A > B ACK data="GET / HTTP/1.1\\r\\n\\r\\n"
            +10ms B > A ACK
            """;

    private static final String ANSWERED =
            REQUEST + """
            +5ms  B > A ACK data=1000
            +10ms A > B ACK
            """;

    private CaseTable cases;
    private EndpointTable endpoints;

    @Test
    void a_cause_that_tells_what_happened_is_believed() {
        read(
                """
                +0s   A > B SYN
                +10ms B > A RST,ACK answers # expect port-not-listening
                """);

        assertThat(cases.behaviour(0)).isEqualTo(Behaviour.REFUSED);
        assertThat(traits()).containsExactly(Trait.PASSIVE, Trait.VERDICT_HIGH);
        assertThat(endpoints.text(cases.service(0))).isEqualTo("10.0.9.2:8080");
        assertThat(endpoints.text(cases.client(0))).isEqualTo("10.0.0.1");
    }

    @Test
    void a_full_queue_is_dated_when_it_was_met_not_when_the_server_gave_up() {
        read(
                """
                +0s   A > B SYN
                +10ms B > A SYN,ACK
                +40us A > B ACK
                +1s   B > A SYN,ACK again
                +40us A > B ACK
                +62s  A > B PSH,ACK data=100
                +10ms B > A RST answers # expect listen-overflow
                """);

        assertThat(cases.behaviour(0)).isEqualTo(Behaviour.OVERFLOW);
        assertThat(cases.first(0) - cases.ended(0)).isGreaterThan(63 * Nanos.SECOND);
    }

    @Test
    void a_connection_that_is_captured_before_and_behind_a_translation_is_one_case() {
        String attempt =
                """
                host C 172.17.0.2 port=40000 hops=0
                +1s   C > B SYN iss=%1$d ts=%2$d
                +50us A > B SYN iss=%1$d ts=%2$d
                +10ms B > A RST,ACK answers # expect port-not-listening
                +50us B > C RST,ACK answers # expect port-not-listening
                """;
        read(attempt.formatted(1000, 77));

        assertThat(cases.size()).isEqualTo(1);
        assertThat(cases.resets(0)).isEqualTo(2);

        read(attempt.formatted(1000, 77).replaceFirst("ts=77\n\\+10ms", "ts=78\n+10ms"));

        assertThat(cases.size()).as("the clocks of two hosts").isEqualTo(2);
    }

    @Test
    void a_client_that_resets_after_it_waited_in_vain_is_gone() {
        read(REQUEST + "+5s A > B RST,ACK");

        assertThat(cases.behaviour(0)).isEqualTo(Behaviour.CLIENT_GONE);
        assertThat(cases.pause(0)).isBetween(5 * Nanos.SECOND, 5010 * Nanos.MILLI);
        assertThat(traits()).contains(Trait.HTTP, Trait.LAST_WORD_OF_CLIENT, Trait.PAUSED, Trait.SEASONED);
    }

    @Test
    void one_that_had_its_answer_is_done() {
        read(ANSWERED + "+1s A > B RST,ACK");

        assertThat(cases.behaviour(0)).isEqualTo(Behaviour.CLIENT_DONE);
        assertThat(traits()).contains(Trait.REQUEST_ANSWERED).doesNotContain(Trait.LAST_WORD_OF_CLIENT);
    }

    @Test
    void one_that_never_asked_only_looked() {
        read(HANDSHAKE + "+1ms A > B RST,ACK");

        assertThat(cases.behaviour(0)).isEqualTo(Behaviour.PROBE);
        assertThat(traits()).containsExactly(Trait.VERDICT_HIGH);
    }

    @Test
    void a_prompt_rejection_of_a_syn_ack_only_looked_but_a_late_one_lost_its_patience() {
        read("+0s A > B SYN\n+10ms B > A SYN,ACK\n+10us A > B RST answers");
        assertThat(cases.cause(0)).isEqualTo(Cause.SYN_ACK_REJECTED);
        assertThat(cases.behaviour(0)).isEqualTo(Behaviour.PROBE);

        read("+0s A > B SYN\n+300ms B > A SYN,ACK\n+10us A > B RST answers");
        assertThat(cases.cause(0)).isEqualTo(Cause.SYN_ACK_REJECTED);
        assertThat(cases.behaviour(0)).isEqualTo(Behaviour.CLIENT_GONE);
    }

    @Test
    void a_server_that_resets_a_request_at_once_aborted_and_did_not_wait() {
        read(REQUEST + "+5ms B > A RST,ACK");

        assertThat(cases.behaviour(0)).isEqualTo(Behaviour.SERVER_ABORT);
        assertThat(traits()).contains(Trait.UNREAD).doesNotContain(Trait.STALLED, Trait.PAUSED);
    }

    @Test
    void one_that_waited_for_more_stalled() {
        read(REQUEST + "+5s B > A RST,ACK");

        assertThat(traits()).contains(Trait.STALLED, Trait.PAUSED);
    }

    @Test
    void one_that_resets_before_the_client_had_said_anything_was_early() {
        read(HANDSHAKE + "+1s B > A RST,ACK");

        assertThat(traits()).contains(Trait.EARLY).doesNotContain(Trait.ASKED);
    }

    @Test
    void a_server_that_had_closed_ended_it_with_its_fin() {
        read(
                ANSWERED
                        + """
                +75s  B > A FIN,ACK
                +1ms  A > B ACK data="GET / HTTP/1.1\\r\\n\\r\\n"
                +10ms B > A RST answers # expect data-after-close
                """);

        assertThat(cases.behaviour(0)).isEqualTo(Behaviour.SERVER_CLOSED);
        assertThat(cases.first(0) - cases.ended(0)).isBetween(10 * Nanos.MILLI, 12 * Nanos.MILLI);
        assertThat(cases.silence(0)).isBetween(75 * Nanos.SECOND, 75_011 * Nanos.MILLI);
        assertThat(traits()).contains(Trait.PAUSED).doesNotContain(Trait.OWING, Trait.ONLY_FAREWELL);
        assertThat(cases.farewell(0)).isZero();
    }

    @Test
    void its_only_words_right_before_are_its_farewell() {
        read(
                HANDSHAKE
                        + """
                +5ms  B > A ACK data="too many"
                +1ms  B > A FIN,ACK
                +9ms  A > B ACK data=5
                +10ms B > A RST answers # expect data-after-close
                """);

        assertThat(cases.farewell(0)).isEqualTo("too many".length());
        assertThat(traits()).contains(Trait.ONLY_FAREWELL, Trait.EARLY);
    }

    @Test
    void the_end_that_lost_a_connection_counts_as_its_server_whoever_connected() {
        read(
                ANSWERED
                        + """
                +1min A restarts
                +5min B > A ACK data=100
                +10ms A > B RST answers
                """);

        assertThat(cases.behaviour(0)).isEqualTo(Behaviour.LOST);
        assertThat(endpoints.text(cases.service(0))).isEqualTo("10.0.0.1");
        assertThat(endpoints.text(cases.client(0))).isEqualTo("10.0.9.2");
        assertThat(traits()).contains(Trait.AFTER_SILENCE);
    }

    @Test
    void resets_of_one_conversation_are_one_case() {
        read(ANSWERED + "+1s B > A RST,ACK as=first\n+1ms A > B ACK data=100 before=first\n+10ms B > A RST answers");

        assertThat(cases.size()).isEqualTo(1);
        assertThat(cases.resets(0)).isEqualTo(2);
    }

    private void read(String story) {
        List<Attribution> attributions = VerdictCase.attributions(Case.of(story));
        CaseBook book = new CaseBook(attributions.size(), attributions.size());
        attributions.forEach(one -> book.add(one, 0, StoryName.of(one.timeline())));
        cases = book.cases();
        endpoints = book.endpoints();
    }

    private Set<Trait> traits() {
        Set<Trait> traits = EnumSet.allOf(Trait.class);
        traits.removeIf(trait -> !cases.has(0, trait));
        return traits;
    }
}
