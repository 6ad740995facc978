package dev.whyrst.dissect;

import dev.whyrst.net.TcpFlags;
import java.util.ArrayList;
import java.util.List;
import org.pcap4j.packet.IpPacket.IpHeader;
import org.pcap4j.packet.TcpMaximumSegmentSizeOption;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.TcpPacket.TcpHeader;
import org.pcap4j.packet.TcpPacket.TcpOption;
import org.pcap4j.packet.TcpSackOption;
import org.pcap4j.packet.TcpSackPermittedOption;
import org.pcap4j.packet.TcpTimestampsOption;
import org.pcap4j.packet.TcpWindowScaleOption;
import org.pcap4j.packet.namednumber.TcpOptionKind;
import org.pcap4j.packet.namednumber.TcpPort;

/** The layer of a TCP header. */
final class TcpLayer {

    private TcpLayer() {}

    /** @param ip the header in front of it, for the checksum; null where the checksum cannot be verified */
    static Layer of(TcpPacket packet, IpHeader ip) {
        TcpHeader header = packet.getHeader();
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("Source port", port(header.getSrcPort())));
        fields.add(new Field("Destination port", port(header.getDstPort())));
        fields.add(new Field("Flags", flags(header)));
        fields.add(new Field("Sequence number", number32(header.getSequenceNumber())));
        fields.add(new Field("Acknowledgment number", number32(header.getAcknowledgmentNumber())));
        fields.add(new Field("Window", Integer.toString(header.getWindowAsInt())));
        fields.add(new Field("Header length", header.getDataOffsetAsInt() * 4 + " bytes"));
        fields.add(new Field("Checksum", Hex.of16(header.getChecksum()) + verdict(packet, ip)));
        fields.add(new Field("Urgent pointer", Integer.toString(header.getUrgentPointerAsInt())));
        for (TcpOption option : header.getOptions()) {
            if (!option.getKind().equals(TcpOptionKind.NO_OPERATION)
                    && !option.getKind().equals(TcpOptionKind.END_OF_OPTION_LIST)) {
                fields.add(new Field("Option", option(option)));
            }
        }
        return new Layer("TCP", List.copyOf(fields));
    }

    /** pcap4j knows six of the nine bits; the rest of the header's own bytes tells all. */
    private static String flags(TcpHeader header) {
        byte[] raw = header.getRawData();
        int bits = ((raw[12] & 0x01) << 8) | (raw[13] & 0xff);
        return TcpFlags.describe(bits) + " (0x" + Hex.digits(bits, 3) + ")";
    }

    private static String verdict(TcpPacket packet, IpHeader ip) {
        if (ip == null) {
            return " (not verified)";
        }
        boolean valid = packet.hasValidChecksum(ip.getSrcAddr(), ip.getDstAddr(), false);
        return valid ? " (correct)" : " (wrong, left to the network card, or cut)";
    }

    private static String option(TcpOption option) {
        if (option instanceof TcpMaximumSegmentSizeOption mss) {
            return "maximum segment size " + mss.getMaxSegSizeAsInt();
        }
        if (option instanceof TcpWindowScaleOption scale) {
            return "window scale " + scale.getShiftCountAsInt();
        }
        if (option instanceof TcpTimestampsOption times) {
            return "timestamps " + times.getTsValueAsLong() + ", echo " + times.getTsEchoReplyAsLong();
        }
        if (option instanceof TcpSackPermittedOption) {
            return "SACK permitted";
        }
        byte[] raw = option.getRawData();
        String kind = option instanceof TcpSackOption
                ? "SACK"
                : "kind " + (option.getKind().value() & 0xff);
        return kind + ": " + Hex.of(raw, raw.length);
    }

    private static String port(TcpPort port) {
        String name = port.name();
        return "unknown".equals(name) ? Integer.toString(port.valueAsInt()) : port.valueAsInt() + " (" + name + ")";
    }

    private static String number32(int value) {
        return Integer.toUnsignedString(value) + " (0x" + Hex.digits(value, 8) + ")";
    }
}
