package dev.whyrst.dissect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.IpV6Packet;
import org.pcap4j.packet.LinuxSllPacket;
import org.pcap4j.packet.Packet;
import org.pcap4j.packet.UnknownPacket;
import org.pcap4j.packet.factory.PacketFactories;
import org.pcap4j.packet.namednumber.DataLinkType;
import org.pcap4j.packet.namednumber.EtherType;

/** Takes a frame apart, header by header; what cannot be decoded is shown as bytes. */
public final class FrameAnatomy {

    /**
     * How much of a frame is looked at. pcap4j nests an object for each header and copies the rest for each, so a frame
     * made of nothing but tags would cost the square of its length.
     */
    private static final int LOOKED_AT = 2048;

    private static final int NULL_LOOPBACK = 0;
    private static final int ETHERNET = 1;
    private static final int RAW_IP = 101;
    private static final int OPENBSD_LOOPBACK = 108;
    private static final int LINUX_SLL = 113;
    private static final int IPV4 = 228;
    private static final int IPV6 = 229;
    private static final int LINUX_SLL2 = 276;

    private FrameAnatomy() {}

    /**
     * Decodes a frame.
     *
     * @param frame the frame from its first byte, as far as it was captured
     * @param linkType its LINKTYPE_ number
     * @return its layers; never fails, and has no layers only for an empty frame
     */
    public static Anatomy of(byte[] frame, int linkType) {
        byte[] head = frame.length > LOOKED_AT ? Arrays.copyOf(frame, LOOKED_AT) : frame;
        List<Layer> layers = new ArrayList<>();
        int own = ownHeader(linkType);
        if (own > 0 && own < head.length) {
            layers.add(linkType == LINUX_SLL2 ? LinkLayers.linuxSll2(head) : LinkLayers.loopback(head));
        } else {
            own = 0;
        }
        if (own < head.length) {
            layers.addAll(decode(head, own, linkType, frame.length == head.length));
        }
        return new Anatomy(List.copyOf(layers));
    }

    /** The length of a link header that pcap4j does not know, or knows in one byte order only; 0 for others. */
    private static int ownHeader(int linkType) {
        return switch (linkType) {
            case NULL_LOOPBACK, OPENBSD_LOOPBACK -> LinkLayers.LOOPBACK_LENGTH;
            case LINUX_SLL2 -> LinkLayers.LINUX_SLL2_LENGTH;
            default -> 0;
        };
    }

    /** pcap4j reports bad bytes by a checked exception, and now and then by one that it did not foresee. */
    private static List<Layer> decode(byte[] frame, int offset, int linkType, boolean whole) {
        try {
            return HeaderLayers.of(packet(frame, offset, linkType), whole);
        } catch (IllegalRawDataException | RuntimeException e) {
            return List.of(HeaderLayers.data(Arrays.copyOfRange(frame, offset, frame.length)));
        }
    }

    private static Packet packet(byte[] frame, int offset, int linkType) throws IllegalRawDataException {
        int length = frame.length - offset;
        return switch (linkType) {
            case ETHERNET -> EthernetPacket.newPacket(frame, offset, length);
            case LINUX_SLL -> LinuxSllPacket.newPacket(frame, offset, length);
            case LINUX_SLL2 -> ofEtherType(frame, offset, length);
            case RAW_IP, IPV4, IPV6, NULL_LOOPBACK, OPENBSD_LOOPBACK -> ip(frame, offset, length);
            default ->
                PacketFactories.getFactory(Packet.class, DataLinkType.class)
                        .newInstance(frame, offset, length, DataLinkType.getInstance(linkType));
        };
    }

    private static Packet ip(byte[] frame, int offset, int length) throws IllegalRawDataException {
        return switch (frame[offset] >> 4) {
            case 4 -> IpV4Packet.newPacket(frame, offset, length);
            case 6 -> IpV6Packet.newPacket(frame, offset, length);
            default -> UnknownPacket.newPacket(frame, offset, length);
        };
    }

    /** The payload of Linux SLL2, whose header begins with the EtherType. */
    private static Packet ofEtherType(byte[] frame, int offset, int length) {
        short type = (short) ((frame[0] << 8) | (frame[1] & 0xff));
        return PacketFactories.getFactory(Packet.class, EtherType.class)
                .newInstance(frame, offset, length, EtherType.getInstance(type));
    }
}
