package dev.whyrst.dissect;

import java.util.List;

/** Link headers that are decoded here because pcap4j does not know them, or knows them in one byte order only. */
final class LinkLayers {

    /** Length of the header of LINKTYPE_NULL and LINKTYPE_LOOP. */
    static final int LOOPBACK_LENGTH = 4;

    /** Length of the header of LINKTYPE_LINUX_SLL2. */
    static final int LINUX_SLL2_LENGTH = 20;

    private static final int LONGEST_ADDRESS = 8;

    private LinkLayers() {}

    /** A protocol family in the byte order of the host that captured, which nothing names. */
    static Layer loopback(byte[] frame) {
        int family = int32(frame, 0);
        boolean swapped = Integer.compareUnsigned(family, 0xffff) > 0;
        int value = swapped ? Integer.reverseBytes(family) : family;
        return new Layer("Loopback", List.of(new Field("Protocol family", Integer.toUnsignedString(value))));
    }

    static Layer linuxSll2(byte[] frame) {
        int addressLength = Math.min(frame[11] & 0xff, LONGEST_ADDRESS);
        byte[] address = new byte[addressLength];
        System.arraycopy(frame, 12, address, 0, addressLength);
        return new Layer(
                "Linux cooked v2",
                List.of(
                        new Field("Protocol", Hex.of16(int32(frame, 0) >>> 16)),
                        new Field("Interface", Integer.toUnsignedString(int32(frame, 4))),
                        new Field("Packet type", Integer.toString(frame[10] & 0xff)),
                        new Field("Address", Hex.of(address, addressLength))));
    }

    private static int int32(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 24)
                | ((bytes[at + 1] & 0xff) << 16)
                | ((bytes[at + 2] & 0xff) << 8)
                | (bytes[at + 3] & 0xff);
    }
}
