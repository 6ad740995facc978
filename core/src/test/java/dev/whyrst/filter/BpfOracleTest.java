package dev.whyrst.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;

/** Our interpreter and libpcap's own judge frames alike; runs only where libpcap is installed. */
class BpfOracleTest {

    private static final int ETHERNET = 1;
    private static final int RAW = 101;
    private static final int DLT_RAW = 12;

    private static final List<String> FOR_ALL_LINKS = List.of(
            "",
            "tcp",
            "udp or icmp",
            "ip",
            "ip6",
            "not ip",
            "tcp port 80",
            "tcp src port 80 and dst port 443",
            "port 22 or port 53",
            "not port 22",
            "portrange 400-500",
            "tcp portrange 1-8000",
            "host 10.0.0.1",
            "src host 10.0.0.1 and tcp port 80",
            "dst net 10.0.0.0/8",
            "src net 10.0.0.0 mask 255.255.255.254",
            "host ::1",
            "net 2001:db8::/32",
            "tcp[tcpflags] & tcp-rst != 0",
            "tcp[tcpflags] & (tcp-syn|tcp-fin) != 0 and not src and dst net 10.0.0.0/30",
            "tcp[13] = 0x12",
            "ip6[6] == 6 and ip6[53] & 4 != 0",
            "tcp[((tcp[12:1] & 0xf0) >> 2):4] = 0x47455420",
            "ip[2:2] - ((ip[0] & 0xf) << 2) - ((tcp[12] & 0xf0) >> 2) != 0",
            "ip[6:2] & 0x1fff = 0",
            "ip[8] < 64",
            "ip[8] * 3 > 300",
            "ip[8] / 7 = 9",
            "ip[4:2] % 10 = 3",
            "ip[4:2] / ip[8] > 5",
            "ip[4:2] % ip[8] > 5",
            "ip[4:4] ^ ip[12:4] > 0x80000000",
            "ip[4:2] << 3 | 1 > 1000",
            "1 << (ip[8] & 63) > 5",
            "-ip[8] < 0xffffff80",
            "greater 60",
            "less 60",
            "len > 100 and len <= 1514",
            "ip broadcast",
            "ip multicast",
            "icmp[icmptype] = icmp-echo",
            "proto 132",
            "ip proto 51",
            "ip6 protochain 6",
            "ip protochain 6");

    private static final List<String> FOR_ETHERNET = List.of(
            "ether host 00:00:00:00:00:00",
            "ether multicast",
            "arp",
            "vlan",
            "vlan 5 and tcp",
            "vlan 100 and vlan 5 and ip6",
            "tcp or (vlan and tcp)",
            "mpls and tcp",
            "pppoes and ip",
            "ether[12:2] > 1500",
            "llc",
            "stp");

    @BeforeContainer
    static void libpcapMustBeThere() {
        assumeThat(Libpcap.isThere()).as("libpcap is installed").isTrue();
    }

    @Property(tries = 20)
    void frames_are_judged_as_libpcap_judges_them(@ForAll long seed) throws Exception {
        for (String expression : FOR_ALL_LINKS) {
            compare(expression, ETHERNET, ETHERNET, seed);
            compare(expression, RAW, DLT_RAW, seed);
        }
        for (String expression : FOR_ETHERNET) {
            compare(expression, ETHERNET, ETHERNET, seed);
        }
    }

    private static void compare(String expression, int linkType, int dlt, long seed) throws Exception {
        BpfInterpreter ours = new BpfInterpreter(LibpcapCompiler.compile(expression, linkType));
        RandomFrames frames = new RandomFrames(seed);
        try (PcapHandle handle = Pcaps.openDead(new DataLinkType(dlt, "oracle"), 262_144)) {
            Inet4Address none = (Inet4Address) InetAddress.getByAddress(new byte[4]);
            BpfProgram libpcaps = handle.compileFilter(expression, BpfCompileMode.OPTIMIZE, none);
            for (int i = 0; i < 100; i++) {
                byte[] frame = frames.next(linkType);
                int original = frame.length + (i % 3) * 700;
                assertThat(ours.accepts(frame, 0, frame.length, original))
                        .as("'%s' on frame %d of seed %d, link type %d", expression, i, seed, linkType)
                        .isEqualTo(libpcaps.applyFilter(frame, original, frame.length));
            }
            libpcaps.free();
        }
    }

    @Test
    void the_random_frames_are_no_trivial_ones() throws Exception {
        assumeThat(Libpcap.isThere()).as("libpcap is installed").isTrue();
        for (String expression : List.of("tcp port 80", "vlan 5 and tcp", "ip6 protochain 6", "tcp[13] = 0x12")) {
            BpfInterpreter filter = new BpfInterpreter(LibpcapCompiler.compile(expression, ETHERNET));
            RandomFrames frames = new RandomFrames(1);
            int accepted = 0;
            for (int i = 0; i < 5000; i++) {
                byte[] frame = frames.next(ETHERNET);
                accepted += filter.accepts(frame, 0, frame.length, frame.length) ? 1 : 0;
            }
            assertThat(accepted).as(expression).isBetween(10, 4900);
        }
    }
}
