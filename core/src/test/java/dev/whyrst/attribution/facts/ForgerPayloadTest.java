package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Devices that are known by what they put into their resets. */
class ForgerPayloadTest {

    private static final String REQUEST =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +0s   A > B ACK
            +1ms  A > B PSH,ACK data=client-hello:example.org
            """;

    @Test
    void the_bytes_that_count_up_to_nine_are_those_of_a_device() {
        assertThat(payload("RST,ACK data=hex:01020304050607080900")).get().satisfies(known -> assertThat(known.who())
                .isEqualTo("a regional firewall in Henan, China, from 2023 to 2025"));
    }

    @Test
    void a_byte_more_or_less_another_flag_or_none_are_not() {
        assertThat(payload("RST,ACK data=hex:010203040506070809")).isEmpty();
        assertThat(payload("RST,ACK data=hex:0102030405060708090000")).isEmpty();
        assertThat(payload("RST data=hex:01020304050607080900")).isEmpty();
        assertThat(payload("RST,ACK")).isEmpty();
    }

    private static Optional<ForgerPayload> payload(String reset) {
        return ForgerPayload.of(Facts.of(REQUEST + "+2ms B > A " + reset).reset());
    }
}
