package dev.whyrst.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Instructions written by hand, as in the tables of McCanne and Jacobson; {@link BpfOracleTest} has those of libpcap.
 */
class BpfInterpreterTest {

    private static final byte[] FRAME = {(byte) 0xff, 0x45, 0x01, 0x02, (byte) 0x80, 0x00, 0x00, 0x01};

    @Test
    void numbers_are_read_from_the_frame_in_network_order() {
        assertThat(accepts(ld(0x20, 4), jeq(0x80000001), ret(1), ret(0))).isTrue();
        assertThat(accepts(ld(0x28, 2), jeq(0x0102), ret(1), ret(0))).isTrue();
        assertThat(accepts(ld(0x30, 0), jeq(0xff), ret(1), ret(0))).isTrue();
    }

    @Test
    void a_load_from_behind_the_captured_bytes_rejects_the_frame() {
        assertThat(accepts(ld(0x20, 5), ret(1))).isFalse();
        assertThat(accepts(ld(0x28, 7), ret(1))).isFalse();
        assertThat(accepts(ld(0x30, 8), ret(1))).isFalse();
        assertThat(accepts(ld(0xb1, 8), ret(1))).isFalse();
        assertThat(accepts(ld(0x20, -1), ret(1))).isFalse();
        assertThat(accepts(ld(0x20, Integer.MIN_VALUE), ret(1))).isFalse();
    }

    @Test
    void a_load_from_a_place_that_wraps_around_rejects_the_frame() {
        assertThat(accepts(ld(0x01, -1), ld(0x50, 3), ret(1))).isFalse();
    }

    @Test
    void bytes_of_other_frames_in_the_buffer_are_out_of_reach() {
        BpfInterpreter interpreter = interpreter(ld(0x30, 2), ret(1));

        assertThat(interpreter.accepts(FRAME, 2, 2, 2)).isFalse();
        assertThat(interpreter.accepts(FRAME, 2, 3, 3)).isTrue();
    }

    @Test
    void the_length_is_that_on_the_wire() {
        assertThat(interpreter(ld(0x80, 0), jeq(1514), ret(1), ret(0)).accepts(FRAME, 0, 8, 1514))
                .isTrue();
    }

    @Test
    void the_length_of_an_ip_header_comes_from_four_bits() {
        assertThat(accepts(ld(0xb1, 1), step(0x87, 0), jeq(20), ret(1), ret(0))).isTrue();
    }

    @Test
    void comparisons_are_unsigned() {
        assertThat(accepts(ld(0x00, -1), new int[] {0x25, 0, 1, 5}, ret(1), ret(0)))
                .isTrue();
        assertThat(accepts(ld(0x00, -1), new int[] {0x35, 0, 1, 5}, ret(1), ret(0)))
                .isTrue();
        assertThat(accepts(ld(0x00, 6), new int[] {0x45, 0, 1, 2}, ret(1), ret(0)))
                .isTrue();
    }

    @Test
    void arithmetic_is_unsigned_and_wraps() {
        assertThat(computed(-1, 0x34, 2)).isEqualTo(Integer.MAX_VALUE);
        assertThat(computed(-1, 0x94, 10)).isEqualTo(5);
        assertThat(computed(-1, 0x04, 2)).isEqualTo(1);
        assertThat(computed(1, 0x14, 2)).isEqualTo(-1);
        assertThat(computed(1 << 31, 0x24, 2)).isZero();
        assertThat(computed(0b1100, 0x54, 0b1010)).isEqualTo(0b1000);
        assertThat(computed(0b1100, 0x44, 0b1010)).isEqualTo(0b1110);
        assertThat(computed(0b1100, 0xa4, 0b1010)).isEqualTo(0b0110);
        assertThat(computed(1, 0x64, 31)).isEqualTo(1 << 31);
        assertThat(computed(-1, 0x74, 31)).isEqualTo(1);
        assertThat(computed(1, 0x64, 32)).isZero();
        assertThat(computed(-1, 0x74, 32)).isZero();
        assertThat(computed(7, 0x84, 0)).isEqualTo(-7);
    }

    @Test
    void a_division_by_zero_rejects_the_frame() {
        assertThat(accepts(ld(0x00, 9), ld(0x01, 0), step(0x3c, 0), ret(1))).isFalse();
        assertThat(accepts(ld(0x00, 9), ld(0x01, 0), step(0x9c, 0), ret(1))).isFalse();
    }

    @Test
    void scratch_cells_keep_both_registers() {
        assertThat(accepts(
                        ld(0x00, 7),
                        step(0x02, 15),
                        ld(0x01, 8),
                        step(0x03, 0),
                        ld(0x61, 15),
                        ld(0x60, 0),
                        new int[] {0x2d, 0, 1, 0},
                        ret(1),
                        ret(0)))
                .isTrue();
    }

    @Test
    void a_loop_without_end_rejects_the_frame() {
        assertThat(accepts(step(0x05, -1), ret(1))).isFalse();
    }

    @Test
    void instructions_that_could_leave_their_bounds_are_refused() {
        assertUnsound(step(0x05, 1), ret(1));
        assertUnsound(step(0x05, -2), ret(1));
        assertUnsound(new int[] {0x15, 1, 0, 0}, ret(1));
        assertUnsound(step(0x02, 16), ret(1));
        assertUnsound(ld(0x60, -1), ret(1));
        assertUnsound(step(0x34, 0), ret(1));
        assertUnsound(step(0xf4, 1), ret(1));
        assertUnsound(ld(0xa0, 0), ret(1));
        assertUnsound(ld(0x00, 1));
        assertUnsound();
    }

    private static void assertUnsound(int[]... steps) {
        assertThatThrownBy(() -> interpreter(steps)).isInstanceOf(IllegalArgumentException.class);
    }

    /** What A is after the operation, once with a constant and once with X. */
    private static int computed(int a, int opcode, int operand) {
        int withConstant = lastA(ld(0x00, a), step(opcode, operand));
        int withX = lastA(ld(0x01, operand), ld(0x00, a), step(opcode | 0x08, 0));

        assertThat(withX).isEqualTo(withConstant);
        return withConstant;
    }

    /** A after the steps, asked bit by bit. */
    private static int lastA(int[]... steps) {
        int found = 0;
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            int[][] program = Arrays.copyOf(steps, steps.length + 3);
            program[steps.length] = new int[] {0x45, 0, 1, 1 << bit};
            program[steps.length + 1] = ret(1);
            program[steps.length + 2] = ret(0);
            found |= accepts(program) ? 1 << bit : 0;
        }
        return found;
    }

    private static boolean accepts(int[]... steps) {
        return interpreter(steps).accepts(FRAME, 0, FRAME.length, FRAME.length);
    }

    private static BpfInterpreter interpreter(int[]... steps) {
        int[][] columns = new int[4][steps.length];
        for (int i = 0; i < steps.length; i++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][i] = steps[i][column];
            }
        }
        return new BpfInterpreter(new BpfCode(columns[0], columns[1], columns[2], columns[3]));
    }

    private static int[] step(int opcode, int constant) {
        return new int[] {opcode, 0, 0, constant};
    }

    private static int[] ld(int opcode, int constant) {
        return step(opcode, constant);
    }

    private static int[] ret(int result) {
        return step(0x06, result);
    }

    /** Goes on with the next instruction where A is that constant, else with the one after it. */
    private static int[] jeq(int constant) {
        return new int[] {0x15, 0, 1, constant};
    }
}
