package dev.whyrst.conversation.tracking;

import static dev.whyrst.conversation.tracking.Packet.request;
import static dev.whyrst.conversation.tracking.Packet.reset;
import static dev.whyrst.conversation.tracking.Packet.response;
import static dev.whyrst.conversation.tracking.Packet.syn;
import static dev.whyrst.conversation.tracking.Packet.synAck;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.net.TcpFlags;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Timeline;
import org.junit.jupiter.api.Test;

/** Segments that a capture holds twice, and those that only look so. */
class DuplicateCapturesTest {

    private static final Packet[] CONVERSATION = {
        syn(100, 1),
        synAck(500, 101),
        request(101, 501, 2),
        response(501, 201, 9),
        request(201, 601, 3),
        reset(601, 301, 0)
    };

    private static Timeline only(Tape tape) {
        assertThat(tape.timelines()).hasSize(1);
        return tape.timelines().get(0);
    }

    @Test
    void a_mirrored_conversation_reads_like_one_that_was_captured_once() {
        Tape once = new Tape();
        Tape twice = new Tape();
        for (Packet packet : CONVERSATION) {
            once.plain(packet).after(5_000);
            twice.plain(packet).after(20).plain(packet.forwarded()).after(5_000);
        }

        Timeline expected = only(once);
        Timeline timeline = only(twice);

        assertThat(timeline.segments().subList(0, 6))
                .extracting(Segment::rawSeq)
                .containsExactly(100, 500, 101, 501, 201, 601);
        assertThat(timeline.history()).isEqualTo(expected.history());
        assertThat(timeline.ofInitiator().retransmissions()).isZero();
        assertThat(timeline.ofInitiator().segments())
                .isEqualTo(expected.ofInitiator().segments());
        assertThat(timeline.ofResponder().minTtl()).isEqualTo(64);
        assertThat(timeline.resets()).extracting(Reset::copy).containsExactly(false, true);
        assertThat(timeline.resets()).extracting(r -> r.segment().at().number()).containsExactly(11L, 12L);
    }

    @Test
    void a_capture_that_holds_its_segments_twice_is_told_so() {
        Tape tape = new Tape();
        for (int i = 0; i < 20; i++) {
            Packet packet = request(101 + 100 * i, 501, i + 1);
            tape.plain(packet).after(20).plain(packet).after(1_000_000);
        }

        assertThat(tape.tracker().notes()).singleElement().asString().startsWith("20 of 40 TCP segments are copies");
    }

    @Test
    void what_a_host_sends_again_is_no_copy() {
        Packet request = request(101, 501, 2);
        Tape tape = new Tape().plain(syn(100, 1)).plain(synAck(500, 101)).plain(request);
        tape.after(3_000).plain(request.sentAgain()).after(300_000).plain(request);

        Timeline timeline = only(tape);

        assertThat(timeline.ofInitiator().retransmissions()).isEqualTo(2);
        assertThat(timeline.segments()).hasSize(5);
        assertThat(tape.tracker().notes()).isEmpty();
    }

    @Test
    void equal_answers_without_identification_are_events_of_their_own() {
        Tape tape = new Tape().plain(request(101, 501, 2)).plain(request(201, 501, 3));
        tape.plain(reset(501, 201, 0)).plain(reset(501, 201, 0));

        assertThat(only(tape).resets()).extracting(Reset::copy).containsExactly(false, false);
    }

    @Test
    void in_a_mirrored_conversation_they_are_copies() {
        Packet refusal = new Packet(false, TcpFlags.RST | TcpFlags.ACK, 0, 101, 0, 0, 64);
        Tape tape = new Tape().plain(syn(100, 1)).plain(syn(100, 1).forwarded());
        tape.after(500).plain(refusal.forwarded()).plain(refusal.forwarded().forwarded());

        assertThat(only(tape).resets()).extracting(Reset::copy).containsExactly(false, true);
    }

    @Test
    void a_copy_is_recognised_behind_the_next_segments_and_in_a_full_log() {
        Tape tape = new Tape().plain(syn(100, 1)).plain(synAck(500, 101));
        for (int i = 0; i < 60; i += 2) {
            Packet first = request(101 + 100 * i, 501, i + 2);
            Packet second = request(201 + 100 * i, 501, i + 3);
            tape.plain(first).plain(second).plain(first.forwarded()).plain(second.forwarded());
        }

        assertThat(only(tape).ofInitiator().retransmissions()).isZero();
        assertThat(tape.tracker().notes()).singleElement().asString().startsWith("60 of 122 ");
    }

    @Test
    void a_segment_cut_before_its_window_has_none() {
        Tape tape = new Tape()
                .plain(request(101, 501, 2))
                .snapped(reset(501, 201, 7), 34)
                .plain(request(201, 501, 3));

        assertThat(only(tape).segments()).extracting(Segment::rawWindow).containsExactly(29_200, -1, 29_200);
        assertThat(only(tape).resets()).extracting(Reset::tracePosition).containsExactly(2L);
    }

    @Test
    void what_is_sent_again_while_the_clock_is_set_back_is_no_copy() {
        Packet request = request(101, 501, 0);
        Tape tape = new Tape().plain(syn(100, 1)).plain(synAck(500, 101));
        tape.at(9_000_000)
                .plain(request)
                .at(8_700_000)
                .plain(request)
                .at(8_400_000)
                .plain(request);

        assertThat(only(tape).ofInitiator().retransmissions()).isEqualTo(2);
    }
}
