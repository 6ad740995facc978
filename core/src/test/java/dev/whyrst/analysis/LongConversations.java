package dev.whyrst.analysis;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a capture of a few hundred conversations that talk in turn and never end. */
final class LongConversations {

    static final int CONVERSATIONS = 300;

    private static final int PAYLOAD = 100;
    private static final int RECORD_HEADER = 16;
    private static final int HEADERS = 14 + 20 + 20;
    private static final int SYN = 0x02;
    private static final int RST = 0x04;
    private static final int ACK = 0x10;

    private final ByteBuffer record =
            ByteBuffer.allocate(RECORD_HEADER + HEADERS + PAYLOAD).order(ByteOrder.BIG_ENDIAN);

    private LongConversations() {}

    /** Writes that many frames, a pcap of Ethernet frames. */
    static Path write(Path file, int frames) throws IOException {
        return write(file, frames, Integer.MAX_VALUE);
    }

    /** Writes that many frames, those from one on RSTs. */
    static Path write(Path file, int frames, int firstReset) throws IOException {
        LongConversations capture = new LongConversations();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(ByteBuffer.allocate(24)
                    .putInt(0xa1b2_c3d4)
                    .putShort((short) 2)
                    .putShort((short) 4)
                    .putLong(0)
                    .putInt(65_535)
                    .putInt(1)
                    .array());
            for (int i = 0; i < frames; i++) {
                int length = capture.frame(i % CONVERSATIONS, i / CONVERSATIONS, i, i >= firstReset);
                out.write(capture.record.array(), 0, length);
            }
        }
        return file;
    }

    /** Lays out what a conversation says in its nth turn: the client asks, the server answers. */
    private int frame(int conversation, int turn, int micros, boolean reset) {
        boolean fromClient = turn % 2 == 0;
        int payload = turn < 3 ? 0 : PAYLOAD;
        int said = Math.max(0, turn - 3) / 2 * PAYLOAD;
        record.clear();
        record.putInt(1_700_000_000 + micros / 1_000_000).putInt(micros % 1_000_000);
        record.putInt(HEADERS + payload).putInt(HEADERS + payload);
        record.putLong(0x0200_0000_0001_0200L).putInt(2).putShort((short) 0x0800);
        record.putInt(0x4500_0000 | 40 + payload).putInt(turn << 16).putInt(0x4006_0000);
        int client = 0x0a00_0001 + conversation;
        int server = 0x0a01_0001;
        record.putInt(fromClient ? client : server).putInt(fromClient ? server : client);
        record.putShort((short) (fromClient ? 40_000 : 443)).putShort((short) (fromClient ? 443 : 40_000));
        int flags = (turn == 0 ? SYN : turn == 1 ? SYN | ACK : ACK) | (reset ? RST : 0);
        record.putInt(turn < 2 ? 0 : 1 + said).putInt(turn == 0 ? 0 : 1 + said);
        record.putShort((short) (0x5000 | flags)).putShort((short) 65_535).putInt(0);
        record.position(record.position() + payload);
        return record.position();
    }
}
