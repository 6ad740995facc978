package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full accept queue of a host that answers later than it usually does. */
class BusyHostsTest {

    /** The first connection shows the usual round trip. */
    private static final String SCENE =
            """
            host A    10.79.0.10  stack=linux     hops=0
            host B    10.79.7.40  stack=linux     hops=2
            conversation A:42000 > B:8080
            2026-11-22T08:00:00Z A > B  SYN
            +10ms       B > A  SYN,ACK
            +40us       A > B  ACK
            +90us       A > B  PSH,ACK data=90
            +10ms       B > A  PSH,ACK data=90
            +40us       A > B  ACK
            conversation A:43000 > B:8080
            +1s         A > B  SYN
            +44ms       B > A  SYN,ACK
            +40us       A > B  ACK
            +300us      A > B  PSH,ACK data=90
            %s        B > A  RST answers # expect listen-overflow or undetermined
            """;

    @TempDir
    private Path folder;

    @Test
    void a_reset_that_takes_no_longer_than_the_syn_ack_did_is_prompt() throws IOException {
        assertThat(resetAfter("+36ms").cause()).isEqualTo("listen-overflow");
    }

    @Test
    void one_that_takes_much_longer_may_have_another_reason() throws IOException {
        ReportedReset reset = resetAfter("+300ms");

        assertThat(reset.cause()).isEqualTo("undetermined");
        assertThat(reset.reasons())
                .contains(
                        "against, strong: The RST has the numbers of an answer to frame 10, but what the capture shows fits no"
                                + " cause that is known");
    }

    private ReportedReset resetAfter(String delay) throws IOException {
        return PlayedReport.of(folder, SCENE.formatted(delay)).reset(0);
    }
}
