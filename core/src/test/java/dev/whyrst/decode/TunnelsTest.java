package dev.whyrst.decode;

import static dev.whyrst.decode.Bits.hex;
import static dev.whyrst.decode.Bits.join;
import static dev.whyrst.decode.Packets.IPV4;
import static dev.whyrst.decode.Packets.IPV6;
import static dev.whyrst.decode.Packets.RST;
import static dev.whyrst.decode.Packets.TCP;
import static dev.whyrst.decode.Packets.UDP;
import static dev.whyrst.decode.Packets.ethernet;
import static dev.whyrst.decode.Packets.ipv4;
import static dev.whyrst.decode.Packets.ipv6;
import static dev.whyrst.decode.Packets.resetPacket;
import static dev.whyrst.decode.Packets.resetPacket6;
import static dev.whyrst.decode.Packets.tcp;
import static dev.whyrst.decode.Packets.udp;
import static dev.whyrst.decode.Packets.vlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TunnelsTest {

    private static final byte[] INNER_FRAME = ethernet(IPV4, resetPacket());

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("encapsulations")
    void the_innermost_segment_counts_and_what_carried_it_is_named(String name, byte[] frame) {
        Decoded decoded = Decoded.ethernet(frame);

        assertThat(decoded.isReset()).as(name).isTrue();
        assertThat(decoded.encapsulation()).isEqualTo(name);
        assertThat(decoded.source().port()).isEqualTo(Packets.CLIENT_PORT);
        assertThat(decoded.segment().payloadLength()).isZero();
    }

    static Stream<Arguments> encapsulations() {
        return Stream.of(tags(), inIp(), inUdp()).flatMap(frames -> frames);
    }

    private static Stream<Arguments> tags() {
        return Stream.of(
                arguments("VLAN 12", ethernet(0x8100, vlan(0x600c, IPV4, resetPacket()))),
                arguments("VLAN 5 / VLAN 6", ethernet(0x88a8, vlan(5, 0x8100, vlan(6, IPV6, resetPacket6())))),
                arguments("", ethernet(0x8100, vlan(0, IPV4, resetPacket()))),
                tag("802.1BR", 0x893f, "0000 0000 0001 0800"),
                tag("802.1BR", 0x8926, "0000 0001 0800"),
                tag("802.1ah 74565", 0x88e7, "00012345 020000000002 020000000001 0800"),
                arguments("MACsec", ethernet(0x88e5, join(hex("00 00 00000001 0800"), resetPacket(), new byte[16]))),
                arguments(
                        "MACsec",
                        ethernet(
                                0x88e5,
                                join(hex("20 00 00000001 0200000000010001 0800"), resetPacket(), new byte[16]))),
                tag("MPLS", 0x8847, "00010040 00020140"),
                tag("MPLS", 0x8847, "00020140 00000000 020000000002 020000000001 0800"),
                tag("MPLS", 0x8847, "00020140 020000000002 020000000001 0800"),
                tag("PPPoE 17", 0x8864, "1100 0011 002a 0021"),
                tag("TRILL", 0x22f3, "0041 0001 0002 00000000 020000000002 020000000001 0800"),
                tag("FabricPath", 0x8903, "4020 020000000002 020000000001 0800"),
                tag("NSH", 0x894f, "0fc2 0101 000001ff"));
    }

    private static Arguments tag(String name, int type, String tag) {
        return arguments(name, ethernet(type, join(hex(tag), resetPacket())));
    }

    private static Stream<Arguments> inIp() {
        return Stream.of(
                inIp("IP in IP", 4, resetPacket()),
                inIp("IP in IP", 41, resetPacket6()),
                arguments("IP in IP", ethernet(IPV6, ipv6(4, resetPacket()))),
                inIp("AH", 51, join(hex("06 01 0000 00000001 00000001"), tcp(RST))),
                arguments(
                        "AH",
                        ethernet(
                                IPV6,
                                ipv6(
                                        51,
                                        join(
                                                hex("3c 01 0000 00000001 00000001"),
                                                hex("06 00 0104 00000000"),
                                                tcp(RST))))),
                inIp("AH / IP in IP", 51, join(hex("04 01 0000 00000001 00000001"), resetPacket())),
                inIp("EtherIP", 97, join(hex("3000"), INNER_FRAME)),
                inIp("MPLS", 137, join(hex("00020140"), resetPacket())),
                inIp("GRE", 47, join(hex("0000 0800"), resetPacket())),
                inIp("GRE", 47, join(hex("b000 86dd 0000 0000 00000001 00000002"), resetPacket6())),
                inIp("GRE", 47, join(hex("2000 6558 00000001"), INNER_FRAME)),
                inIp("GRE", 47, join(hex("0000 883e 00000000"), resetPacket())),
                inIp("ERSPAN", 47, join(hex("0000 88be"), INNER_FRAME)),
                inIp("ERSPAN", 47, join(hex("1000 88be 00000001 1001 0001 00000000"), INNER_FRAME)),
                inIp("ERSPAN", 47, join(hex("1000 22eb 00000001 2001 0001 00000000 00000000"), INNER_FRAME)),
                inIp(
                        "ERSPAN",
                        47,
                        join(hex("1000 22eb 00000001 2001 0001 00000000 00000001 0000000000000000"), INNER_FRAME)),
                inIp("PPTP", 47, join(hex("3081 880b 002c 0001 00000001 00000001 ff03 0021"), resetPacket())),
                inIp("L2TP", 115, join(hex("00000007 0a0b0c0d"), INNER_FRAME)));
    }

    private static Arguments inIp(String name, int protocol, byte[] payload) {
        return arguments(name, ethernet(IPV4, ipv4(protocol, payload)));
    }

    private static Stream<Arguments> inUdp() {
        return Stream.of(
                inUdp("VXLAN 5001", 4789, join(hex("08000000 00138900"), INNER_FRAME)),
                inUdp("VXLAN 1 / VLAN 3", 8472, join(hex("08000000 00000100"), taggedFrame())),
                inUdp("VXLAN 7", 4790, join(hex("0c000001 00000700"), resetPacket())),
                inUdp(
                        "VXLAN 7 / NSH",
                        4790,
                        join(hex("0c000004 00000700 0fc6 0103 00000001" + "00".repeat(16)), INNER_FRAME)),
                inUdp("GENEVE 9", 6081, join(hex("0100 6558 00000900 00000000"), INNER_FRAME)),
                inUdp("GENEVE 9", 6081, join(hex("0000 0800 00000900"), resetPacket())),
                inUdp("GTP-U", 2152, join(hex("30ff 0028 00000001"), resetPacket())),
                inUdp("GTP-U", 2152, join(hex("34ff 0030 00000001 0000 00 85 01 1009 00"), resetPacket())),
                inUdp("L2TP", 1701, join(hex("4002 0033 0001 0002 ff03 0021"), resetPacket())),
                inUdp("L2TP", 1701, join(hex("0a02 0001 0002 0000 0000 0002 0000 0021"), resetPacket())),
                inUdp("L2TP", 1701, join(hex("0003 0000 00000001"), INNER_FRAME)),
                inUdp("Teredo", 3544, resetPacket6()),
                inUdp("Teredo", 3544, join(hex("0001 00 00 0000000000000000 00 0000 c000 3fffffff"), resetPacket6())),
                inUdp("LISP", 4341, join(hex("40000000 00000000"), resetPacket())),
                inUdp("GRE", 4754, join(hex("0000 0800"), resetPacket())),
                inUdp("MPLS", 6635, join(hex("00020140"), resetPacket())),
                inUdp("CAPWAP", 5247, join(hex("00 10 0000 00000000"), INNER_FRAME)),
                inUdp("CAPWAP", 5247, join(hex("00 10 0300 00000000" + wlan("0801")), resetPacket())),
                inUdp("CAPWAP", 5247, join(hex("00 10 0300 00000000" + wlan("0108")), resetPacket())),
                inUdp("TZSP", 37008, join(hex("0100 0001 00 0a 01 2d 01"), INNER_FRAME)),
                inUdp("Juniper mirror", 30030, join(hex("00000001 00000002"), resetPacket())));
    }

    private static Arguments inUdp(String name, int port, byte[] payload) {
        return inIp(name, UDP, udp(50000, port, payload));
    }

    private static String wlan(String control) {
        return control + "0000 020000000003 020000000001 020000000002 1000 aaaa03 000000 0800";
    }

    private static byte[] taggedFrame() {
        return ethernet(0x8100, vlan(3, IPV4, resetPacket()));
    }

    @Test
    void the_inner_addresses_and_length_count() {
        byte[] inner = ipv6(TCP, tcp(RST, new byte[0], new byte[9]));
        Decoded decoded = Decoded.ethernet(ethernet(IPV4, ipv4(41, inner)));

        assertThat(decoded.source().address()).isEqualTo(Packets.address(Packets.CLIENT_6));
        assertThat(decoded.segment().isIpv6()).isTrue();
        assertThat(decoded.segment().ttl()).isEqualTo(58);
        assertThat(decoded.segment().payloadLength()).isEqualTo(9);
    }

    @Test
    void a_tunnel_is_known_by_its_source_port_too() {
        byte[] packet = ipv4(UDP, udp(2152, 34000, join(hex("30ff 0028 00000001"), resetPacket())));

        assertThat(Decoded.ethernet(ethernet(IPV4, packet)).encapsulation()).isEqualTo("GTP-U");
    }

    @ParameterizedTest
    @ValueSource(ints = {1701, 2152, 3544, 4341, 4789, 5247, 6081, 8472, 30030, 37008})
    void other_traffic_on_the_port_of_a_tunnel_invents_no_segment(int port) {
        byte[] dns = hex("1234 0100 0001 0000 0000 0000 03777777 076578616d706c65 03636f6d 00 0001 0001");
        byte[] text = "GET / HTTP/1.1 and so on, and so on, and so on, and so on, and so on, and so on"
                .getBytes(StandardCharsets.US_ASCII);

        for (byte[] payload : new byte[][] {dns, text, new byte[100], new byte[0]}) {
            byte[] frame = ethernet(IPV4, ipv4(UDP, udp(50000, port, payload)));
            assertThat(Decoded.ethernet(frame).outcome()).isEqualTo(DecodeOutcome.NOT_TCP);
        }
    }

    @Test
    void an_inner_packet_longer_than_its_tunnel_is_not_believed() {
        byte[] inner = ethernet(IPV4, ipv4(TCP, tcp(RST), 400, 1, 0));
        byte[] frame = ethernet(IPV4, ipv4(UDP, udp(50000, 4789, join(hex("08000000 00000100"), inner))));

        assertThat(Decoded.ethernet(frame).outcome()).isEqualTo(DecodeOutcome.NOT_TCP);
    }

    @Test
    void encrypted_macsec_is_no_ip() {
        byte[] frame = ethernet(0x88e5, join(hex("0c 00 00000001 0800"), resetPacket()));

        assertThat(Decoded.ethernet(frame).outcome()).isEqualTo(DecodeOutcome.NOT_IP);
    }

    @Test
    void nesting_without_end_is_malformed_and_costs_no_stack() {
        byte[] tags = hex("0001 8100".repeat(10_000));
        byte[] tunnels = resetPacket();
        for (int i = 0; i < 100; i++) {
            tunnels = ipv4(4, tunnels);
        }

        assertThat(Decoded.ethernet(ethernet(0x8100, tags)).outcome()).isEqualTo(DecodeOutcome.MALFORMED);
        assertThat(Decoded.link(Decoded.RAW, tunnels).outcome()).isEqualTo(DecodeOutcome.MALFORMED);
    }
}
