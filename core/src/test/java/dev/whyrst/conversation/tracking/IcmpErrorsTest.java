package dev.whyrst.conversation.tracking;

import static dev.whyrst.conversation.tracking.Packet.request;
import static dev.whyrst.conversation.tracking.Packet.reset;
import static dev.whyrst.conversation.tracking.Packet.syn;
import static dev.whyrst.conversation.tracking.Packet.synAck;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.conversation.log.IcmpErrors;
import dev.whyrst.net.IpAddress;
import dev.whyrst.net.TcpFlags;
import dev.whyrst.timeline.IcmpError;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ICMP errors that quote a conversation. */
class IcmpErrorsTest {

    private static final int ROUTER = 0xc0000263;

    private static Tape opened() {
        return new Tape().plain(syn(100, 1)).plain(synAck(500, 101)).plain(request(101, 501, 2));
    }

    private static Timeline only(Tape tape) {
        return tape.timelines().get(0);
    }

    @Test
    void an_error_stands_in_the_timeline_of_the_conversation_that_it_quotes() {
        Tape tape = opened().icmpError(3, 13, ROUTER, request(101, 501, 2)).plain(reset(501, 201, 7));

        assertThat(only(tape).icmpErrors()).singleElement().satisfies(error -> {
            assertThat(error.at().number()).isEqualTo(4);
            assertThat(error.from()).isEqualTo(IpAddress.ofIpv4(ROUTER));
            assertThat(error.quoted()).isEqualTo(Side.INITIATOR);
            assertThat(error.ipv6()).isFalse();
            assertThat(error.type()).isEqualTo(3);
            assertThat(error.code()).isEqualTo(13);
        });
        assertThat(only(tape).segments()).hasSize(4);
    }

    @Test
    void of_equal_errors_the_last_before_the_reset_is_kept() {
        Tape tape = opened();
        for (int i = 0; i < 100; i++) {
            tape.icmpError(3, 4, ROUTER, request(101, 501, 2));
        }
        tape.plain(reset(501, 201, 7)).icmpError(3, 4, ROUTER, request(101, 501, 2));

        assertThat(only(tape).icmpErrors()).extracting(e -> e.at().number()).containsExactly(103L);
    }

    @Test
    void a_flood_of_different_errors_is_bounded() {
        Tape tape = opened();
        for (int i = 0; i < 1000; i++) {
            tape.icmpError(11, 0, ROUTER + i, request(101, 501, 2));
        }

        assertThat(only(tape).icmpErrors()).hasSize(IcmpErrors.MAX_OF_ONE);
    }

    @Test
    void an_error_about_an_unknown_conversation_leaves_no_trace() {
        Tape tape = new Tape().icmpError(3, 3, ROUTER, syn(100, 1)).plain(syn(100, 1));

        assertThat(only(tape).icmpErrors()).isEmpty();
    }

    @Test
    void the_next_connection_on_the_same_ports_does_not_inherit_them() {
        Tape tape = opened().icmpError(3, 13, ROUTER, request(101, 501, 2)).plain(syn(70_000, 9));

        assertThat(tape.timelines()).extracting(t -> t.icmpErrors().size()).containsExactly(1, 0);
        assertThat(tape.timelines().get(0).icmpErrors())
                .extracting(IcmpError::code)
                .containsExactly(13);
    }

    @Test
    void an_attempt_that_was_turned_back_has_failed() {
        assertThat(failures(new Tape().plain(syn(100, 1)).after(500).icmpError(3, 1, ROUTER, syn(100, 1))))
                .containsExactly("icmp-rejected 198.51.100.2:80 ICMP type 3 code 1 from 192.0.2.99");
    }

    @Test
    void an_error_during_a_connection_is_its_end_only_if_nothing_comes_after_it() {
        Tape cut = opened().after(500).icmpError(3, 1, ROUTER, request(101, 501, 2));

        assertThat(failures(cut)).as("the capture ends with the error").isEmpty();
        assertThat(failures(opened().icmpError(3, 4, ROUTER, request(101, 501, 2))
                        .after(9_000_000)
                        .plain(syn(900, 9))))
                .as("smaller segments are asked for")
                .isEmpty();
        assertThat(failures(
                        opened().icmpError(3, 1, ROUTER, request(101, 501, 2)).plain(Packet.response(501, 201, 3))))
                .as("the server goes on")
                .isEmpty();
    }

    @Test
    void a_server_that_is_silent_for_long_after_an_error_was_cut_off() {
        Tape silent = opened().icmpError(3, 13, ROUTER, request(101, 501, 2));

        assertThat(failures(silent.after(9_000_000).plain(attempt(41_000))))
                .as("a router that had no route for a moment")
                .isEmpty();
        assertThat(failures(silent.after(2_000_000).plain(attempt(41_001))))
                .containsExactly("icmp-rejected 198.51.100.2:80 ICMP type 3 code 13 from 192.0.2.99");
    }

    /** The first segment of another conversation. */
    private static Packet attempt(int clientPort) {
        return new Packet(true, clientPort, TcpFlags.SYN, 900, 0, 0, 9, 64, Packet.WINDOW);
    }

    private static List<String> failures(Tape tape) {
        ConversationTracker tracker = tape.tracker();
        try {
            tracker.endOfCapture().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tracker.failures().stream()
                .map(failure -> failure.kind().id() + " " + failure.service() + " " + failure.detail())
                .toList();
    }
}
