package dev.whyrst.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.whyrst.capture.FrameView;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a user meets: link types, wrong expressions, and what the report says of the frames left out. */
class BpfFilterTest {

    private static final int NULL = 0;
    private static final int ETHERNET = 1;
    private static final int RAW = 101;
    private static final int BLUETOOTH = 187;

    @BeforeAll
    static void libpcapMustBeThere() {
        assumeThat(Libpcap.isThere()).as("libpcap is installed").isTrue();
    }

    @Test
    void each_link_type_has_its_own_program() {
        BpfFilter filter = BpfFilter.of("ip src host 10.0.0.27");

        assertThat(filter.accepts(frame(RAW, packetFrom(27)))).isTrue();
        assertThat(filter.accepts(frame(ETHERNET, onEthernet(packetFrom(27))))).isTrue();
        assertThat(filter.accepts(frame(RAW, packetFrom(28)))).isFalse();
        assertThat(filter.accepts(frame(ETHERNET, onEthernet(packetFrom(28))))).isFalse();
        assertThat(filter.notices()).containsExactly("2 of 4 frames match the filter; only these were looked at");
    }

    @Test
    void loopback_frames_of_hosts_of_either_byte_order_are_filtered() {
        BpfFilter filter = BpfFilter.of("ip");

        assertThat(filter.accepts(frame(NULL, behind(new byte[] {2, 0, 0, 0}, packetFrom(1)))))
                .isTrue();
        assertThat(filter.accepts(frame(NULL, behind(new byte[] {0, 0, 0, 2}, packetFrom(1)))))
                .isTrue();
        assertThat(filter.accepts(frame(NULL, behind(new byte[] {0, 0, 0, 7}, packetFrom(1)))))
                .isFalse();
        assertThat(filter.accepts(frame(NULL, new byte[2]))).isFalse();
    }

    @Test
    void a_wrong_expression_is_refused_with_the_words_of_libpcap() {
        BpfFilter filter = BpfFilter.of("tcp prot 80");

        assertThatThrownBy(() -> filter.accepts(frame(ETHERNET, new byte[60])))
                .isInstanceOf(FilterException.class)
                .hasMessageContaining("--filter 'tcp prot 80': ")
                .hasMessageContaining("syntax error")
                .hasMessageContaining("link type 1");
    }

    @Test
    void link_types_that_the_expression_does_not_fit_are_left_out_and_named() {
        BpfFilter filter = BpfFilter.of("tcp");

        assertThat(filter.accepts(frame(BLUETOOTH, new byte[60]))).isFalse();
        assertThat(filter.accepts(frame(RAW, packetFrom(27)))).isTrue();
        assertThat(filter.notices())
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("Frames of link type 187 were left out, because the filter does not fit them: ");
    }

    @Test
    void an_expression_that_fits_no_frame_is_refused_in_the_end() {
        BpfFilter filter = BpfFilter.of("ether host 00:00:5e:00:53:01");

        assertThat(filter.accepts(frame(RAW, packetFrom(27)))).isFalse();
        assertThatThrownBy(filter::notices)
                .isInstanceOf(FilterException.class)
                .hasMessageContaining("ethernet addresses supported only on")
                .hasMessageContaining("link type 101");
    }

    @Test
    void thousands_of_link_types_are_not_all_compiled_for() {
        BpfFilter filter = BpfFilter.of("");
        int accepted = 0;
        for (int linkType = 104; linkType < 280; linkType++) {
            accepted += filter.accepts(frame(linkType, new byte[60])) ? 1 : 0;
        }

        assertThat(accepted).isBetween(1, 64);
    }

    private static FrameView frame(int linkType, byte[] bytes) {
        FrameView frame = new FrameView();
        frame.wrap(bytes, 0, bytes.length, bytes.length, 0, 1, linkType);
        return frame;
    }

    /** An IPv4 packet with TCP from 10.0.0.HOST. */
    private static byte[] packetFrom(int host) {
        byte[] packet = new byte[40];
        packet[0] = 0x45;
        packet[9] = 6;
        packet[12] = 10;
        packet[15] = (byte) host;
        return packet;
    }

    private static byte[] onEthernet(byte[] packet) {
        byte[] header = new byte[14];
        header[12] = 0x08;
        return behind(header, packet);
    }

    private static byte[] behind(byte[] header, byte[] packet) {
        byte[] frame = Arrays.copyOf(header, header.length + packet.length);
        System.arraycopy(packet, 0, frame, header.length, packet.length);
        return frame;
    }
}
