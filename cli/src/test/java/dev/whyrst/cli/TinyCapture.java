package dev.whyrst.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A capture of two frames: a SYN from 10.0.0.89 to 10.0.0.27 port 8888, and the RST,ACK that refuses it. */
final class TinyCapture {

    static final int BYTES = 24 + 2 * (16 + 40);

    private static final int LINKTYPE_RAW = 101;
    private static final int SYN = 0x02;
    private static final int RST_ACK = 0x14;
    private static final int INITIATOR = 0x0a00_0059;
    private static final int RESPONDER = 0x0a00_001b;

    private TinyCapture() {}

    static byte[] bytes() {
        ByteBuffer file = ByteBuffer.allocate(BYTES);
        file.putInt(0xa1b2_c3d4).putShort((short) 2).putShort((short) 4);
        file.putInt(0).putInt(0).putInt(65_535).putInt(LINKTYPE_RAW);
        record(file, 100);
        ip(file, INITIATOR, RESPONDER);
        tcp(file, 49_660, 8888, 1000, 0, SYN);
        record(file, 250);
        ip(file, RESPONDER, INITIATOR);
        tcp(file, 8888, 49_660, 0, 1001, RST_ACK);
        return file.array();
    }

    static Path in(Path folder) throws IOException {
        return Files.write(folder.resolve("refused.pcap"), bytes());
    }

    private static void record(ByteBuffer file, int micros) {
        file.putInt(1_700_000_000).putInt(micros).putInt(40).putInt(40);
    }

    private static void ip(ByteBuffer file, int from, int to) {
        file.putInt(0x4500_0028)
                .putInt(0x0000_4000)
                .putInt(0x4006_0000)
                .putInt(from)
                .putInt(to);
    }

    private static void tcp(ByteBuffer file, int from, int to, int seq, int ack, int flags) {
        file.putShort((short) from).putShort((short) to).putInt(seq).putInt(ack);
        file.putShort((short) (0x5000 | flags)).putShort((short) 0).putInt(0);
    }
}
