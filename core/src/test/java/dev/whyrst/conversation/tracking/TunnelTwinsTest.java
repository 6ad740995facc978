package dev.whyrst.conversation.tracking;

import static dev.whyrst.conversation.tracking.Packet.request;
import static dev.whyrst.conversation.tracking.Packet.reset;
import static dev.whyrst.conversation.tracking.Packet.response;
import static dev.whyrst.conversation.tracking.Packet.syn;
import static dev.whyrst.conversation.tracking.Packet.synAck;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses and ports that are captured inside and outside of a tunnel. */
class TunnelTwinsTest {

    private static final Packet[] CONVERSATION = {
        syn(100, 1), synAck(500, 101), request(101, 501, 2), response(501, 201, 9), reset(601, 201, 10)
    };

    private static List<Integer> rawSeqs(Timeline timeline) {
        return timeline.segments().stream().map(Segment::rawSeq).toList();
    }

    @Test
    void a_connection_captured_inside_and_outside_is_two_conversations_with_one_number() {
        Tape tape = new Tape();
        for (Packet packet : CONVERSATION) {
            tape.plain(packet).inVxlan(5, packet.forwarded()).after(1_000);
        }

        List<Timeline> timelines = tape.timelines();

        assertThat(timelines).hasSize(2);
        assertThat(timelines).allSatisfy(t -> assertThat(rawSeqs(t)).containsExactly(100, 500, 101, 501, 601));
        assertThat(timelines).allSatisfy(t -> assertThat(t.id().stream()).isZero());
        assertThat(timelines).allSatisfy(t -> assertThat(t.resets()).hasSize(1));
        assertThat(tape.tracker().conversations()).isEqualTo(1);
        assertThat(tape.tracker().notes())
                .singleElement()
                .asString()
                .startsWith("1 conversation was captured in a tunnel");
    }

    @Test
    void a_connection_whose_directions_take_different_ways_is_one() {
        Tape tape = new Tape();
        for (Packet packet : CONVERSATION) {
            if (packet.fromClient()) {
                tape.plain(packet).after(1_000);
            } else {
                tape.inVxlan(5, packet).after(1_000);
            }
        }

        assertThat(tape.timelines()).singleElement().satisfies(t -> assertThat(rawSeqs(t))
                .hasSize(5));
    }

    @Test
    void copies_within_the_tunnel_of_one_direction_make_no_second_conversation() {
        Tape tape = new Tape();
        for (Packet packet : CONVERSATION) {
            if (packet.fromClient()) {
                tape.plain(packet).after(1_000);
            } else {
                tape.inVxlan(5, packet).inVxlan(5, packet.forwarded()).after(1_000);
            }
        }

        assertThat(tape.timelines()).singleElement().satisfies(t -> assertThat(t.resets())
                .hasSize(2));
    }

    @Test
    void a_connection_that_moves_into_a_tunnel_stays_one() {
        Tape tape = new Tape().plain(syn(100, 1)).plain(synAck(500, 101)).plain(request(101, 501, 2));
        tape.after(900).inVxlan(5, response(501, 201, 9)).inVxlan(5, request(201, 601, 3));

        assertThat(tape.timelines()).singleElement().satisfies(t -> assertThat(t.segments())
                .hasSize(5));
    }

    @Test
    void two_networks_with_the_same_addresses_do_not_disturb_each_other() {
        Tape tape = new Tape().plain(syn(100, 1)).plain(synAck(500, 101)).plain(request(101, 501, 2));
        tape.after(900).inVxlan(5, syn(7_000, 1)).inVxlan(5, synAck(9_000, 7_001));
        tape.after(900)
                .plain(response(501, 201, 9))
                .inVxlan(5, request(7_001, 9_001, 2))
                .plain(request(201, 601, 3));

        List<Timeline> timelines = tape.timelines();

        assertThat(timelines).hasSize(2);
        assertThat(rawSeqs(timelines.get(0))).containsExactly(100, 500, 101, 501, 201);
        assertThat(rawSeqs(timelines.get(1))).containsExactly(7_000, 9_000, 7_001);
        assertThat(timelines).extracting(t -> t.id().stream()).containsExactly(0L, 1L);
    }

    @Test
    void the_next_connection_on_the_same_ports_is_again_two_with_one_number() {
        Tape tape = new Tape();
        for (Packet packet : CONVERSATION) {
            tape.plain(packet).inVxlan(5, packet.forwarded()).after(1_000);
        }
        tape.after(5_000_000).plain(syn(70_000, 50)).inVxlan(5, syn(70_000, 50).forwarded());

        assertThat(tape.timelines()).extracting(t -> t.id().stream()).containsExactlyInAnyOrder(0L, 0L, 1L, 1L);
        assertThat(tape.tracker().conversations()).isEqualTo(2);
    }
}
