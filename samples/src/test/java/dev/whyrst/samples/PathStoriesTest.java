package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What devices on the path did to many connections at once: a table lost, segments passed on untranslated. */
class PathStoriesTest {

    private static final String HOSTS =
            """
            host A    10.61.0.10  stack=linux     hops=0
            host B    10.61.7.40  stack=linux     hops=3
            host C    10.61.7.50  stack=linux     hops=3
            host M    10.61.0.1   stack=netfilter hops=1
            host P    10.99.7.41  stack=linux     hops=3
            """;

    private static final String TALK =
            """
            conversation A:%1$d > B:6379
            %2$s        A > B  SYN
            +20ms       B > A  SYN,ACK
            +40us       A > B  ACK
            +90us       A > B  PSH,ACK data=60
            +20.1ms     B > A  PSH,ACK data=300
            +40us       A > B  ACK
            """;

    private static final String MORE =
            """
            conversation A:%1$d > B:6379
            %2$s        A > B  PSH,ACK data=60
            +20.1ms     B > A  PSH,ACK data=300
            +40us       A > B  ACK
            """;

    private static final String UNKNOWN_TO_DEVICE =
            """
            conversation A:%1$d > B:6379
            %2$s        A > B  PSH,ACK data=60 dropped as=q%1$d
            +700us      B > A  RST answers=q%1$d by=M # expect idle-timeout or firewall-reject or injected-rst
            """;

    private static final String FILTERED =
            """
            conversation A:%1$d > B:6379
            %2$s        A > B  SYN
            +700us      B > A  RST,ACK answers by=M # expect firewall-reject
            """;

    /** A segment of the pod in its own name, from the client's point of view one of a stranger. */
    private static final String UNTRANSLATED =
            """
            conversation P:8080 > A:%1$d
            %2$s        P > A  PSH,ACK data=600
            +40us       A > P  RST answers # expect nonexistent-connection
            """;

    private static final String REAL_ONE_DIES =
            """
            conversation A:%1$d > B:6379
            +25ms       A > B  PSH,ACK data=60 as=q%1$d
            +20.1ms     B > A  RST answers=q%1$d # expect half-open-peer-restarted or undetermined
            """;

    @TempDir
    private Path folder;

    @Test
    void a_device_that_resets_live_connections_at_one_moment_lost_its_table() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS + talks(5) + each(MORE, 5, "+100ms", "+20ms") + each(UNKNOWN_TO_DEVICE, 5, "+60ms", "+30ms"));

        assertThat(report.kinds()).containsExactly("middlebox-state-lost");
        assertThat(report.statements().get(0))
                .startsWith("A device on the path to 10.61.7.40:6379 probably lost its connection table at ")
                .endsWith("5 connections of client 10.61.0.10 lost.");
    }

    @Test
    void one_that_does_so_to_several_services_lost_it_for_all() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS
                        + talks(4)
                        + ofOther(TALK, "+50ms")
                        + each(MORE, 4, "+100ms", "+20ms")
                        + ofOther(MORE, "+20ms")
                        + each(UNKNOWN_TO_DEVICE, 4, "+60ms", "+30ms")
                        + ofOther(UNKNOWN_TO_DEVICE, "+30ms"));

        assertThat(report.kinds()).containsExactly("middlebox-state-lost");
        assertThat(report.statements().get(0))
                .startsWith(
                        "A device on the path to 10.61.7.40:6379 and 1 other service probably lost its connection table at ");
    }

    @Test
    void one_that_refuses_new_ones_of_that_service_from_then_on_forbids_it() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS
                        + talks(5)
                        + each(MORE, 5, "+100ms", "+20ms")
                        + each(UNKNOWN_TO_DEVICE, 5, "+60ms", "+30ms")
                        + Repeated.lines(FILTERED, 44_000, 9, "+50ms", "+300ms"));

        assertThat(report.kinds()).containsExactly("policy-device");
        assertThat(report.statements().get(0))
                .startsWith("A packet filter on the path to 10.61.7.40:6379 refused connections and ended live ones ");
    }

    @Test
    void so_did_one_that_resets_connections_used_every_half_a_second() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS + talks(5) + each(MORE, 5, "+100ms", "+100ms") + each(UNKNOWN_TO_DEVICE, 5, "+60ms", "+30ms"));

        assertThat(report.kinds()).containsExactly("middlebox-state-lost");
    }

    @Test
    void so_did_one_that_resets_idle_and_live_connections_alike() throws IOException {
        String live = each(MORE, 2, "+40s", "+100ms");
        PlayedReport report =
                PlayedReport.of(folder, HOSTS + talks(5) + live + each(UNKNOWN_TO_DEVICE, 5, "+60ms", "+30ms"));

        assertThat(report.kinds()).containsExactly("middlebox-state-lost");
    }

    @Test
    void one_that_resets_only_what_was_idle_forgets_idle_connections() throws IOException {
        PlayedReport report = PlayedReport.of(folder, HOSTS + talks(5) + each(UNKNOWN_TO_DEVICE, 5, "+40s", "+100ms"));

        assertThat(report.kinds()).containsExactly("idle-timer-on-path");
    }

    @Test
    void segments_that_passed_the_translation_untranslated_are_no_scan_however_many() throws IOException {
        StringBuilder lines = new StringBuilder(HOSTS).append(talks(10));
        for (int i = 0; i < 10; i++) {
            lines.append(UNTRANSLATED.formatted(43_000 + i, "+200ms")).append(REAL_ONE_DIES.formatted(43_000 + i));
        }

        PlayedReport report = PlayedReport.of(folder, lines.toString());

        assertThat(report.kinds()).containsExactly("nat-invalid-packet");
        assertThat(report.statements().get(0)).startsWith("Segments of 10.61.7.40:6379 passed NAT untranslated");
    }

    @Test
    void data_for_connections_that_nobody_knows_are_no_scan_either() throws IOException {
        String first = UNTRANSLATED.formatted(43_000, "2026-11-22T07:00:00Z");
        StringBuilder lines = new StringBuilder(HOSTS).append(first);
        for (int i = 1; i < 10; i++) {
            lines.append(UNTRANSLATED.formatted(43_000 + i, "+200ms"));
        }

        assertThat(PlayedReport.of(folder, lines.toString()).kinds()).doesNotContain("scan");
    }

    private static String talks(int count) {
        return each(TALK, count, "2026-11-22T07:00:00Z", "+50ms");
    }

    private static String ofOther(String lines, String next) {
        return Repeated.lines(lines.replace("B", "C").replace("6379", "5432"), 45_000, 3, next, next);
    }

    private static String each(String lines, int count, String first, String next) {
        return Repeated.lines(lines, 43_000, count, first, next);
    }
}
