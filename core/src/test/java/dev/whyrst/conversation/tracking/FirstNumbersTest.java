package dev.whyrst.conversation.tracking;

import static dev.whyrst.conversation.tracking.Packet.request;
import static dev.whyrst.conversation.tracking.Packet.syn;
import static dev.whyrst.conversation.tracking.Packet.synAck;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.conversation.table.ConversationKey;
import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.net.TcpFlags;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the numbers of an end begin: with a RST, beside a wrap, or with a window that is not scaled. */
class FirstNumbersTest {

    private static final int TTL = 64;

    private static long relativeNumberOfReset(Tape tape) {
        return tape.timelines().get(0).resets().get(0).segment().seq();
    }

    @Test
    void a_syn_behind_a_lone_reset_opens_a_conversation_of_its_own() {
        Tape tape = new Tape()
                .plain(new Packet(true, TcpFlags.RST, 5555, 0, 0, 1, TTL))
                .after(1_000_000)
                .plain(syn(777, 2))
                .plain(synAck(500, 778));

        List<Timeline> timelines = tape.timelines();

        assertThat(timelines).hasSize(2);
        assertThat(timelines.get(0).resets()).extracting(Reset::position).containsExactly(0);
        assertThat(timelines.get(1).resets()).isEmpty();
        assertThat(timelines.get(1).id().stream()).isEqualTo(1);
    }

    @Test
    void the_refusal_of_a_syn_that_was_not_captured_does_not_swallow_the_next_connection() {
        Tape tape = new Tape()
                .plain(new Packet(false, TcpFlags.RST | TcpFlags.ACK, 0, 101, 0, 0, TTL))
                .after(1_000_000)
                .plain(syn(777, 2));

        assertThat(tape.timelines()).hasSize(2);
    }

    @Test
    void a_syn_that_is_sent_again_behind_its_refusal_belongs_to_it() {
        Tape tape = new Tape()
                .plain(new Packet(false, TcpFlags.RST | TcpFlags.ACK, 0, 101, 0, 0, TTL))
                .after(1_000_000)
                .plain(syn(100, 2));

        assertThat(tape.timelines()).hasSize(1);
    }

    @Test
    void an_acknowledgment_of_number_0_is_no_wrap() {
        Tape tape = new Tape()
                .plain(new Packet(true, TcpFlags.ACK, 700, 0, 0, 1, TTL))
                .plain(new Packet(false, TcpFlags.RST, 0, 0, 0, 0, TTL));

        assertThat(relativeNumberOfReset(tape)).isEqualTo(1);
    }

    @Test
    void data_across_the_wrap_counts_on() {
        Tape tape = new Tape()
                .plain(request(0xffff_fff0, 501, 1))
                .plain(new Packet(true, TcpFlags.RST, 0xffff_fff0 + 100, 0, 0, 2, TTL));

        assertThat(relativeNumberOfReset(tape)).isEqualTo(101);
    }

    @Test
    void the_last_isn_of_all_wraps_with_its_syn() {
        Tape tape = new Tape()
                .plain(syn(0xffff_ffff, 1))
                .plain(synAck(500, 0))
                .plain(request(0, 501, 2))
                .plain(new Packet(true, TcpFlags.RST, 100, 0, 0, 3, TTL));

        assertThat(relativeNumberOfReset(tape)).isEqualTo(101);
    }

    @Test
    void windows_are_scaled_if_both_ends_offer_it() {
        ConversationRows rows = new ConversationRows();
        int row = rows.allocate(new ConversationKey());
        assertThat(rows.windowShift(row, 0)).isEqualTo(-1);

        rows.windowShift(row, 0, 7);
        assertThat(rows.windowShift(row, 0)).isEqualTo(7);
        rows.windowShift(row, 1, -1);
        assertThat(rows.windowShift(row, 0)).isZero();
        assertThat(rows.windowShift(row, 1)).isZero();
    }

    @Test
    void an_absurd_scale_is_taken_for_the_largest_and_harms_nothing() {
        ConversationRows rows = new ConversationRows();
        int row = rows.allocate(new ConversationKey());
        rows.windowShift(row, 0, 255);

        assertThat(rows.windowShift(row, 0)).isEqualTo(14);
        assertThat(rows.wraps(row, 0)).isZero();
    }
}
