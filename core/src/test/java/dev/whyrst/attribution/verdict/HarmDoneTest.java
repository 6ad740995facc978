package dev.whyrst.attribution.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Harm;
import dev.whyrst.attribution.Harm.Level;
import dev.whyrst.scenario.Case;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That a reset did no harm has to be shown; what it took is told. */
class HarmDoneTest {

    private static final String HANDSHAKE =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +40us A > B ACK
            """;

    @Test
    void a_check_that_leaves_without_a_byte_harms_nobody() {
        assertThat(harm(HANDSHAKE + "+1ms A > B RST,ACK").level()).isEqualTo(Level.NONE);
    }

    @Test
    void who_leaves_so_after_a_while_may_have_waited_in_vain() {
        assertThat(harm(HANDSHAKE + "+5s A > B RST,ACK").level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void an_attempt_that_is_refused_has_failed() {
        Harm refused = harm("+0s A > B SYN\n+10ms B > A RST,ACK answers");

        assertThat(refused.level()).isEqualTo(Level.LIKELY);
        assertThat(refused.reason()).isEqualTo("an attempt to connect failed");
    }

    @Test
    void an_abort_after_a_whole_exchange_shows_nothing() {
        Harm aborted = harm(
                HANDSHAKE
                        + """
                        +1ms  A > B PSH,ACK data=100
                        +10ms B > A PSH,ACK data=300
                        +40us A > B ACK
                        +1ms  A > B RST,ACK
                        """);

        assertThat(aborted.level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void bytes_that_nobody_acknowledged_are_lost() {
        Harm lost = harm(HANDSHAKE + "+1ms A > B PSH,ACK data=100 dropped\n+10ms A > B RST,ACK");

        assertThat(lost.level()).isIn(Level.LIKELY, Level.CERTAIN);
        assertThat(lost.reason()).isEqualTo("100 bytes that its sender had sent were never acknowledged");
    }

    @Test
    void the_goodbye_of_tls_is_missed_by_nobody_who_has_closed_but_data_is() {
        String closed = HANDSHAKE
                + """
                +1ms  A > B PSH,ACK data=client-hello:shop.example
                +10ms B > A PSH,ACK data=tls-data:900
                +40us A > B ACK
                +1s   A > B PSH,ACK data=close-notify
                +20us A > B FIN,ACK
                """;

        Harm goodbye = harm(closed + "+10ms B > A PSH,ACK data=close-notify\n+40us A > B RST answers");
        assertThat(goodbye.level()).isEqualTo(Level.NONE);
        assertThat(goodbye.reason()).contains("close_notify");
        assertThat(harm(closed + "+10ms B > A PSH,ACK data=tls-data:900\n+40us A > B RST answers")
                        .level())
                .isEqualTo(Level.LIKELY);
    }

    private static Harm harm(String lines) {
        List<Attribution> attributions = VerdictCase.attributions(Case.of(lines));
        return attributions.get(attributions.size() - 1).harm();
    }
}
