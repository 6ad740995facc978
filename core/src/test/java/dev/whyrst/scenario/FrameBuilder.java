package dev.whyrst.scenario;

import dev.whyrst.net.TcpFlags;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.pcap4j.packet.AbstractPacket;
import org.pcap4j.packet.Dot1qVlanTagPacket;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.IpV4Rfc791Tos;
import org.pcap4j.packet.IpV6Packet;
import org.pcap4j.packet.IpV6SimpleFlowLabel;
import org.pcap4j.packet.IpV6SimpleTrafficClass;
import org.pcap4j.packet.Packet;
import org.pcap4j.packet.TcpMaximumSegmentSizeOption;
import org.pcap4j.packet.TcpNoOperationOption;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.TcpPacket.TcpOption;
import org.pcap4j.packet.TcpSackPermittedOption;
import org.pcap4j.packet.TcpTimestampsOption;
import org.pcap4j.packet.TcpWindowScaleOption;
import org.pcap4j.packet.UnknownPacket;
import org.pcap4j.packet.UnknownTcpOption;
import org.pcap4j.packet.namednumber.EtherType;
import org.pcap4j.packet.namednumber.IpNumber;
import org.pcap4j.packet.namednumber.IpVersion;
import org.pcap4j.packet.namednumber.TcpOptionKind;
import org.pcap4j.packet.namednumber.TcpPort;
import org.pcap4j.util.MacAddress;

/** Turns segments into frames with correct lengths and checksums. */
final class FrameBuilder {

    private static final byte MPTCP = 30;
    private static final byte MPTCP_RESET_SUBTYPE = (byte) 0x80;

    private final CaptureSetup setup;

    FrameBuilder(CaptureSetup setup) {
        this.setup = setup;
    }

    /** The bytes of the frame, whole; a short one that came over the wire is padded to Ethernet's minimum. */
    byte[] frame(WireSegment segment) {
        boolean ipv4 = segment.step().from().host().address() instanceof Inet4Address;
        AbstractPacket.AbstractBuilder ip = ipv4 ? ipv4(segment) : ipv6(segment);
        if (setup.link() == CaptureSetup.Link.RAW) {
            return ip.build().getRawData();
        }
        EtherType type = ipv4 ? EtherType.IPV4 : EtherType.IPV6;
        AbstractPacket.AbstractBuilder inner = ip;
        if (setup.vlan() >= 0) {
            inner = new Dot1qVlanTagPacket.Builder()
                    .vid((short) setup.vlan())
                    .type(type)
                    .payloadBuilder(ip);
            type = EtherType.DOT1Q_VLAN_TAGGED_FRAMES;
        }
        return new EthernetPacket.Builder()
                .dstAddr(MacAddress.getByAddress(segment.step().to().host().mac()))
                .srcAddr(MacAddress.getByAddress(segment.emitter().mac()))
                .type(type)
                .payloadBuilder(inner)
                .pad(new byte[0])
                .paddingAtBuild(segment.emitter().hops() > 0)
                .build()
                .getRawData();
    }

    private static AbstractPacket.AbstractBuilder ipv4(WireSegment segment) {
        return new IpV4Packet.Builder()
                .version(IpVersion.IPV4)
                .tos(IpV4Rfc791Tos.newInstance((byte) segment.tos()))
                .identification((short) segment.ipId())
                .dontFragmentFlag(segment.dontFragment())
                .ttl((byte) segment.ttl())
                .protocol(IpNumber.TCP)
                .srcAddr((Inet4Address) segment.step().from().host().address())
                .dstAddr((Inet4Address) segment.step().to().host().address())
                .payloadBuilder(tcp(segment))
                .correctChecksumAtBuild(true)
                .correctLengthAtBuild(true);
    }

    private static AbstractPacket.AbstractBuilder ipv6(WireSegment segment) {
        return new IpV6Packet.Builder()
                .version(IpVersion.IPV6)
                .trafficClass(IpV6SimpleTrafficClass.newInstance((byte) segment.tos()))
                .flowLabel(IpV6SimpleFlowLabel.newInstance(segment.flowLabel()))
                .nextHeader(IpNumber.TCP)
                .hopLimit((byte) segment.ttl())
                .srcAddr((Inet6Address) segment.step().from().host().address())
                .dstAddr((Inet6Address) segment.step().to().host().address())
                .payloadBuilder(tcp(segment))
                .correctLengthAtBuild(true);
    }

    private static TcpPacket.Builder tcp(WireSegment segment) {
        InetAddress from = segment.step().from().host().address();
        InetAddress to = segment.step().to().host().address();
        int reserved = (segment.is(TcpFlags.CWR) ? 2 : 0) | (segment.is(TcpFlags.ECE) ? 1 : 0);
        TcpPacket.Builder builder = new TcpPacket.Builder()
                .srcPort(TcpPort.getInstance((short) segment.step().from().port()))
                .dstPort(TcpPort.getInstance((short) segment.step().to().port()))
                .sequenceNumber((int) segment.seq())
                .acknowledgmentNumber((int) segment.ack())
                .reserved((byte) reserved)
                .urg(segment.is(TcpFlags.URG))
                .ack(segment.is(TcpFlags.ACK))
                .psh(segment.is(TcpFlags.PSH))
                .rst(segment.is(TcpFlags.RST))
                .syn(segment.is(TcpFlags.SYN))
                .fin(segment.is(TcpFlags.FIN))
                .window((short) segment.window())
                .options(options(segment.options()))
                .srcAddr(from)
                .dstAddr(to)
                .paddingAtBuild(true)
                .correctChecksumAtBuild(true)
                .correctLengthAtBuild(true);
        return segment.payload().isEmpty() ? builder : builder.payloadBuilder(payload(segment.payload()));
    }

    private static Packet.Builder payload(String bytes) {
        return new UnknownPacket.Builder().rawData(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** In the order of Linux: MSS, SACK permitted, timestamps, window scale; each padded to words. */
    private static List<TcpOption> options(TcpOptionSet set) {
        List<TcpOption> options = new ArrayList<>();
        if (set.mss() >= 0) {
            options.add(new TcpMaximumSegmentSizeOption.Builder()
                    .maxSegSize((short) set.mss())
                    .correctLengthAtBuild(true)
                    .build());
        }
        if (set.sackPermitted()) {
            if (!set.timestamps()) {
                pad(options, 2);
            }
            options.add(TcpSackPermittedOption.getInstance());
        }
        addTimestamps(options, set);
        if (set.windowShift() >= 0) {
            pad(options, 1);
            options.add(new TcpWindowScaleOption.Builder()
                    .shiftCount((byte) set.windowShift())
                    .correctLengthAtBuild(true)
                    .build());
        }
        if (set.mptcpResetReason() >= 0) {
            options.add(new UnknownTcpOption.Builder()
                    .kind(TcpOptionKind.getInstance(MPTCP))
                    .data(new byte[] {MPTCP_RESET_SUBTYPE, (byte) set.mptcpResetReason()})
                    .correctLengthAtBuild(true)
                    .build());
        }
        return options;
    }

    private static void addTimestamps(List<TcpOption> options, TcpOptionSet set) {
        if (set.timestamps()) {
            if (!set.sackPermitted()) {
                pad(options, 2);
            }
            options.add(new TcpTimestampsOption.Builder()
                    .tsValue(set.tsVal())
                    .tsEchoReply(set.tsEcr())
                    .correctLengthAtBuild(true)
                    .build());
        }
    }

    private static void pad(List<TcpOption> options, int count) {
        for (int i = 0; i < count; i++) {
            options.add(TcpNoOperationOption.getInstance());
        }
    }
}
