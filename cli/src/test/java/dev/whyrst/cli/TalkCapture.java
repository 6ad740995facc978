package dev.whyrst.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A capture of conversations between 10.0.0.89 and 10.0.0.27 port 80, one segment a millisecond. */
final class TalkCapture {

    static final int FIN = 0x11;
    static final int SYN = 0x02;
    static final int SYN_ACK = 0x12;
    static final int RST = 0x04;
    static final int ACK = 0x10;

    private static final int LINKTYPE_RAW = 101;
    private static final int CLIENT = 0x0a00_0059;
    private static final int SERVER = 0x0a00_001b;
    private static final int SERVICE = 80;
    private static final int HEADERS = 40;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final int firstSecond;
    private int millis;

    TalkCapture(int firstSecond) {
        this.firstSecond = firstSecond;
        ByteBuffer head =
                ByteBuffer.allocate(24).putInt(0xa1b2_c3d4).putShort((short) 2).putShort((short) 4);
        file.writeBytes(
                head.putInt(0).putInt(0).putInt(65_535).putInt(LINKTYPE_RAW).array());
    }

    TalkCapture() {
        this(1_700_000_000);
    }

    /** A handshake from the client's number 1000 on and the server's 5000, and a request that is answered. */
    TalkCapture talk(int port, String request, String answer) {
        return talk(port, 1000, request, answer);
    }

    /** The same from the client's number {@code isn} on. */
    TalkCapture talk(int port, int isn, String request, String answer) {
        client(port, SYN, isn, 0, "");
        server(port, SYN_ACK, 5000, isn + 1, "");
        client(port, ACK, isn + 1, 5001, "");
        client(port, ACK, isn + 1, 5001, request);
        return server(port, ACK, 5001, isn + 1 + request.length(), answer);
    }

    TalkCapture client(int port, int flags, int seq, int ack, String payload) {
        return segment(CLIENT, port, SERVER, SERVICE, flags, seq, ack, payload);
    }

    TalkCapture server(int port, int flags, int seq, int ack, String payload) {
        return segment(SERVER, SERVICE, CLIENT, port, flags, seq, ack, payload);
    }

    private TalkCapture segment(
            int from, int fromPort, int to, int toPort, int flags, int seq, int ack, String payload) {
        byte[] data = payload.getBytes(StandardCharsets.ISO_8859_1);
        int length = HEADERS + data.length;
        ByteBuffer frame = ByteBuffer.allocate(16 + length);
        frame.putInt(firstSecond).putInt(millis++ * 1000).putInt(length).putInt(length);
        frame.putInt(0x4500_0000 | length)
                .putInt(0x0000_4000)
                .putInt(0x4006_0000)
                .putInt(from)
                .putInt(to);
        frame.putShort((short) fromPort).putShort((short) toPort).putInt(seq).putInt(ack);
        frame.putShort((short) (0x5000 | flags))
                .putShort((short) 0xffff)
                .putInt(0)
                .put(data);
        file.writeBytes(frame.array());
        return this;
    }

    Path in(Path folder, String name) throws IOException {
        return Files.write(folder.resolve(name), file.toByteArray());
    }
}
