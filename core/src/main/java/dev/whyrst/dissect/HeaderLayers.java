package dev.whyrst.dissect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pcap4j.packet.EthernetPacket.EthernetHeader;
import org.pcap4j.packet.IpPacket.IpHeader;
import org.pcap4j.packet.IpV4Packet.IpV4Header;
import org.pcap4j.packet.IpV6Packet.IpV6Header;
import org.pcap4j.packet.Packet;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.namednumber.NamedNumber;

/** Turns pcap4j's headers into layers for people. */
final class HeaderLayers {

    /** How many bytes of data after the last header are shown. */
    private static final int SHOWN = 64;

    private HeaderLayers() {}

    /**
     * The layers of a packet and of all that it carries.
     *
     * @param whole whether no byte of the frame was left out, so that checksums can be verified
     */
    static List<Layer> of(Packet outermost, boolean whole) {
        List<Layer> layers = new ArrayList<>();
        IpHeader ip = null;
        for (Packet packet : outermost) {
            Packet.Header header = packet.getHeader();
            if (header instanceof IpHeader found) {
                ip = found;
            }
            if (header == null) {
                layers.add(data(packet.getRawData()));
            } else if (packet instanceof TcpPacket tcp) {
                layers.add(TcpLayer.of(tcp, whole ? ip : null));
            } else {
                layers.add(layer(header));
            }
        }
        return layers;
    }

    /** Bytes that are no header, or none that can be decoded. */
    static Layer data(byte[] bytes) {
        String shown = Hex.of(bytes, SHOWN);
        return new Layer("Data", List.of(new Field("Length", bytes.length + " bytes"), new Field("Bytes", shown)));
    }

    private static Layer layer(Packet.Header header) {
        if (header instanceof EthernetHeader ethernet) {
            return ethernet(ethernet);
        }
        if (header instanceof IpV4Header ipv4) {
            return ipv4(ipv4);
        }
        return header instanceof IpV6Header ipv6 ? ipv6(ipv6) : asPrinted(header);
    }

    private static Layer ethernet(EthernetHeader header) {
        return new Layer(
                "Ethernet",
                List.of(
                        new Field("Destination", header.getDstAddr().toString()),
                        new Field("Source", header.getSrcAddr().toString()),
                        new Field("Type", header.getType().toString())));
    }

    private static Layer ipv4(IpV4Header header) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("Source", header.getSrcAddr().getHostAddress()));
        fields.add(new Field("Destination", header.getDstAddr().getHostAddress()));
        fields.add(new Field("TTL", Integer.toString(header.getTtlAsInt())));
        fields.add(new Field("Identification", number16(header.getIdentificationAsInt())));
        fields.add(new Field("Flags", flags(header)));
        fields.add(new Field("Fragment offset", Integer.toString(header.getFragmentOffset() * 8)));
        fields.add(new Field("Protocol", named(header.getProtocol())));
        fields.add(new Field("Header length", header.getIhlAsInt() * 4 + " bytes"));
        fields.add(new Field("Total length", header.getTotalLengthAsInt() + " bytes"));
        fields.add(new Field("Type of service", Hex.of8(header.getTos().value())));
        fields.add(new Field("Header checksum", checksum(header)));
        header.getOptions().forEach(option -> fields.add(new Field("Option", option.toString())));
        return new Layer("IPv4", List.copyOf(fields));
    }

    private static Layer ipv6(IpV6Header header) {
        return new Layer(
                "IPv6",
                List.of(
                        new Field("Source", header.getSrcAddr().getHostAddress()),
                        new Field("Destination", header.getDstAddr().getHostAddress()),
                        new Field("Hop limit", Integer.toString(header.getHopLimitAsInt())),
                        new Field(
                                "Flow label",
                                Integer.toString(header.getFlowLabel().value())),
                        new Field(
                                "Traffic class",
                                Hex.of8(header.getTrafficClass().value())),
                        new Field("Next header", named(header.getNextHeader())),
                        new Field("Payload length", header.getPayloadLengthAsInt() + " bytes")));
    }

    /** Any other header: pcap4j prints a line for each field. */
    private static Layer asPrinted(Packet.Header header) {
        String[] lines = header.toString().split("\\R", -1);
        List<Field> fields = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(": ");
            if (colon > 0) {
                fields.add(new Field(
                        lines[i].substring(0, colon).strip(),
                        lines[i].substring(colon + 2).strip()));
            }
        }
        return new Layer(title(lines[0]), List.copyOf(fields));
    }

    /** {@code [GRE Header (4 bytes)]} without what is plain. */
    private static String title(String firstLine) {
        int start = firstLine.startsWith("[") ? 1 : 0;
        int end = firstLine.toLowerCase(Locale.ROOT).indexOf(" header");
        return end > start ? firstLine.substring(start, end) : firstLine;
    }

    private static String flags(IpV4Header header) {
        if (header.getDontFragmentFlag()) {
            return header.getMoreFragmentFlag() ? "DF,MF" : "DF";
        }
        return header.getMoreFragmentFlag() ? "MF" : "none";
    }

    private static String checksum(IpV4Header header) {
        String value = Hex.of16(header.getHeaderChecksum());
        return header.hasValidChecksum(false) ? value + " (correct)" : value + " (wrong, or left to the network card)";
    }

    static String number16(int value) {
        return value + " (" + Hex.of16(value) + ")";
    }

    private static String named(NamedNumber<Byte, ?> number) {
        return (number.value() & 0xff) + " (" + number.name() + ")";
    }
}
