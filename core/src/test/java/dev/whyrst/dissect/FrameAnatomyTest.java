package dev.whyrst.dissect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class FrameAnatomyTest {

    private static final String ETHERNET = "0050569c0001 0050569c0002 0800";
    private static final String IPV4 = "45000028 12344000 40061429 0a000059 0a00001b";
    private static final String RST = "c1fc 22b8 5eed0001 00000000 5004 0000 57ca 0000";
    private static final String IPV6 =
            "60012345 00140640 20010db8000000000000000000000009 20010db8000000000000000000000050";

    @Test
    void a_rst_over_ethernet_and_ipv4_is_taken_apart_field_by_field() {
        Anatomy anatomy = FrameAnatomy.of(bytes(ETHERNET + IPV4 + RST), 1);
        assertThat(names(anatomy)).isEqualTo("Ethernet, IPv4, TCP");
        assertThat(field(anatomy, "IPv4", "TTL")).isEqualTo("64");
        assertThat(field(anatomy, "IPv4", "Identification")).isEqualTo("4660 (0x1234)");
        assertThat(field(anatomy, "IPv4", "Flags")).isEqualTo("DF");
        assertThat(field(anatomy, "IPv4", "Protocol")).isEqualTo("6 (TCP)");
        assertThat(field(anatomy, "TCP", "Source port")).isEqualTo("49660");
        assertThat(field(anatomy, "TCP", "Flags")).isEqualTo("RST (0x004)");
        assertThat(field(anatomy, "TCP", "Sequence number")).isEqualTo("1592590337 (0x5eed0001)");
        assertThat(field(anatomy, "TCP", "Window")).isEqualTo("0");
    }

    @Test
    void checksums_are_verified_where_the_whole_segment_is_there() {
        Anatomy anatomy = FrameAnatomy.of(bytes(ETHERNET + IPV4 + RST), 1);
        assertThat(field(anatomy, "IPv4", "Header checksum")).endsWith("(correct)");
        assertThat(field(anatomy, "TCP", "Checksum")).endsWith("(correct)");
        byte[] changed = bytes(ETHERNET + IPV4 + RST);
        changed[changed.length - 5] ^= 1;
        assertThat(field(FrameAnatomy.of(changed, 1), "TCP", "Checksum")).contains("(wrong");
    }

    @Test
    void options_are_named_and_padding_is_left_out() {
        String syn =
                "c1fc 22b8 00000000 00000000 a002 faf0 0000 0000" + "020405b4 0402 080a 0000000a 00000000 01 030307";
        Anatomy anatomy = FrameAnatomy.of(bytes("4500003c 00004000 40060000 0a000059 0a00001b" + syn), 101);
        assertThat(anatomy.layers().get(1).fields())
                .filteredOn(field -> field.name().equals("Option"))
                .extracting(Field::value)
                .containsExactly(
                        "maximum segment size 1460", "SACK permitted", "timestamps 10, echo 0", "window scale 7");
    }

    @Test
    void tags_and_link_types_lead_to_the_same_segment() {
        assertThat(names(FrameAnatomy.of(bytes("0050569c00010050569c0002 8100 000c 0800" + IPV4 + RST), 1)))
                .isEqualTo("Ethernet, IEEE802.1Q Tag, IPv4, TCP");
        assertThat(names(FrameAnatomy.of(bytes(IPV4 + RST), 228))).isEqualTo("IPv4, TCP");
        assertThat(names(FrameAnatomy.of(bytes(IPV6 + RST), 229))).isEqualTo("IPv6, TCP");
        assertThat(names(FrameAnatomy.of(bytes("0000 0001 0006 0050569c0002 0000 0800" + IPV4 + RST), 113)))
                .endsWith("IPv4, TCP");
        assertThat(names(FrameAnatomy.of(bytes("0800 0000 00000003 0001 00 06 0050569c00020000" + IPV4 + RST), 276)))
                .isEqualTo("Linux cooked v2, IPv4, TCP");
        assertThat(names(FrameAnatomy.of(bytes("00000002" + IPV4 + RST), 108))).endsWith("IPv4, TCP");
    }

    @Test
    void a_host_order_loopback_header_is_read_in_the_order_that_makes_sense() {
        assertThat(names(FrameAnatomy.of(bytes("02000000" + IPV4 + RST), 0))).endsWith("IPv4, TCP");
        assertThat(names(FrameAnatomy.of(bytes("00000002" + IPV4 + RST), 0))).endsWith("IPv4, TCP");
    }

    @Test
    void the_bits_that_the_library_leaves_out_are_named_too() {
        Anatomy anatomy = FrameAnatomy.of(bytes(IPV4 + RST.replace("5004", "51c4")), 101);
        assertThat(field(anatomy, "TCP", "Flags")).isEqualTo("RST,ECE,CWR,NS (0x1c4)");
    }

    @Test
    void a_link_type_that_nobody_knows_is_shown_as_bytes() {
        Anatomy anatomy = FrameAnatomy.of(bytes("deadbeef"), 9999);
        assertThat(anatomy.layers()).containsExactly(HeaderLayers.data(bytes("deadbeef")));
        assertThat(field(anatomy, "Data", "Bytes")).isEqualTo("de ad be ef");
        assertThat(FrameAnatomy.of(new byte[0], 1).layers()).isEmpty();
    }

    @Test
    void a_frame_cut_anywhere_still_has_an_anatomy() {
        byte[] frame = bytes(ETHERNET + IPV4 + RST);
        for (int length = 1; length < frame.length; length++) {
            assertThat(FrameAnatomy.of(Arrays.copyOf(frame, length), 1).layers())
                    .isNotEmpty();
        }
    }

    @Test
    void damaged_frames_of_any_link_type_never_fail() {
        SplittableRandom random = new SplittableRandom(11);
        byte[] sound = bytes(ETHERNET + IPV4 + RST);
        for (int i = 0; i < 5_000; i++) {
            byte[] frame = Arrays.copyOf(sound, 20 + random.nextInt(60));
            for (int changes = random.nextInt(12); changes >= 0; changes--) {
                frame[random.nextInt(frame.length)] = (byte) random.nextInt(256);
            }
            int linkType = i % 3 == 0 ? random.nextInt(300) : 1;
            assertThatCode(() -> FrameAnatomy.of(frame, linkType)).doesNotThrowAnyException();
        }
    }

    @Test
    void a_frame_made_of_nothing_but_tags_costs_little() {
        byte[] frame = new byte[1 << 18];
        for (int i = 12; i + 4 <= frame.length; i += 4) {
            frame[i] = (byte) 0x81;
        }
        Anatomy anatomy = Assertions.assertTimeout(Duration.ofSeconds(10), () -> FrameAnatomy.of(frame, 1));
        assertThat(anatomy.layers()).hasSizeBetween(1, 1_000);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static String names(Anatomy anatomy) {
        return anatomy.layers().stream().map(Layer::name).collect(Collectors.joining(", "));
    }

    private static String field(Anatomy anatomy, String layer, String name) {
        return anatomy.layers().stream()
                .filter(found -> found.name().equals(layer))
                .flatMap(found -> found.fields().stream())
                .filter(found -> found.name().equals(name))
                .map(Field::value)
                .findFirst()
                .orElseThrow();
    }
}
