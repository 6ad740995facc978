package dev.whyrst.decode;

import static dev.whyrst.decode.Bits.hex;
import static dev.whyrst.decode.Bits.join;
import static dev.whyrst.decode.Packets.ACK;
import static dev.whyrst.decode.Packets.RST;
import static dev.whyrst.decode.Packets.TCP;
import static dev.whyrst.decode.Packets.UDP;
import static dev.whyrst.decode.Packets.ipv4;
import static dev.whyrst.decode.Packets.ipv6;
import static dev.whyrst.decode.Packets.resetPacket;
import static dev.whyrst.decode.Packets.tcp;
import static dev.whyrst.decode.Packets.udp;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FragmentsTest {

    private static final int MORE = 0x2000;
    private static final int ID = 77;
    private static final long SECOND = 1_000_000_000L;

    private final byte[] data = tcp(ACK, new byte[0], new byte[3000]);
    private final byte[] reset = tcp(RST);

    private FrameDecoder decoder = new FrameDecoder();
    private long clock = SECOND;

    @Test
    void a_segment_is_decoded_at_the_frame_that_completes_it_with_its_whole_length() {
        assertThat(fragment(data, 0, 1480, true).outcome()).isEqualTo(DecodeOutcome.FRAGMENT);
        assertThat(fragment(data, 1480, 2960, true).outcome()).isEqualTo(DecodeOutcome.FRAGMENT);
        Decoded whole = fragment(data, 2960, data.length, false);

        assertThat(whole.outcome()).isEqualTo(DecodeOutcome.TCP_SEGMENT);
        assertThat(whole.segment().payloadLength()).isEqualTo(3000);
        assertThat(whole.source().port()).isEqualTo(Packets.CLIENT_PORT);
    }

    @Test
    void fragments_may_come_in_any_order() {
        fragment(data, 2960, data.length, false);
        fragment(data, 0, 1480, true);

        assertThat(fragment(data, 1480, 2960, true).segment().payloadLength()).isEqualTo(3000);
    }

    @Test
    void a_reset_in_a_first_fragment_counts_at_once_and_only_once() {
        byte[] segment = tcp(RST, new byte[0], new byte[100]);

        assertThat(fragment(segment, 0, 64, true).isReset()).isTrue();
        assertThat(fragment(segment, 64, 120, false).outcome()).isEqualTo(DecodeOutcome.FRAGMENT);
    }

    @Test
    void a_reset_whose_header_is_split_is_found() {
        assertThat(fragment(reset, 0, 8, true).outcome()).isEqualTo(DecodeOutcome.FRAGMENT);
        assertThat(fragment(reset, 8, 20, false).isReset()).isTrue();
    }

    @Test
    void a_reset_whose_ipv6_packet_is_split_is_found() {
        byte[] first = ipv6(44, join(hex("06 00 0001 00000009"), Arrays.copyOf(reset, 8)));
        byte[] last = ipv6(44, join(hex("06 00 0008 00000009"), Arrays.copyOfRange(reset, 8, 20)));

        assertThat(decode(first).outcome()).isEqualTo(DecodeOutcome.FRAGMENT);
        assertThat(decode(last).isReset()).isTrue();
    }

    @Test
    void a_segment_in_the_first_fragment_of_a_tunnel_needs_no_rest_if_its_own_packet_tells_its_length() {
        byte[] inner = ipv4(TCP, data);
        byte[] tunnel = udp(50000, 2152, join(hex("30ff 0be0 00000001"), inner));
        Decoded first = decode(ipv4(UDP, Arrays.copyOf(tunnel, 1480), 1500, ID, MORE));

        assertThat(first.encapsulation()).isEqualTo("GTP-U");
        assertThat(first.segment().payloadLength()).isEqualTo(3000);
    }

    @Test
    void an_inner_header_behind_the_first_fragment_of_a_tunnel_is_found() {
        byte[] tunnel = udp(50000, 2152, join(hex("30ff 0028 00000001"), resetPacket()));
        decode(ipv4(UDP, Arrays.copyOf(tunnel, 40), 60, ID, MORE));
        Decoded last = decode(ipv4(UDP, Arrays.copyOfRange(tunnel, 40, tunnel.length), 36, ID, 5));

        assertThat(last.isReset()).isTrue();
        assertThat(last.encapsulation()).isEqualTo("GTP-U");
    }

    @Test
    void overlapping_fragments_spoil_their_packet() {
        fragment(reset, 0, 8, true);

        assertThat(decode(ipv4(TCP, new byte[24], 44, ID, 0)).outcome()).isNotEqualTo(DecodeOutcome.TCP_SEGMENT);
        byte[] teardrop = ipv4(TCP, new byte[16], 36, ID, MORE);
        fragment(data, 8, 24, true);
        decode(teardrop);
        assertThat(fragment(data, 24, 40, false).outcome()).isEqualTo(DecodeOutcome.FRAGMENT);
    }

    @Test
    void a_fragment_seen_twice_does_no_harm() {
        fragment(reset, 0, 8, true);
        fragment(reset, 0, 8, true);

        assertThat(fragment(reset, 8, 20, false).isReset()).isTrue();
    }

    @Test
    void fragments_behind_the_end_spoil_their_packet() {
        fragment(data, 0, 1480, true);
        fragment(data, 1480, 1600, false);

        assertThat(decode(ipv4(TCP, new byte[100], 120, ID, 65_000 / 8)).outcome())
                .isEqualTo(DecodeOutcome.FRAGMENT);
        assertThat(decode(ipv4(TCP, new byte[1000], 1020, ID, 65_528 / 8)).outcome())
                .isEqualTo(DecodeOutcome.FRAGMENT);
    }

    @Test
    void an_identification_may_come_back() {
        fragment(data, 0, 1480, true);
        fragment(data, 1480, data.length, false);

        fragment(reset, 0, 8, true);
        assertThat(fragment(reset, 8, 20, false).isReset()).isTrue();
    }

    @Test
    void a_packet_that_was_never_completed_is_forgotten_after_half_a_minute() {
        fragment(data, 0, 1480, true);
        clock += 31 * SECOND;

        assertThat(fragment(data, 1480, data.length, false).outcome()).isEqualTo(DecodeOutcome.FRAGMENT);
    }

    @Test
    void the_same_identification_in_another_vlan_is_another_packet() {
        byte[] first = ipv4(TCP, Arrays.copyOf(reset, 8), 28, ID, MORE);
        byte[] last = ipv4(TCP, Arrays.copyOfRange(reset, 8, 20), 32, ID, 1);
        ethernet(3, first);

        assertThat(ethernet(4, last).outcome()).isEqualTo(DecodeOutcome.FRAGMENT);
        assertThat(ethernet(3, last).isReset()).isTrue();
    }

    @Test
    void without_reassembly_a_first_fragment_gives_what_it_has() {
        decoder = new FrameDecoder(0);

        assertThat(fragment(data, 0, 1480, true).segment().payloadLength()).isEqualTo(1460);
        assertThat(fragment(data, 1480, data.length, false).outcome()).isEqualTo(DecodeOutcome.FRAGMENT);
    }

    @Test
    void a_flood_of_first_fragments_drives_out_the_oldest_only() {
        decoder = new FrameDecoder(1);
        fragment(reset, 0, 8, true);
        for (int id = 1000; id < 1063; id++) {
            decode(ipv4(TCP, Arrays.copyOf(reset, 8), 28, id, MORE));
        }
        assertThat(fragment(reset, 8, 20, false).isReset()).isTrue();

        fragment(reset, 0, 8, true);
        for (int id = 2000; id < 2065; id++) {
            decode(ipv4(TCP, Arrays.copyOf(reset, 8), 28, id, MORE));
        }
        assertThat(fragment(reset, 8, 20, false).outcome()).isEqualTo(DecodeOutcome.FRAGMENT);
    }

    @Test
    void snapped_fragments_still_tell_the_length() {
        byte[] first = Arrays.copyOf(ipv4(TCP, Arrays.copyOf(data, 1480), 1500, ID, MORE), 60);
        byte[] last = Arrays.copyOf(ipv4(TCP, Arrays.copyOfRange(data, 1480, 3020), 1560, ID, 185), 60);
        Decoded.frame(decoder, Decoded.RAW, first, 1500, clock);
        Decoded whole = Decoded.frame(decoder, Decoded.RAW, last, 1560, clock);

        assertThat(whole.segment().payloadLength()).isEqualTo(3000);
        assertThat(whole.segment().payloadCaptured()).isEqualTo(20);
    }

    private Decoded fragment(byte[] segment, int from, int to, boolean more) {
        byte[] part = Arrays.copyOfRange(segment, from, to);
        return decode(ipv4(TCP, part, 20 + part.length, ID, from / 8 | (more ? MORE : 0)));
    }

    private Decoded decode(byte[] packet) {
        return Decoded.frame(decoder, Decoded.RAW, packet, packet.length, clock);
    }

    private Decoded ethernet(int vlan, byte[] packet) {
        byte[] frame = Packets.ethernet(0x8100, Packets.vlan(vlan, Packets.IPV4, packet));
        return Decoded.frame(decoder, Decoded.ETHERNET, frame, frame.length, clock);
    }
}
