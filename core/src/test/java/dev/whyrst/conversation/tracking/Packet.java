package dev.whyrst.conversation.tracking;

import dev.whyrst.net.TcpFlags;
import java.nio.ByteBuffer;

/**
 * An IPv4 packet with a TCP segment between a client at 192.0.2.1 and the server 198.51.100.2:80; the checksums are 0.
 *
 * @param fromClient which way it goes
 * @param clientPort the port of the client
 * @param flags its control bits
 * @param seq SEG.SEQ
 * @param ack SEG.ACK
 * @param length bytes of payload
 * @param id IP identification
 * @param ttl TTL
 * @param window the window field
 */
public record Packet(
        boolean fromClient, int clientPort, int flags, int seq, int ack, int length, int id, int ttl, int window) {

    static final int CLIENT = 0xc0000201;
    static final int SERVER = 0xc6336402;

    /** The window of those that are given none. */
    public static final int WINDOW = 29_200;

    private static final int CLIENT_PORT = 40_000;
    private static final int SERVER_PORT = 80;
    private static final int HEADERS = 40;

    /** A packet of the client at port 40000, or to it. */
    public Packet(boolean fromClient, int flags, int seq, int ack, int length, int id, int ttl) {
        this(fromClient, CLIENT_PORT, flags, seq, ack, length, id, ttl, WINDOW);
    }

    public static Packet syn(int seq, int id) {
        return new Packet(true, TcpFlags.SYN, seq, 0, 0, id, 64);
    }

    public static Packet synAck(int seq, int ack) {
        return new Packet(false, TcpFlags.SYN | TcpFlags.ACK, seq, ack, 0, 0, 64);
    }

    public static Packet request(int seq, int ack, int id) {
        return new Packet(true, TcpFlags.ACK | TcpFlags.PSH, seq, ack, 100, id, 64);
    }

    public static Packet response(int seq, int ack, int id) {
        return new Packet(false, TcpFlags.ACK | TcpFlags.PSH, seq, ack, 100, id, 64);
    }

    public static Packet reset(int seq, int ack, int id) {
        return new Packet(false, TcpFlags.RST | TcpFlags.ACK, seq, ack, 0, id, 64);
    }

    /** The packet behind one more router. */
    public Packet forwarded() {
        return new Packet(fromClient, clientPort, flags, seq, ack, length, id, ttl - 1, window);
    }

    /** The packet with another identification, as hosts give it to what they send again. */
    public Packet sentAgain() {
        return new Packet(fromClient, clientPort, flags, seq, ack, length, id + 1, ttl, window);
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(HEADERS + length)
                .putShort((short) 0x4500)
                .putShort((short) (HEADERS + length))
                .putShort((short) id)
                .putShort((short) 0x4000)
                .put((byte) ttl)
                .put((byte) 6)
                .putShort((short) 0)
                .putInt(fromClient ? CLIENT : SERVER)
                .putInt(fromClient ? SERVER : CLIENT)
                .putShort((short) (fromClient ? clientPort : SERVER_PORT))
                .putShort((short) (fromClient ? SERVER_PORT : clientPort))
                .putInt(seq)
                .putInt(ack)
                .putShort((short) (0x5000 | flags))
                .putShort((short) window)
                .putInt(0)
                .array();
    }
}
