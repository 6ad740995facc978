package dev.whyrst.attribution.rules;

import static dev.whyrst.attribution.Confidence.LOW;
import static dev.whyrst.attribution.Confidence.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Listeners that end while connections wait for them. */
class ListenerClosedRuleTest {

    /** Connections that the port has accepted, ready to be closed together. */
    static final String THREE_SERVED =
            """
            +0s   A:40001 > B SYN
            +10ms B > A:40001 SYN,ACK
            +40us A:40001 > B PSH,ACK data=100
            +0s   A:40002 > B SYN
            +10ms B > A:40002 SYN,ACK
            +40us A:40002 > B PSH,ACK data=100
            +0s   A:40003 > B SYN
            +10ms B > A:40003 SYN,ACK
            +40us A:40003 > B PSH,ACK data=100
            """;

    private static final String WAITING =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +40us A > B ACK
            """;

    private static final String NEIGHBOUR = WAITING.replace("A ", "A:40001 ");

    private static final String REFUSED =
            """
            +1s   A:40009 > B SYN
            +10ms B > A:40009 RST,ACK answers
            """;

    private static final String ABORTED = "+1s B > A RST,ACK # expect app-abort-listener-closed\n";

    private static final String END_OF_HANDSHAKE = "+10ms B > A RST answers # expect app-abort-listener-closed\n";

    private final Rule rule = new ListenerClosedRule();

    @Test
    void a_port_that_aborts_all_that_wait_and_then_refuses_has_closed_its_listener() {
        Claim claim = RuleCase.of(WAITING + NEIGHBOUR + ABORTED + "+90us B > A:40001 RST,ACK\n" + REFUSED)
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.evidence(claim))
                .containsExactly(
                        "The responder aborts a connection on which it never sent a byte",
                        "Afterwards the port refused new connections: the listener was gone",
                        "The port aborted 2 connections in that moment");
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "Whether its program had accepted the connection, and aborted it itself, does not show on the wire");
    }

    @Test
    void a_single_abort_is_less_than_a_listener_that_ends() {
        Claim claim = RuleCase.of(WAITING + ABORTED + REFUSED).claim(rule);

        assertThat(claim.confidence()).isEqualTo(LOW);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "The port aborted no other connection in that moment, as a listener that ends does with all that wait");
    }

    @Test
    void a_port_that_refuses_nobody_afterwards_may_listen_still() {
        RuleCase stillThere = RuleCase.of(WAITING + ABORTED);
        Claim claim = stillThere.claim(rule);

        assertThat(claim.confidence()).isEqualTo(LOW);
        assertThat(RuleCase.limits(claim))
                .containsExactly("Nothing shows that the listener was gone: the port refused nobody afterwards");
        assertThat(stillThere.claim(new LingerZeroRule()).beats(claim)).isTrue();
    }

    @Test
    void the_last_ack_of_a_handshake_may_meet_a_port_that_was_just_closed() {
        Claim claim = RuleCase.of(WAITING + END_OF_HANDSHAKE + REFUSED).claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.evidence(claim))
                .contains("Soon after its SYN,ACK the port refused new connections: the listener was gone");
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "That the listener ended between SYN,ACK and ACK is inferred: a full accept queue is answered alike");
    }

    @Test
    void a_port_that_had_just_closed_all_connections_has_ended_too() {
        Claim claim = RuleCase.of(
                        THREE_SERVED
                                + """
                        +1s   A > B SYN
                        +10ms B > A SYN,ACK
                        +1ms  B > A:40001 FIN,ACK
                        +1ms  B > A:40002 FIN,ACK
                        +1ms  B > A:40003 FIN,ACK
                        +40us A > B ACK
                        +10ms B > A RST answers
                        """)
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.evidence(claim))
                .contains("The port had closed its connections in one moment and accepted none afterwards");
    }

    @Test
    void an_answer_tells_of_no_listener_while_the_port_goes_on() {
        assertThat(RuleCase.of(WAITING + END_OF_HANDSHAKE).because(rule))
                .isEqualTo("the RST does not have the form of an abort, and the port did not end in that moment");
    }

    @Test
    void an_answer_to_anything_but_the_end_of_the_handshake_tells_of_no_listener() {
        assertThat(RuleCase.of(WAITING + "+1s A > B PSH,ACK data=100\n" + END_OF_HANDSHAKE + REFUSED)
                        .because(rule))
                .isEqualTo("the RST does not answer the end of the handshake, nor what came with it");
        assertThat(RuleCase.of(WAITING + "+1ms B > A ACK\n" + END_OF_HANDSHAKE + REFUSED)
                        .because(rule))
                .isEqualTo("the responder had sent more than its SYN,ACK");
        assertThat(RuleCase.of(WAITING.replace("A > B ACK", "A > B RST") + REFUSED)
                        .about(0)
                        .because(rule))
                .isEqualTo("the RST is not of a responder whose handshake was captured whole");
        assertThat(RuleCase.of(WAITING + END_OF_HANDSHAKE.replace("answers", "answers ttl=40") + REFUSED)
                        .because(rule))
                .isEqualTo("the RST came from another distance than the responder's segments");
    }

    @Test
    void an_abort_of_an_accepted_connection_tells_of_no_listener() {
        assertThat(RuleCase.of(WAITING + "+1s B > A PSH,ACK data=100\n" + ABORTED)
                        .because(rule))
                .isEqualTo("the responder had sent data or closed: its program had accepted the connection");
        assertThat(RuleCase.of(WAITING + "+1s A > B RST,ACK").because(rule))
                .isEqualTo("the RST is not of a responder whose handshake was completed");
        assertThat(RuleCase.of(WAITING + "+1s B > A RST,ACK seq=90000000").because(rule))
                .isEqualTo("the RST does not have the form of an abort");
    }
}
