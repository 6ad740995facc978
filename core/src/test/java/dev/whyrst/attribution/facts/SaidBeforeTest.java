package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import dev.whyrst.timeline.Side;
import org.junit.jupiter.api.Test;

/** What a side had said before a RST. */
class SaidBeforeTest {
    @Test
    void the_last_words_of_a_side_are_found_by_their_kind() {
        Case story = Case.of(
                Facts.TALK
                        + """
                +1s   B > A PSH,ACK data=30 as=lastPayload
                +1s   B > A FIN,ACK as=fin
                +1s   B > A FIN,ACK again as=again
                +1s   A > B RST,ACK
                """);
        SaidBefore said = Facts.of(story).said(Side.RESPONDER);

        assertThat(said.lastPayload()).isEqualTo(story.segment("lastPayload"));
        assertThat(said.firstFin()).isEqualTo(story.segment("fin"));
        assertThat(said.last()).isEqualTo(story.segment("again"));
        assertThat(said.beyondHandshake()).isTrue();
        assertThat(said.onlyInitialSyns()).isFalse();
    }

    @Test
    void what_was_acknowledged_with_payload_counts_as_answered() {
        SaidBefore said = Facts.of(Facts.TALK + "+1ms A > B PSH,ACK data=50\n+10ms B > A ACK\n+1s B > A RST,ACK")
                .said(Side.RESPONDER);

        assertThat(said.acknowledged()).isEqualTo(151);
        assertThat(said.answered()).isEqualTo(101);
    }

    @Test
    void a_side_that_only_knocked_said_nothing_else() {
        RstContext refused = Facts.of("+0s A > B SYN\n+1s A > B SYN again\n+10ms B > A RST,ACK answers");

        assertThat(refused.said(Side.INITIATOR).onlyInitialSyns()).isTrue();
        assertThat(refused.said(Side.INITIATOR).beyondHandshake()).isFalse();
        assertThat(refused.said(Side.RESPONDER).last()).isNull();
        assertThat(refused.said(Side.RESPONDER).acknowledged()).isZero();
        assertThat(refused.said(Side.RESPONDER).answered()).isEqualTo(1);
    }

    @Test
    void the_acknowledgment_of_an_initiator_belongs_to_the_handshake_and_its_data_does_not() {
        assertThat(Facts.of(Facts.OPEN + "+1s B > A RST,ACK")
                        .said(Side.INITIATOR)
                        .beyondHandshake())
                .isFalse();
        assertThat(Facts.of(Facts.TALK + "+1s B > A RST,ACK")
                        .said(Side.INITIATOR)
                        .beyondHandshake())
                .isTrue();
    }
}
