package dev.whyrst.decode;

import static dev.whyrst.decode.Bits.hex;
import static dev.whyrst.decode.Bits.join;
import static dev.whyrst.decode.Packets.ACK;
import static dev.whyrst.decode.Packets.IPV4;
import static dev.whyrst.decode.Packets.IPV6;
import static dev.whyrst.decode.Packets.RST;
import static dev.whyrst.decode.Packets.SYN;
import static dev.whyrst.decode.Packets.TCP;
import static dev.whyrst.decode.Packets.ethernet;
import static dev.whyrst.decode.Packets.ipv4;
import static dev.whyrst.decode.Packets.ipv6;
import static dev.whyrst.decode.Packets.resetPacket;
import static dev.whyrst.decode.Packets.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.net.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TcpSegmentTest {

    private static final byte[] GREETING = "hello".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_OPTIONS = new byte[0];

    @Test
    void a_segment_in_ipv4_shows_all_its_fields() {
        Decoded decoded = Decoded.ethernet(ethernet(IPV4, ipv4(TCP, tcp(ACK, NO_OPTIONS, GREETING))));

        SegmentView segment = decoded.segment();
        assertThat(decoded.outcome()).isEqualTo(DecodeOutcome.TCP_SEGMENT);
        assertThat(decoded.source()).isEqualTo(new Endpoint(Packets.address(Packets.CLIENT), Packets.CLIENT_PORT));
        assertThat(decoded.destination()).isEqualTo(new Endpoint(Packets.address(Packets.SERVER), Packets.SERVER_PORT));
        assertThat(segment.frame()).isEqualTo(7);
        assertThat(segment.seq()).isEqualTo((int) Packets.SEQ);
        assertThat(segment.ack()).isEqualTo(0x01020304);
        assertThat(segment.flags()).isEqualTo(ACK);
        assertThat(segment.window()).isEqualTo(29200);
        assertThat(segment.ttl()).isEqualTo(64);
        assertThat(segment.ipId()).isEqualTo(0x1234);
        assertThat(segment.dontFragment()).isTrue();
        assertThat(segment.isIpv6()).isFalse();
        assertThat(segment.macTag()).isNotZero();
        assertThat(segment.encapsulation()).isZero();
        assertThat(decoded.encapsulation()).isEmpty();
        assertThat(payload(segment)).isEqualTo("hello");
    }

    @Test
    void a_segment_in_ipv6_shows_flow_label_and_traffic_class() {
        Decoded decoded = Decoded.ethernet(ethernet(IPV6, ipv6(TCP, tcp(RST, NO_OPTIONS, GREETING))));

        SegmentView segment = decoded.segment();
        assertThat(decoded.isReset()).isTrue();
        assertThat(decoded.source().address()).isEqualTo(Packets.address(Packets.CLIENT_6));
        assertThat(decoded.destination().address()).isEqualTo(Packets.address(Packets.SERVER_6));
        assertThat(segment.isIpv6()).isTrue();
        assertThat(segment.dscpEcn()).isEqualTo(0xb0);
        assertThat(segment.ipId()).isEqualTo(0xabcde);
        assertThat(segment.ttl()).isEqualTo(58);
        assertThat(segment.payloadLength()).isEqualTo(5);
    }

    @Test
    void ipv6_extension_headers_are_passed() {
        byte[] hopByHop = hex("3c 00 010400000000");
        byte[] destinationOptions = hex("2b 01 010c000000000000000000000000");
        byte[] routing = hex("2c 00 0000 00000000");
        byte[] atomicFragment = hex("06 00 0000 00000001");
        byte[] packet = ipv6(0, join(hopByHop, destinationOptions, routing, atomicFragment, tcp(RST)));

        assertThat(Decoded.ethernet(ethernet(IPV6, packet)).isReset()).isTrue();
    }

    @Test
    void options_of_a_syn_are_read() {
        byte[] options = hex("020405b4 0402 080a 00000064 00000000 01 030307");
        SegmentView segment = Decoded.ethernet(ethernet(IPV4, ipv4(TCP, tcp(SYN, options, NO_OPTIONS))))
                .segment();

        assertThat(segment.optionsSeen()).isTrue();
        assertThat(segment.maxSegmentSize()).isEqualTo(1460);
        assertThat(segment.sackPermitted()).isTrue();
        assertThat(segment.hasTimestamps()).isTrue();
        assertThat(segment.tsVal()).isEqualTo(100);
        assertThat(segment.windowShift()).isEqualTo(7);
        assertThat(segment.optionsLength()).isEqualTo(20);
    }

    @Test
    void aligned_timestamps_are_read_and_other_options_say_that_they_are_absent() {
        byte[] options = hex("0101 080a fffffffe 00000002");
        SegmentView segment = Decoded.ethernet(ethernet(IPV4, ipv4(TCP, tcp(ACK, options, GREETING))))
                .segment();

        assertThat(segment.tsVal()).isEqualTo(-2);
        assertThat(segment.tsEcr()).isEqualTo(2);
        assertThat(segment.maxSegmentSize()).isEqualTo(-1);
        assertThat(segment.windowShift()).isEqualTo(-1);
        assertThat(segment.mptcpResetReason()).isEqualTo(-1);
        assertThat(payload(segment)).isEqualTo("hello");
    }

    @Test
    void a_multipath_reset_tells_its_reason() {
        SegmentView segment = Decoded.ethernet(ethernet(IPV4, ipv4(TCP, tcp(RST, hex("1e048005"), NO_OPTIONS))))
                .segment();

        assertThat(segment.mptcpResetReason()).isEqualTo(5);
    }

    @Test
    void options_that_overrun_the_header_say_nothing() {
        SegmentView segment = Decoded.ethernet(ethernet(IPV4, ipv4(TCP, tcp(ACK, hex("030307 02"), GREETING))))
                .segment();

        assertThat(segment.optionsSeen()).isFalse();
        assertThat(segment.windowShift()).isEqualTo(-1);
        assertThat(payload(segment)).isEqualTo("hello");
    }

    @Test
    void ethernet_padding_is_no_payload() {
        byte[] frame = Arrays.copyOf(ethernet(IPV4, resetPacket()), 60);

        assertThat(Decoded.ethernet(frame).segment().payloadLength()).isZero();
    }

    @Test
    void a_total_length_of_zero_means_offload_and_the_frame_counts() {
        byte[] segment = tcp(ACK, NO_OPTIONS, new byte[70_000]);
        Decoded decoded = Decoded.snapped(ethernet(IPV4, ipv4(TCP, segment, 0, 1, 0)), 100);

        assertThat(decoded.segment().payloadLength()).isEqualTo(70_000);
        assertThat(decoded.segment().payloadCaptured()).isEqualTo(100 - 54);
    }

    @Test
    void the_ip_length_counts_where_the_frame_was_snapped() {
        byte[] frame = ethernet(IPV4, ipv4(TCP, tcp(ACK, NO_OPTIONS, new byte[1000])));
        Decoded decoded = Decoded.snapped(frame, 60);

        assertThat(decoded.segment().payloadLength()).isEqualTo(1000);
        assertThat(decoded.segment().payloadCaptured()).isEqualTo(6);
    }

    @Test
    void a_frame_snapped_behind_the_flags_gives_what_it_has() {
        byte[] frame = ethernet(IPV4, ipv4(TCP, tcp(RST, hex("0101080a0000000100000002"), NO_OPTIONS)));
        SegmentView segment = Decoded.snapped(frame, 14 + 20 + 14).segment();

        assertThat(segment.flags()).isEqualTo(RST);
        assertThat(segment.window()).isEqualTo(-1);
        assertThat(segment.optionsSeen()).isFalse();
        assertThat(segment.optionsLength()).isEqualTo(12);
        assertThat(segment.payloadCaptured()).isZero();
    }

    @Test
    void a_frame_snapped_before_the_flags_is_called_snapped() {
        byte[] frame = ethernet(IPV4, resetPacket());

        assertThat(Decoded.snapped(frame, 14 + 20 + 13).outcome()).isEqualTo(DecodeOutcome.SNAPPED);
        assertThat(Decoded.snapped(frame, 14 + 19).outcome()).isEqualTo(DecodeOutcome.SNAPPED);
    }

    @Test
    void an_ip_packet_too_short_for_a_tcp_header_is_malformed() {
        byte[] frame = ethernet(IPV4, ipv4(TCP, tcp(RST), 33, 1, 0));

        assertThat(Decoded.ethernet(frame).outcome()).isEqualTo(DecodeOutcome.MALFORMED);
    }

    @Test
    void a_data_offset_below_five_is_no_segment() {
        byte[] segment = tcp(RST);
        segment[12] = 0x40;

        assertThat(Decoded.ethernet(ethernet(IPV4, ipv4(TCP, segment))).outcome())
                .isEqualTo(DecodeOutcome.BAD_DATA_OFFSET);
    }

    @Test
    void a_reset_whose_data_offset_overruns_the_packet_still_counts_without_options() {
        byte[] segment = tcp(RST);
        segment[12] = (byte) 0xf0;
        Decoded decoded = Decoded.ethernet(ethernet(IPV4, ipv4(TCP, segment)));

        assertThat(decoded.isReset()).isTrue();
        assertThat(decoded.segment().optionsSeen()).isFalse();
        assertThat(decoded.segment().payloadLength()).isZero();
    }

    @Test
    void ip_headers_that_contradict_themselves_are_malformed() {
        byte[] shortHeader = resetPacket();
        shortHeader[0] = 0x44;
        byte[] shortTotal = ipv4(TCP, tcp(RST), 19, 1, 0);

        assertThat(Decoded.ethernet(ethernet(IPV4, shortHeader)).outcome()).isEqualTo(DecodeOutcome.MALFORMED);
        assertThat(Decoded.ethernet(ethernet(IPV4, shortTotal)).outcome()).isEqualTo(DecodeOutcome.MALFORMED);
    }

    @Test
    void options_of_ipv4_are_passed() {
        byte[] plain = resetPacket();
        byte[] packet = join(Arrays.copyOf(plain, 20), hex("94040000 00000000"), Arrays.copyOfRange(plain, 20, 40));
        packet[0] = 0x47;
        packet[3] = 48;

        assertThat(Decoded.ethernet(ethernet(IPV4, packet)).isReset()).isTrue();
    }

    @Test
    void a_packet_on_a_source_route_is_for_the_last_stop() {
        byte[] plain = resetPacket();
        byte[] route = hex("83 0b 04 0a000001 0a000002 00");
        byte[] packet = join(Arrays.copyOf(plain, 20), route, Arrays.copyOfRange(plain, 20, 40));
        packet[0] = 0x48;
        packet[3] = 52;

        assertThat(Decoded.ethernet(ethernet(IPV4, packet))
                        .destination()
                        .address()
                        .toString())
                .isEqualTo("10.0.0.2");
    }

    @Test
    void a_packet_with_ipv6_segment_routing_is_for_the_last_stop() {
        byte[] routing = join(hex("06 04 04 01 01 00 0000"), hex(Packets.CLIENT_6), hex(Packets.SERVER_6));
        byte[] packet = ipv6(43, join(routing, tcp(RST)));

        assertThat(Decoded.ethernet(ethernet(IPV6, packet)).destination().address())
                .isEqualTo(Packets.address(Packets.CLIENT_6));
    }

    @Test
    void other_protocols_are_no_tcp() {
        assertThat(Decoded.ethernet(ethernet(IPV4, ipv4(17, new byte[20]))).outcome())
                .isEqualTo(DecodeOutcome.NOT_TCP);
        assertThat(Decoded.ethernet(ethernet(0x0806, new byte[28])).outcome()).isEqualTo(DecodeOutcome.NOT_IP);
        assertThat(Decoded.link(147, resetPacket()).outcome()).isEqualTo(DecodeOutcome.UNSUPPORTED_LINK);
    }

    @Test
    void frames_of_different_stations_have_different_tags() {
        byte[] frame = ethernet(IPV4, resetPacket());
        int one = Decoded.ethernet(frame).segment().macTag();
        frame[11]++;

        assertThat(Decoded.ethernet(frame).segment().macTag()).isNotEqualTo(one).isBetween(1, 0xffff);
    }

    private static String payload(SegmentView segment) {
        return new String(
                segment.bytes(), segment.payloadOffset(), segment.payloadCaptured(), StandardCharsets.US_ASCII);
    }
}
