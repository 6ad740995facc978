package dev.whyrst.decode;

import static dev.whyrst.decode.Packets.ACK;
import static dev.whyrst.decode.Packets.RST;
import static dev.whyrst.decode.Packets.TCP;
import static dev.whyrst.decode.Packets.ipv4;
import static dev.whyrst.decode.Packets.ipv6;
import static dev.whyrst.decode.Packets.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChecksumTest {

    /** The sum over the addresses of the test packets, the protocol, and a length of 20, folded. */
    private static final int PSEUDO_HEADER = fold(0xc000 + 0x0201 + 0xc633 + 0x6402 + TCP + 20);

    @Test
    void a_right_checksum_is_not_bad() {
        SegmentView segment = reset(RST, rightChecksum(tcp(RST), PSEUDO_HEADER));

        assertThat(segment.checksumBad()).isFalse();
        assertThat(segment.checksumOffloaded()).isFalse();
    }

    @Test
    void a_wrong_checksum_of_a_reset_is_bad() {
        int wrong = rightChecksum(tcp(RST), PSEUDO_HEADER) ^ 0x0100;

        assertThat(reset(RST, wrong).checksumBad()).isTrue();
    }

    @Test
    void a_checksum_left_to_the_network_card_is_not_bad() {
        SegmentView segment = reset(RST, PSEUDO_HEADER);

        assertThat(segment.checksumOffloaded()).isTrue();
        assertThat(segment.checksumBad()).isFalse();
    }

    @Test
    void only_resets_are_verified() {
        assertThat(reset(ACK, 1).checksumBad()).isFalse();
    }

    @Test
    void ipv6_has_its_own_pseudo_header() {
        int pseudoHeader = fold(2 * (0x2001 + 0x0db8) + 1 + 2 + TCP + 20);
        byte[] segment = tcp(RST);
        int right = rightChecksum(segment, pseudoHeader);
        byte[] good = ipv6(TCP, withChecksum(segment, right));
        byte[] bad = ipv6(TCP, withChecksum(segment, right ^ 1));

        assertThat(Decoded.link(Decoded.RAW, good).segment().checksumBad()).isFalse();
        assertThat(Decoded.link(Decoded.RAW, bad).segment().checksumBad()).isTrue();
    }

    @Test
    void a_snapped_reset_is_not_judged() {
        byte[] packet = ipv4(TCP, withChecksum(tcp(RST, new byte[0], new byte[10]), 1));
        Decoded decoded = Decoded.frame(new FrameDecoder(), Decoded.RAW, Arrays.copyOf(packet, 40), 50, 0);

        assertThat(decoded.isReset()).isTrue();
        assertThat(decoded.segment().checksumBad()).isFalse();
    }

    private static SegmentView reset(int flags, int checksum) {
        return Decoded.link(Decoded.RAW, ipv4(TCP, withChecksum(tcp(flags), checksum)))
                .segment();
    }

    private static byte[] withChecksum(byte[] segment, int checksum) {
        byte[] copy = segment.clone();
        copy[16] = (byte) (checksum >> 8);
        copy[17] = (byte) checksum;
        return copy;
    }

    private static int rightChecksum(byte[] segment, int pseudoHeader) {
        int sum = pseudoHeader;
        for (int i = 0; i < segment.length; i += 2) {
            sum += (segment[i] & 0xff) << 8 | (segment[i + 1] & 0xff);
        }
        return ~fold(sum) & 0xffff;
    }

    private static int fold(int sum) {
        int folded = sum;
        while (folded > 0xffff) {
            folded = (folded >>> 16) + (folded & 0xffff);
        }
        return folded;
    }
}
