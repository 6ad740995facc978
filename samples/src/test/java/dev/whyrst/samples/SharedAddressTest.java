package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the distance of a RST says where several machines share the address that it names, and where one has it alone. */
class SharedAddressTest {

    private static final String HOSTS =
            """
            host A    10.23.0.20  stack=linux     hops=0
            host B    10.23.3.80  stack=linux     hops=7
            """;

    private static final String TALK =
            """
            conversation A:%1$d > B:80
            %2$s        A > B  SYN
            +31ms       B > A  SYN,ACK ttl=%3$d
            +30us       A > B  ACK
            +90us       A > B  PSH,ACK data=200
            +31ms       B > A  PSH,ACK data=900 ttl=%3$d
            +30us       A > B  ACK
            """;

    private static final String REFUSED =
            """
            conversation A:%1$d > B:%2$d
            +1s         A > B  SYN
            +31ms       B > A  RST,ACK answers ttl=%3$d # expect %4$s
            """;

    @TempDir
    private Path folder;

    @Test
    void a_host_that_has_its_address_alone_does_not_answer_from_another_distance() throws IOException {
        PlayedReport report = PlayedReport.of(folder, HOSTS + talks(57, 57, 57, 57) + rejected(0, 60));

        assertThat(report.verdicts()).containsExactly("firewall-reject high");
    }

    @Test
    void one_of_several_machines_behind_an_address_may_refuse_from_another_distance() throws IOException {
        PlayedReport report = PlayedReport.of(folder, HOSTS + talks(57, 121, 49, 250) + refused(0, 60));

        assertThat(report.verdicts()).containsExactly("port-not-listening high");
    }

    @Test
    void the_more_machines_stand_behind_an_address_the_less_a_distance_says() throws IOException {
        int[] half = IntStream.range(0, 30).map(i -> 64).toArray();
        int[] elsewhere = IntStream.range(0, 30).map(i -> 90 + i).toArray();

        PlayedReport report = PlayedReport.of(folder, HOSTS + talks(half) + talks(elsewhere) + refused(0, 60));

        assertThat(report.verdicts()).containsExactly("port-not-listening high");
    }

    @Test
    void refusals_from_all_distances_come_from_no_single_filter() throws IOException {
        PlayedReport report =
                PlayedReport.of(folder, HOSTS + talks(57) + refused(0, 60) + refused(1, 46) + refused(2, 119));

        assertThat(report.verdicts()).containsOnly("port-not-listening high").hasSize(3);
    }

    @Test
    void a_filter_and_the_host_behind_it_are_told_apart() throws IOException {
        PlayedReport report =
                PlayedReport.of(folder, HOSTS + talks(49) + rejected(0, 62) + rejected(1, 62) + refused(2, 49));

        assertThat(report.verdicts())
                .containsExactly("firewall-reject high", "firewall-reject high", "port-not-listening certain");
    }

    private static String talks(int... ttls) {
        StringBuilder talks = new StringBuilder();
        for (int i = 0; i < ttls.length; i++) {
            talks.append(TALK.formatted(40_000 + ttls[i] * 100 + i, i == 0 ? "2026-11-21T07:00:00Z" : "+1s", ttls[i]));
        }
        return talks.toString();
    }

    private static String refused(int index, int ttl) {
        return REFUSED.formatted(50_000 + index, 3_306 + index, ttl, "port-not-listening by responder");
    }

    private static String rejected(int index, int ttl) {
        return REFUSED.formatted(50_000 + index, 3_306 + index, ttl, "firewall-reject by middlebox");
    }
}
