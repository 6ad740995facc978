package dev.whyrst.decode;

import static dev.whyrst.decode.Bits.hex;
import static dev.whyrst.decode.Bits.join;
import static dev.whyrst.decode.Packets.IPV4;
import static dev.whyrst.decode.Packets.RST;
import static dev.whyrst.decode.Packets.SYN;
import static dev.whyrst.decode.Packets.TCP;
import static dev.whyrst.decode.Packets.ethernet;
import static dev.whyrst.decode.Packets.ipv4;
import static dev.whyrst.decode.Packets.ipv6;
import static dev.whyrst.decode.Packets.tcp;
import static dev.whyrst.decode.Packets.vlan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.net.IpAddress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IcmpQuoteTest {

    private static final byte[] PORT_UNREACHABLE = hex("03 03 0000 00000000");
    private static final byte[] REJECTED_V6 = hex("01 01 0000 00000000");

    @Test
    void an_error_that_quotes_a_syn_names_its_endpoints_and_who_complained() {
        byte[] quote = Arrays.copyOf(ipv4(TCP, tcp(SYN)), 28);
        byte[] packet = ipv4(1, join(PORT_UNREACHABLE, quote));
        packet[12] = 10;
        Decoded decoded = Decoded.link(Decoded.RAW, packet);

        SegmentView view = decoded.segment();
        assertThat(decoded.outcome()).isEqualTo(DecodeOutcome.ICMP_QUOTE);
        assertThat(decoded.source().toString()).isEqualTo("192.0.2.1:49152");
        assertThat(decoded.destination().toString()).isEqualTo("198.51.100.2:80");
        assertThat(view.seq()).isEqualTo((int) Packets.SEQ);
        assertThat(view.icmpType()).isEqualTo(3);
        assertThat(view.icmpCode()).isEqualTo(3);
        assertThat(new IpAddress(view.icmpSenderHigh(), view.icmpSenderLow()).toString())
                .isEqualTo("10.0.2.1");
    }

    @Test
    void an_icmpv6_error_quotes_behind_extension_headers() {
        byte[] quote = ipv6(60, join(hex("06 00 010400000000"), tcp(SYN)));
        Decoded decoded = Decoded.link(Decoded.RAW, ipv6(58, join(REJECTED_V6, quote)));

        assertThat(decoded.outcome()).isEqualTo(DecodeOutcome.ICMP_QUOTE);
        assertThat(decoded.source().toString()).isEqualTo("[2001:db8::1]:49152");
        assertThat(decoded.segment().isIpv6()).isTrue();
        assertThat(decoded.segment().icmpType()).isEqualTo(1);
    }

    @Test
    void a_quoted_reset_is_never_a_segment() {
        byte[] packet = ipv4(1, join(PORT_UNREACHABLE, ipv4(TCP, tcp(RST))));

        assertThat(Decoded.link(Decoded.RAW, packet).outcome()).isEqualTo(DecodeOutcome.ICMP_QUOTE);
    }

    @Test
    void an_error_in_a_vlan_says_so() {
        byte[] packet = ipv4(1, join(PORT_UNREACHABLE, ipv4(TCP, tcp(SYN))));

        assertThat(Decoded.ethernet(ethernet(0x8100, vlan(9, IPV4, packet))).encapsulation())
                .isEqualTo("VLAN 9");
    }

    @Test
    void other_messages_and_quotes_without_ports_tell_nothing() {
        byte[] echo = hex("08 00 0000 00000000");
        byte[] noPorts = Arrays.copyOf(ipv4(TCP, tcp(SYN)), 27);
        byte[] quotedUdp = ipv4(17, tcp(SYN));
        byte[] laterFragment = ipv4(TCP, tcp(SYN), 40, 1, 100);

        for (byte[] body : new byte[][] {
            join(echo, ipv4(TCP, tcp(SYN))),
            join(PORT_UNREACHABLE, noPorts),
            join(PORT_UNREACHABLE, quotedUdp),
            join(PORT_UNREACHABLE, laterFragment)
        }) {
            assertThat(Decoded.link(Decoded.RAW, ipv4(1, body)).outcome()).isEqualTo(DecodeOutcome.NOT_TCP);
        }
    }
}
