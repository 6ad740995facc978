package dev.whyrst.conversation;

import dev.whyrst.net.TcpFlags;
import java.nio.ByteBuffer;

/**
 * An IPv4 packet with a TCP segment between the client 192.0.2.1:40000 and the server 198.51.100.2:80; the checksums are 0.
 *
 * @param fromClient which way it goes
 * @param flags its control bits
 * @param seq SEG.SEQ
 * @param ack SEG.ACK
 * @param length bytes of payload
 * @param id IP identification
 * @param ttl TTL
 */
public record Packet(boolean fromClient, int flags, int seq, int ack, int length, int id, int ttl) {

    static final int CLIENT = 0xc0000201;
    static final int SERVER = 0xc6336402;

    private static final int CLIENT_PORT = 40_000;
    private static final int SERVER_PORT = 80;
    private static final int HEADERS = 40;

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
        return new Packet(fromClient, flags, seq, ack, length, id, ttl - 1);
    }

    /** The packet with another identification, as hosts give it to what they send again. */
    public Packet sentAgain() {
        return new Packet(fromClient, flags, seq, ack, length, id + 1, ttl);
    }

    byte[] bytes() {
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
                .putShort((short) (fromClient ? CLIENT_PORT : SERVER_PORT))
                .putShort((short) (fromClient ? SERVER_PORT : CLIENT_PORT))
                .putInt(seq)
                .putInt(ack)
                .putShort((short) (0x5000 | flags))
                .putShort((short) 29_200)
                .putInt(0)
                .array();
    }
}
