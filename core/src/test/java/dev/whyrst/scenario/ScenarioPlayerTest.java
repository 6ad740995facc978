package dev.whyrst.scenario;

import static dev.whyrst.scenario.ReadBack.HANDSHAKE;
import static dev.whyrst.scenario.ReadBack.HOSTS;
import static dev.whyrst.scenario.ReadBack.segments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whyrst.scenario.ReadBack.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plays scenarios to bytes and reads these with the tool's own reader and decoder. */
class ScenarioPlayerTest {

    @Test
    void numbers_follow_from_what_was_sent_and_received() {
        List<Seen> seen = segments(
                HOSTS + HANDSHAKE
                        + """
                +1ms  A > B PSH,ACK data=500
                +10ms B > A ACK
                +1ms  B > A PSH,ACK data="HTTP/1.1 200 OK\\r\\n"
                +40us A > B FIN,ACK
                +10ms B > A ACK
                """);
        Seen syn = seen.get(0);
        Seen synAck = seen.get(1);
        assertThat(synAck.ack()).isEqualTo(syn.seq() + 1);
        assertThat(syn.distanceTo(seen.get(3))).isEqualTo(1);
        assertThat(seen.get(4).ack()).isEqualTo(syn.seq() + 501);
        assertThat(seen.get(5).payload()).isEqualTo("HTTP/1.1 200 OK\r\n");
        assertThat(seen.get(6).ack()).isEqualTo(synAck.seq() + 1 + 17);
        assertThat(seen.get(7).ack()).isEqualTo(syn.seq() + 502);
        assertThat(seen).noneMatch(Seen::checksumBad);
    }

    @Test
    void times_are_those_of_the_lines() {
        List<Seen> seen = segments(HOSTS + "2026-11-20T15:01:27.799961Z A > B SYN\n+161.925ms B > A SYN,ACK\n");
        assertThat(seen.get(0).timeNanos() % 1_000_000_000L).isEqualTo(799_961_000L);
        assertThat(seen.get(1).timeNanos() - seen.get(0).timeNanos()).isEqualTo(161_925_000L);
    }

    @Test
    void linux_answers_a_segment_with_ack_by_a_bare_rst_with_the_number_it_acknowledged() {
        List<Seen> seen = segments(
                HOSTS + HANDSHAKE
                        + """
                +1ms  A > B PSH,ACK data=9
                +10ms B > A RST answers   # expect data-after-close
                """);
        Seen reset = seen.get(4);
        assertThat(reset.flags()).isEqualTo("RST");
        assertThat(reset.seq()).isEqualTo(seen.get(3).ack());
        assertThat(reset.ack()).isZero();
        assertThat(reset.window()).isZero();
        assertThat(reset.ipId()).isZero();
        assertThat(reset.timestamps()).isFalse();
        assertThat(reset.ttl()).isEqualTo(62);
    }

    @Test
    void a_syn_is_answered_by_rst_and_ack_of_its_end() {
        List<Seen> seen = segments(
                HOSTS + "2026-11-20T15:00:00Z A > B SYN\n+1ms B > A RST,ACK answers # expect port-not-listening\n");
        assertThat(seen.get(1).flags()).isEqualTo("RST,ACK");
        assertThat(seen.get(1).seq()).isZero();
        assertThat(seen.get(1).ack()).isEqualTo(seen.get(0).seq() + 1);
    }

    @Test
    void an_answer_that_the_stack_would_not_give_is_refused() {
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> segments(HOSTS + HANDSHAKE + "+10ms B > A RST,ACK answers # expect undetermined\n"))
                .withMessage("line 7: the answer to line 6 is RST for the stack linux");
    }

    @Test
    void lwip_answers_with_ack_and_its_constant_window() {
        List<Seen> seen = segments(HOSTS.replace("hops=2", "hops=2 stack=lwip") + HANDSHAKE
                + "+1ms A > B PSH,ACK data=9\n+10ms B > A RST,ACK answers # expect data-after-close\n");
        assertThat(seen.get(4).seq()).isEqualTo(seen.get(3).ack());
        assertThat(seen.get(4).ack()).isEqualTo(seen.get(3).seq() + 9);
        assertThat(seen.get(4).window()).isEqualTo(65407);
        assertThat(seen.get(4).ttl()).isEqualTo(253);
    }

    @Test
    void an_abort_has_the_connections_numbers_window_and_timestamps() {
        List<Seen> seen = segments(
                HOSTS + HANDSHAKE
                        + """
                +1ms  A > B PSH,ACK data=5000
                +10ms B > A ACK win=470
                +1ms  B > A RST,ACK   # expect close-with-unread-data
                """);
        Seen reset = seen.get(5);
        assertThat(reset.seq()).isEqualTo(seen.get(4).seq());
        assertThat(reset.ack()).isEqualTo(seen.get(4).ack());
        assertThat(reset.window()).isEqualTo(470);
        assertThat(reset.timestamps()).isTrue();
        assertThat(reset.ipId()).isEqualTo(seen.get(4).ipId() + 1 & 0xffff);
    }

    @Test
    void options_are_used_only_where_both_offered_them() {
        List<Seen> seen = segments(
                HOSTS + HANDSHAKE.replace("A > B SYN", "A > B SYN no-ts no-ws") + "+1ms A > B PSH,ACK data=9\n");
        assertThat(seen).noneMatch(Seen::timestamps);
        assertThat(seen.get(1).windowShift()).isEqualTo(-1);
        assertThat(seen.get(3).window()).isEqualTo(64240);
    }

    @Test
    void lost_segments_advance_their_sender_only() {
        List<Seen> seen = segments(
                HOSTS + HANDSHAKE
                        + """
                +1ms  A > B PSH,ACK data=100 lost
                +1ms  A > B PSH,ACK data=10
                +10ms B > A ACK
                """);
        assertThat(seen).hasSize(5);
        assertThat(seen.get(0).distanceTo(seen.get(3))).isEqualTo(101);
        assertThat(seen.get(4).ack()).isEqualTo(seen.get(0).seq() + 1);
    }

    @Test
    void a_gap_is_acknowledged_when_the_retransmission_fills_it() {
        List<Seen> seen = segments(
                HOSTS + HANDSHAKE
                        + """
                +1ms  A > B PSH,ACK data=100 dropped as=first
                +1ms  A > B PSH,ACK data=10
                +10ms B > A ACK
                +1ms  A > B PSH,ACK again=first
                +10ms B > A ACK
                """);
        assertThat(seen.get(5).ack()).isEqualTo(seen.get(0).seq() + 1);
        assertThat(seen.get(6).seq()).isEqualTo(seen.get(3).seq());
        assertThat(seen.get(6).ipId()).isNotEqualTo(seen.get(3).ipId());
        assertThat(seen.get(7).ack()).isEqualTo(seen.get(0).seq() + 111);
    }

    @Test
    void an_uncaptured_segment_is_received_all_the_same() {
        List<Seen> seen = segments(HOSTS + HANDSHAKE + "+1ms A > B PSH,ACK data=100 uncaptured\n+10ms B > A ACK\n");
        assertThat(seen).hasSize(4);
        assertThat(seen.get(3).ack()).isEqualTo(seen.get(0).seq() + 101);
    }

    @Test
    void a_copy_has_the_same_bytes_at_another_time() {
        List<Seen> seen = segments(HOSTS + HANDSHAKE + "+1ms A > B PSH,ACK data=100\n+3us A > B PSH,ACK copy\n");
        Seen first = seen.get(3);
        Seen copy = seen.get(4);
        assertThat(copy.timeNanos()).isEqualTo(first.timeNanos() + 3000);
        assertThat(copy).usingRecursiveComparison().ignoringFields("timeNanos").isEqualTo(first);
    }

    @Test
    void a_segment_sent_before_another_arrived_does_not_acknowledge_it() {
        List<Seen> seen = segments(
                HOSTS + HANDSHAKE + "+1ms A > B PSH,ACK data=100 as=request\n+200us B > A FIN,ACK before=request\n");
        assertThat(seen.get(4).ack()).isEqualTo(seen.get(0).seq() + 1);
    }

    @Test
    void a_keep_alive_probe_has_the_number_before_the_next() {
        List<Seen> seen = segments(HOSTS + HANDSHAKE + "+60s A > B ACK probe\n+1s A > B PSH,ACK data=1\n");
        assertThat(seen.get(0).distanceTo(seen.get(3))).isZero();
        assertThat(seen.get(0).distanceTo(seen.get(4))).isEqualTo(1);
    }

    @Test
    void sequence_numbers_wrap() {
        List<Seen> seen = segments(HOSTS + HANDSHAKE.replace("A > B SYN", "A > B SYN iss=4294967290")
                + "+1ms A > B PSH,ACK data=100\n+10ms B > A ACK\n");
        assertThat(Integer.toUnsignedLong(seen.get(0).seq())).isEqualTo(4294967290L);
        assertThat(seen.get(4).ack()).isEqualTo(95);
    }

    @Test
    void numbers_can_be_given_relative_shifted_or_raw() {
        List<Seen> seen = segments(
                HOSTS + HANDSHAKE
                        + """
                +1ms B > A RST seq=81           # expect injected-rst
                +1ms B > A RST seq=+1460        # expect injected-rst
                +1ms B > A RST seq=raw:77       # expect injected-rst
                """);
        assertThat(seen.get(1).distanceTo(seen.get(3))).isEqualTo(81);
        assertThat(seen.get(1).distanceTo(seen.get(4))).isEqualTo(1461);
        assertThat(seen.get(5).seq()).isEqualTo(77);
    }

    @Test
    void a_third_party_has_its_own_ttl_and_may_mirror_the_header() {
        List<Seen> seen = segments(
                HOSTS + "host M 192.0.2.1 stack=netfilter hops=1\n" + HANDSHAKE
                        + """
                +1ms A > B PSH,ACK data=9
                +1ms B > A RST answers by=M ipid=mirror win=mirror   # expect injected-rst
                """);
        assertThat(seen.get(4).ttl()).isEqualTo(63);
        assertThat(seen.get(4).ipId()).isEqualTo(seen.get(3).ipId());
        assertThat(seen.get(4).window()).isEqualTo(seen.get(3).window());
    }

    @Test
    void a_host_that_restarted_forgets_and_the_other_one_challenges_its_syn() {
        List<Seen> seen = segments(
                HOSTS + HANDSHAKE
                        + """
                +1ms  A > B PSH,ACK data=100
                +9s   A restarts
                +1s   A > B SYN
                +10ms B > A ACK
                +40us A > B RST answers   # expect half-open-client-restarted
                +9ms  A > B SYN again
                +10ms B > A SYN,ACK
                """);
        assertThat(seen.get(4).seq()).isNotEqualTo(seen.get(0).seq());
        assertThat(seen.get(5).ack()).isEqualTo(seen.get(0).seq() + 101);
        assertThat(seen.get(6).seq()).isEqualTo(seen.get(5).ack());
        assertThat(seen.get(7).seq()).isEqualTo(seen.get(4).seq());
        assertThat(seen.get(8).ack()).isEqualTo(seen.get(4).seq() + 1);
    }

    @Test
    void a_host_that_restarted_cannot_go_on() {
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> segments(HOSTS + HANDSHAKE + "+1s B restarts\n+1s B > A PSH,ACK data=1\n"))
                .withMessage("line 8: B:80 has restarted and does not know this connection");
    }

    @Test
    void a_connection_may_be_old_when_the_scenario_begins() {
        List<Seen> seen = segments(HOSTS + "2026-11-20T15:00:00Z A > B PSH,ACK data=40\n+10ms B > A ACK\n");
        assertThat(seen.get(1).ack()).isEqualTo(seen.get(0).seq() + 40);
        assertThat(seen.get(1).seq()).isEqualTo(seen.get(0).ack());
        assertThat(seen).allMatch(Seen::timestamps);
    }

    @Test
    void every_format_and_link_is_readable() {
        for (String setup : List.of(
                "capture format=pcap-us",
                "capture format=pcap-ns link=raw",
                "capture format=pcapng",
                "capture format=pcapng link=raw")) {
            assertThat(segments(setup + "\n" + HOSTS + HANDSHAKE)).as(setup).hasSize(3);
        }
        assertThat(segments("capture vlan=12\n" + HOSTS + HANDSHAKE))
                .allMatch(segment -> segment.encapsulation().equals("VLAN 12"));
    }

    @Test
    void nanoseconds_are_kept_where_the_format_has_them() {
        String lines = HOSTS + "2026-11-20T15:00:00.000000123Z A > B SYN\n";
        assertThat(segments("capture format=pcap-ns\n" + lines).get(0).timeNanos() % 1000)
                .isEqualTo(123);
        assertThat(segments("capture format=pcapng\n" + lines).get(0).timeNanos() % 1000)
                .isEqualTo(123);
        assertThat(segments("capture format=pcap-us\n" + lines).get(0).timeNanos() % 1000)
                .isZero();
    }

    @Test
    void ipv6_has_a_flow_label_a_connection_and_another_one_for_answers() {
        List<Seen> seen = segments(
                """
                host A fd00::1 port=40000
                host B fd00::2 port=80 hops=2
                """
                        + HANDSHAKE
                        + """
                        +1ms  A > B PSH,ACK data=9 as=late
                        +10ms B > A ACK
                        +1ms  B > A RST answers=late                   # expect half-open-peer-restarted
                        +1ms  B > A RST answers=late flow=connection   # expect data-after-close
                        """);
        assertThat(seen.get(4).ipId()).isEqualTo(seen.get(1).ipId()).isNotZero();
        assertThat(seen.get(5).ipId()).isNotEqualTo(seen.get(1).ipId()).isNotZero();
        assertThat(seen.get(6).ipId()).isEqualTo(seen.get(1).ipId());
        assertThat(seen).noneMatch(Seen::checksumBad);
    }

    @Test
    void frames_are_cut_at_the_snap_length() {
        List<Seen> seen = segments("capture snap=80\n" + HOSTS + HANDSHAKE + "+1ms A > B PSH,ACK data=500\n");
        assertThat(seen.get(3).payload()).hasSize(80 - 14 - 20 - 32);
    }

    @Test
    void a_client_hello_names_its_server() {
        List<Seen> seen = segments(HOSTS + HANDSHAKE + "+1ms A > B PSH,ACK data=client-hello:blocked.example\n");
        assertThat(seen.get(3).payload()).startsWith("\u0016\u0003\u0003").contains("blocked.example");
    }

    @Test
    void the_same_scenario_gives_the_same_bytes_and_knows_the_frames_of_its_resets() {
        String lines = HOSTS + HANDSHAKE + "+1ms A > B RST,ACK # expect linger-zero-abort by initiator\n";
        ScenarioCapture capture = ReadBack.play(lines);
        assertThat(capture.file()).isEqualTo(ReadBack.play(lines).file());
        assertThat(capture.frames()).isEqualTo(4);
        assertThat(capture.resets()).singleElement().satisfies(reset -> {
            assertThat(reset.frame()).isEqualTo(4);
            assertThat(reset.line()).isEqualTo(7);
        });
    }
}
