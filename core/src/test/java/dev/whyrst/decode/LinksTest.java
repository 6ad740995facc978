package dev.whyrst.decode;

import static dev.whyrst.decode.Bits.hex;
import static dev.whyrst.decode.Bits.join;
import static dev.whyrst.decode.Packets.ACK;
import static dev.whyrst.decode.Packets.IPV4;
import static dev.whyrst.decode.Packets.TCP;
import static dev.whyrst.decode.Packets.ethernet;
import static dev.whyrst.decode.Packets.ipv4;
import static dev.whyrst.decode.Packets.resetPacket;
import static dev.whyrst.decode.Packets.resetPacket6;
import static dev.whyrst.decode.Packets.tcp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {

    private static final String ADDRESSES = "020000000002 020000000001";
    private static final String SNAP_IPV4 = "aaaa03 000000 0800";
    private static final String WLAN_DATA = "0801 0000 020000000003 020000000001 020000000002 1000";

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("links")
    void each_link_leads_to_the_reset(String name, int linkType, byte[] frame) {
        Decoded decoded = Decoded.link(linkType, frame);

        assertThat(decoded.isReset()).as(name).isTrue();
        assertThat(decoded.source().port()).isEqualTo(Packets.CLIENT_PORT);
        assertThat(decoded.segment().payloadLength()).isZero();
    }

    static Stream<Arguments> links() {
        return Stream.of(local(), serial(), wireless(), devices()).flatMap(links -> links);
    }

    private static Stream<Arguments> local() {
        return Stream.of(
                link("Ethernet", 1, "" + ADDRESSES + "0800"),
                link("IEEE 802.3 with SNAP", 1, ADDRESSES + "0030" + SNAP_IPV4),
                link("IEEE 802.3 with IP in LLC", 1, ADDRESSES + "002b 060603"),
                link("jumbo LLC", 1, ADDRESSES + "8870" + SNAP_IPV4),
                link("Token Ring", 6, "1040" + ADDRESSES + SNAP_IPV4),
                link("Token Ring with a route", 6, "1040 020000000002 820000000001 0430 1112" + SNAP_IPV4),
                link("ARCNET of BSD", 7, "0102 d4 00 0001"),
                link("ARCNET of Linux, RFC 1051", 129, "0102 0000 f0"),
                link("ARCNET of Linux, RFC 1201", 129, "0102 0000 d4 00 0001"),
                link("ARCNET, an exception frame", 129, "0102 0000 d4 ff ffff d4 00 0001"),
                link("FDDI", 10, "57" + ADDRESSES + SNAP_IPV4),
                link("Fibre Channel", 122, "1000020000000002 1000020000000001" + SNAP_IPV4),
                link("FireWire", 138, "0000020000000002 0000020000000001 0800"),
                link("InfiniBand", 242, "00".repeat(40) + "0800 0000"),
                link("raw IP", 101, ""),
                link("raw IP of BSD", 12, ""),
                link("raw IP of OpenBSD", 14, ""),
                link("IPv4", 228, ""),
                arguments("IPv6", 229, resetPacket6()),
                arguments("raw IPv6", 101, resetPacket6()),
                link("NULL, little endian", 0, "02000000"),
                link("NULL, big endian", 0, "00000002"),
                arguments("NULL, IPv6 of Darwin", 0, join(hex("1e000000"), resetPacket6())),
                arguments("LOOP, IPv6 of OpenBSD", 108, join(hex("00000018"), resetPacket6())));
    }

    private static Stream<Arguments> serial() {
        return Stream.of(
                link("PPP", 9, "ff03 0021"),
                link("PPP without framing", 9, "0021"),
                link("PPP with a compressed protocol", 9, "21"),
                link("PPP, first piece of a multilink packet", 9, "ff03 003d 80000001 21"),
                link("PPP in HDLC", 50, "ff03 0021"),
                link("Cisco HDLC under the name of PPP", 50, "0f00 0800"),
                link("PPPoE", 51, "1100 0011 002a 0021"),
                link("PPP of pppd", 166, "00 ff03 0021"),
                link("PPP with direction", 204, "01 ff03 0021"),
                link("Cisco HDLC", 104, "0f00 0800"),
                link("Cisco HDLC with direction", 205, "01 8f00 0800"),
                link("frame relay, RFC 2427", 107, "1841 03 cc"),
                link("frame relay, SNAP", 107, "1841 03 00 80 000000 0800"),
                link("frame relay of Cisco", 107, "1841 0800"),
                link("frame relay with direction", 206, "00 1841 03 cc"),
                link("ATM with LLC", 100, SNAP_IPV4),
                link("ATM without LLC", 100, ""),
                link("ATM, bridged Ethernet", 100, "aaaa03 0080c2 0007 0000" + ADDRESSES + "0800"),
                link("SunATM", 123, "02 00 0000" + SNAP_IPV4),
                link("SLIP", 8, "00".repeat(16)));
    }

    private static Stream<Arguments> wireless() {
        return Stream.of(
                link("802.11", 105, WLAN_DATA + SNAP_IPV4),
                link("802.11 with quality of service", 105, "88" + WLAN_DATA.substring(2) + "0000" + SNAP_IPV4),
                link(
                        "802.11 from station to station",
                        105,
                        "0803" + WLAN_DATA.substring(4) + "020000000004" + SNAP_IPV4),
                link("radiotap", 127, "00 00 0900 02000000 00" + WLAN_DATA + SNAP_IPV4),
                link(
                        "radiotap, aligned payload",
                        127,
                        "00 00 1100 03000000 0000000000000000 20" + "88" + WLAN_DATA.substring(2) + "0000 0000"
                                + SNAP_IPV4),
                link("PPI", 192, "00 00 0800 69000000" + WLAN_DATA + SNAP_IPV4),
                link("Prism", 119, "00000044 00000090" + "00".repeat(136) + WLAN_DATA + SNAP_IPV4),
                link("AVS under the name of Prism", 119, "80211001 00000040" + "00".repeat(56) + WLAN_DATA + SNAP_IPV4),
                link("AVS", 163, "80211001 00000040" + "00".repeat(56) + WLAN_DATA + SNAP_IPV4));
    }

    private static Stream<Arguments> devices() {
        return Stream.of(
                link("SLL", 113, "0000 0001 0006 0200000000010000 0800"),
                link("SLL with LLC", 113, "0000 0001 0006 0200000000010000 0004" + SNAP_IPV4),
                link("SLL2", 276, "0800 0000 00000002 0001 00 06 0200000000010000"),
                link("NFLOG", 239, "02000000 08000100 08000103 08000500 00000001 2c000900"),
                link("NFLOG, big endian", 239, "02000000 00080001 08000103 002c0009"),
                link("PFLOG", 117, "3d 02 0000" + "00".repeat(60)),
                link("enc", 109, "02000000" + "00".repeat(8)),
                link("IPNET", 226, "0102" + "00".repeat(22)),
                link("pktap", 258, "0c000000 01000000 01000000" + ADDRESSES + "0800"),
                link("Ethernet with preamble", 274, "555555 55555555 d5" + ADDRESSES + "0800"),
                link("EPON", 259, "55555555 55555555" + ADDRESSES + "0800"),
                link("netANALYZER", 240, "00000000" + ADDRESSES + "0800"),
                link("Marvell DSA", 284, ADDRESSES + "c0000001 0800"),
                link("Marvell EDSA", 285, ADDRESSES + "dada 0000 c0000001 0800"),
                link("Broadcom tag", 281, ADDRESSES + "00000001 0800"),
                link("Broadcom tag before", 282, "00000001" + ADDRESSES + "0800"),
                link("DOCSIS", 143, "0000 0036 0000" + ADDRESSES + "0800"),
                link("ERF, Ethernet", 197, "00".repeat(8) + "02 00 0040 0000 0036 0000" + ADDRESSES + "0800"),
                link("ERF, extended, HDLC", 197, "00".repeat(8) + "81 00 0040 0000 002c" + "00".repeat(8) + "0f000800"),
                link("Juniper Ethernet", 178, "4d4743 80 0002 0000" + ADDRESSES + "0800"));
    }

    private static Arguments link(String name, int linkType, String header) {
        return arguments(name, linkType, join(hex(header), resetPacket()));
    }

    @Test
    void encrypted_wireless_frames_are_no_ip() {
        byte[] frame = join(hex("0841" + WLAN_DATA.substring(4) + SNAP_IPV4), resetPacket());

        assertThat(Decoded.link(105, frame).outcome()).isEqualTo(DecodeOutcome.NOT_IP);
    }

    @Test
    void later_pieces_of_a_wireless_frame_are_fragments() {
        byte[] frame = join(hex(WLAN_DATA + SNAP_IPV4), resetPacket());
        frame[22] = 0x11;

        assertThat(Decoded.link(105, frame).outcome()).isEqualTo(DecodeOutcome.FRAGMENT);
    }

    @Test
    void of_an_aggregate_the_reset_counts_wherever_it_stands() {
        byte[] plain = subframe(ipv4(TCP, tcp(ACK, new byte[0], new byte[3])));
        byte[] reset = subframe(resetPacket());
        byte[] header = hex("88" + WLAN_DATA.substring(2) + "8000");

        assertThat(Decoded.link(105, join(header, plain, reset)).isReset()).isTrue();
        assertThat(Decoded.link(105, join(header, reset, plain)).isReset()).isTrue();
        assertThat(Decoded.link(105, join(header, plain, plain)).segment().payloadLength())
                .isEqualTo(3);
    }

    @Test
    void the_station_and_not_the_access_point_gives_the_tag() {
        byte[] fromAccessPoint = join(hex("0802" + WLAN_DATA.substring(4) + SNAP_IPV4), resetPacket());
        byte[] inEthernet = ethernet(IPV4, resetPacket());
        inEthernet[11] = 2;

        assertThat(Decoded.link(105, fromAccessPoint).segment().macTag())
                .isEqualTo(Decoded.ethernet(inEthernet).segment().macTag());
    }

    private static byte[] subframe(byte[] packet) {
        byte[] body = join(hex(SNAP_IPV4), packet);
        byte[] frame = join(hex(ADDRESSES), new Bits().u16(body.length).bytes(), body);
        return Arrays.copyOf(frame, (frame.length + 3) / 4 * 4);
    }
}
