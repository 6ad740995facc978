package dev.whyrst.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.net.TcpFlags;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.TcpPacket.TcpHeader;

/** Plain frames with random contents mean the same to pcap4j. */
class Pcap4jOracleTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void pcap4j_reads_the_same_segment(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] frame = randomFrame(random);
            SegmentView segment = Decoded.ethernet(frame).segment();
            byte[] packet = EthernetPacket.newPacket(frame, 0, frame.length)
                    .getPayload()
                    .getRawData();
            IpV4Packet ip = IpV4Packet.newPacket(packet, 0, packet.length);
            byte[] rest = ip.getPayload().getRawData();

            assertSameSegment(segment, TcpPacket.newPacket(rest, 0, rest.length));
            assertSamePacket(segment, ip.getHeader());
        }
    }

    private static void assertSameSegment(SegmentView ours, TcpPacket theirs) {
        TcpHeader header = theirs.getHeader();
        assertThat(ours.srcPort()).isEqualTo(header.getSrcPort().valueAsInt());
        assertThat(ours.dstPort()).isEqualTo(header.getDstPort().valueAsInt());
        assertThat(ours.seq()).isEqualTo(header.getSequenceNumber());
        assertThat(ours.ack()).isEqualTo(header.getAcknowledgmentNumber());
        assertThat(ours.window()).isEqualTo(header.getWindowAsInt());
        assertThat(TcpFlags.has(ours.flags(), TcpFlags.RST)).isEqualTo(header.getRst());
        assertThat(TcpFlags.has(ours.flags(), TcpFlags.SYN)).isEqualTo(header.getSyn());
        assertThat(TcpFlags.has(ours.flags(), TcpFlags.FIN)).isEqualTo(header.getFin());
        assertThat(TcpFlags.has(ours.flags(), TcpFlags.ACK)).isEqualTo(header.getAck());
        assertThat(ours.payloadLength())
                .isEqualTo(theirs.getPayload() == null ? 0 : theirs.getPayload().length());
    }

    private static void assertSamePacket(SegmentView ours, IpV4Packet.IpV4Header theirs) {
        Decoded decoded = new Decoded(DecodeOutcome.TCP_SEGMENT, ours, "");
        assertThat(decoded.source().address().toString())
                .isEqualTo(theirs.getSrcAddr().getHostAddress());
        assertThat(decoded.destination().address().toString())
                .isEqualTo(theirs.getDstAddr().getHostAddress());
    }

    private static byte[] randomFrame(Random random) {
        byte[] payload = new byte[random.nextInt(64)];
        byte[] segment = Packets.tcp(random.nextInt(0x40), new byte[4 * random.nextInt(11)], payload);
        byte[] fields = new byte[12];
        random.nextBytes(fields);
        System.arraycopy(fields, 0, segment, 0, fields.length);
        byte[] packet = Packets.ipv4(Packets.TCP, segment);
        random.nextBytes(fields);
        System.arraycopy(fields, 0, packet, 12, 8);
        return Packets.ethernet(Packets.IPV4, packet);
    }
}
