package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whether a RST is made as by Linux. */
class LinuxAnswerTest {

    @Test
    void linux_refuses_without_window_and_ip_id() {
        assertThat(isOfLinux("linux")).isTrue();
    }

    @Test
    void others_count_their_answers_or_give_them_a_window() {
        assertThat(isOfLinux("windows")).isFalse();
        assertThat(isOfLinux("netstack")).isFalse();
        assertThat(isOfLinux("lwip")).isFalse();
    }

    private static boolean isOfLinux(String stack) {
        return LinuxAnswer.is(Facts.of(
                """
                        host B 10.0.9.2 port=8080 stack=%s hops=3
                        +0s   A > B SYN
                        +10ms B > A RST,ACK answers
                        """
                        .formatted(stack)));
    }
}
