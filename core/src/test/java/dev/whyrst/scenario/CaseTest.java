package dev.whyrst.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whyrst.net.Endpoint;
import dev.whyrst.timeline.HostFacts;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Timeline;
import org.junit.jupiter.api.Test;

/** Short stories that are played in memory. */
class CaseTest {

    @Test
    void a_story_of_two_lines_has_hosts_a_time_and_a_reset() {
        Case refusal = Case.of(
                """
                +0s   A > B SYN as=knock
                +10ms B > A RST,ACK answers
                """);

        Timeline timeline = refusal.timeline();
        assertThat(timeline.initiator()).hasToString("10.0.0.1:40000");
        assertThat(timeline.responder()).hasToString("10.0.9.2:8080");
        assertThat(timeline.segments()).extracting(Segment::flagNames).containsExactly("SYN", "RST,ACK");
        assertThat(timeline.segments()).extracting(Segment::ttl).containsExactly(64, 61);
        assertThat(refusal.reset().segment().timeNanos())
                .isEqualTo(refusal.segment("knock").timeNanos() + 10_000_000);
        assertThat(refusal.size()).isEqualTo(1);
        assertThat(refusal.connectTimeout()).isEmpty();
    }

    @Test
    void hosts_learn_from_all_conversations_also_from_those_without_reset() {
        Case story = Case.of(
                """
                +0s   A:40001 > B SYN
                +10ms B > A:40001 SYN,ACK
                +0s   A:40001 > B ACK
                +1s   A > B SYN
                +10ms B > A RST,ACK answers
                """);

        assertThat(story.timelines()).hasSize(2);
        assertThat(story.timeline().initiator().port()).isEqualTo(40000);
        Endpoint service = story.timeline().responder();
        assertThat(story.facts().port(service).orElseThrow().accepted()).isEqualTo(1);
        assertThat(story.facts().host(service.address()).map(HostFacts::refusals))
                .contains(1L);
    }

    @Test
    void a_case_is_about_the_reset_with_an_expectation_or_else_the_last() {
        String story =
                """
                +0s   A > B SYN
                +10ms B > A RST,ACK answers # expect port-not-listening
                +1s   A:40001 > B SYN
                +10ms B > A:40001 RST,ACK answers
                """;

        assertThat(Case.of(story).reset().tracePosition()).isEqualTo(2);
        assertThat(Case.of(story.replace("# expect port-not-listening", ""))
                        .reset()
                        .tracePosition())
                .isEqualTo(4);
        assertThat(Case.of(story).about(1).timeline().initiator().port()).isEqualTo(40001);
    }

    @Test
    void a_story_may_introduce_its_hosts_and_state_a_timeout() {
        Case story = Case.of(
                """
                tool --so-rcvtimeo 100ms
                host B 10.0.0.27 port=8888 stack=windows hops=1
                +0s   A > B SYN
                +10ms B > A RST,ACK answers
                """);

        assertThat(story.timeline().responder()).hasToString("10.0.0.27:8888");
        assertThat(story.reset().segment().ttl()).isEqualTo(127);
        assertThat(story.connectTimeout()).hasValue(100_000_000);
    }

    @Test
    void what_the_recorder_cut_off_is_not_seen() {
        Case story = Case.of(
                """
                capture snap=54
                +0s   A > B SYN
                +10ms B > A RST,ACK answers
                """);

        assertThat(story.timeline().segments().get(0).optionsLength()).isEqualTo(-1);
    }

    @Test
    void errors_count_the_lines_of_the_story() {
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> Case.of("+0s A > B SYN\n+1s C > A RST"))
                .withMessageStartingWith("line 2: there is no host \"C\"");
    }
}
