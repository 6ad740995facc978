package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Devices that are known by the resets that they make. */
class ForgerSignatureTest {
    private static final String KNOCK = "host B 10.0.9.2 port=443 hops=3\n+0s A > B SYN\n";

    @Test
    void windows_that_count_up_back_to_back_are_those_of_a_device() {
        ForgerSignature signature = signature(KNOCK + forged("6ms", 1980) + forged("30us", 1981) + forged("30us", 1982))
                .orElseThrow();

        assertThat(signature.windows()).isEqualTo("1980, 1981, 1982");
        assertThat(signature.who()).isEqualTo("the Great Firewall of China on 20 August 2025");
        assertThat(signature.isWhole()).isTrue();
        assertThat(signature.resets()).hasSize(3);
    }

    @Test
    void some_of_them_are_a_part_of_it_and_one_is_none() {
        assertThat(signature(KNOCK + forged("6ms", 1980) + forged("30us", 1982))
                        .orElseThrow()
                        .isWhole())
                .isFalse();
        assertThat(signature(KNOCK + forged("6ms", 1980))).isEmpty();
        assertThat(signature(KNOCK + forged("6ms", 1980) + forged("30us", 1980)))
                .isEmpty();
    }

    @Test
    void at_another_port_or_step_they_are_not_its() {
        String three = forged("6ms", 1980) + forged("30us", 1981) + forged("30us", 1982);

        assertThat(signature(KNOCK.replace("443", "80") + three)).isEmpty();
        assertThat(signature(KNOCK + "+10ms B > A SYN,ACK\n" + three)).isEmpty();
        assertThat(signature(KNOCK + "+10ms B > A SYN,ACK\n"
                        + three.replace("198", "329")
                                .replace("3290", "3293")
                                .replace("3291", "3294")
                                .replace("3292", "3295")))
                .isPresent();
    }

    @Test
    void nor_are_those_that_come_later() {
        assertThat(signature(KNOCK + forged("6ms", 1980) + forged("3s", 1981))).isEmpty();
    }

    private static String forged(String after, int window) {
        return "+" + after + " B > A RST,ACK by=M seq=raw:0 ack=1 win=" + window + "\n";
    }

    private static Optional<ForgerSignature> signature(String story) {
        return ForgerSignature.of(Facts.of(story));
    }
}
