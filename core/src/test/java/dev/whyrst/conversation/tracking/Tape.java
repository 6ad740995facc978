package dev.whyrst.conversation.tracking;

import dev.whyrst.capture.FrameView;
import dev.whyrst.conversation.dossier.DossierReader;
import dev.whyrst.conversation.dossier.Dossiers;
import dev.whyrst.decode.DecodeOutcome;
import dev.whyrst.decode.FrameDecoder;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A capture of raw IP packets, recorded one by one, and what the tracker makes of it. */
public final class Tape {

    private static final int RAW = 101;
    private static final int UDP = 17;
    private static final int ICMP = 1;
    private static final int VXLAN_PORT = 4789;

    private final List<byte[]> packets = new ArrayList<>();
    private final List<Integer> captured = new ArrayList<>();
    private final List<Long> micros = new ArrayList<>();
    private long now = 1_000_000;

    /** Lets that time pass before what comes next. */
    public Tape after(long microseconds) {
        now += microseconds;
        return this;
    }

    /** Lets it be that time for what comes next. */
    public Tape at(long microseconds) {
        now = microseconds;
        return this;
    }

    /** Records the packet as it is. */
    public Tape plain(Packet packet) {
        return record(packet.bytes());
    }

    /** Records the packet as it is behind a NAT, which has the server of the packet at 10.9.8.7:8080. */
    public Tape behindNat(Packet packet) {
        ByteBuffer bytes = ByteBuffer.wrap(packet.bytes());
        bytes.putInt(packet.fromClient() ? 16 : 12, 0x0a09_0807);
        bytes.putShort(packet.fromClient() ? 22 : 20, (short) 8080);
        return record(bytes.array());
    }

    /** Records the first bytes of the packet. */
    Tape snapped(Packet packet, int length) {
        record(packet.bytes());
        captured.set(captured.size() - 1, length);
        return this;
    }

    /** Records the packet in a VXLAN tunnel with that network identifier. */
    public Tape inVxlan(int network, Packet packet) {
        byte[] inner = packet.bytes();
        ByteBuffer bytes = ByteBuffer.allocate(30 + inner.length)
                .putShort((short) 50_000)
                .putShort((short) VXLAN_PORT)
                .putShort((short) (30 + inner.length))
                .putShort((short) 0)
                .putInt(0x0800_0000)
                .putInt(network << 8)
                .putLong(0x0200_0000_0002_0200L)
                .putInt(0x0000_0001)
                .putShort((short) 0x0800)
                .put(inner);
        return record(ip(UDP, 0x0a00_0001, 0x0a00_0002, bytes.array()));
    }

    /** Records an ICMP error of that host that quotes the first bytes of the packet. */
    public Tape icmpError(int type, int code, int from, Packet quoted) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + 28)
                .put((byte) type)
                .put((byte) code)
                .putShort((short) 0)
                .putInt(0)
                .put(quoted.bytes(), 0, 28);
        return record(ip(ICMP, from, quoted.fromClient() ? Packet.CLIENT : Packet.SERVER, bytes.array()));
    }

    /** All timelines, also of conversations without RST, in the order of their ends. */
    List<Timeline> timelines() {
        ConversationTracker tracker = tracker();
        try (Dossiers dossiers = tracker.endOfCapture()) {
            DossierReader reader = new DossierReader(dossiers);
            List<Timeline> timelines = new ArrayList<>();
            for (int source = 0; source < dossiers.sources(); source++) {
                timelines.add(reader.timeline(source));
            }
            return timelines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tracker after the last packet. */
    ConversationTracker tracker() {
        ConversationTracker tracker =
                new ConversationTracker(new TrackerLimits(100, 100, 100, 100, 100, 1 << 20, false), 7);
        tracker.keepAll();
        FrameDecoder decoder = new FrameDecoder();
        FrameView frame = new FrameView();
        SegmentView segment = new SegmentView();
        for (int i = 0; i < packets.size(); i++) {
            byte[] packet = packets.get(i);
            frame.wrap(packet, 0, captured.get(i), packet.length, micros.get(i) * 1000, i + 1, RAW);
            DecodeOutcome outcome = decoder.decode(frame, segment);
            if (outcome == DecodeOutcome.TCP_SEGMENT) {
                tracker.accept(segment);
            } else if (outcome == DecodeOutcome.ICMP_QUOTE) {
                tracker.acceptIcmpError(segment);
            }
        }
        return tracker;
    }

    /** Writes the capture as pcap. */
    public Path write(Path file) throws IOException {
        int length = 24 + captured.stream().mapToInt(bytes -> 16 + bytes).sum();
        ByteBuffer pcap = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        pcap.putInt(0xa1b2c3d4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0)
                .putInt(65_535);
        pcap.putInt(RAW);
        for (int i = 0; i < packets.size(); i++) {
            byte[] packet = packets.get(i);
            pcap.putInt((int) (micros.get(i) / 1_000_000)).putInt((int) (micros.get(i) % 1_000_000));
            pcap.putInt(captured.get(i)).putInt(packet.length).put(packet, 0, captured.get(i));
        }
        return Files.write(file, pcap.array());
    }

    private Tape record(byte[] packet) {
        packets.add(packet);
        captured.add(packet.length);
        micros.add(now);
        now += 10;
        return this;
    }

    private static byte[] ip(int protocol, int source, int destination, byte[] payload) {
        return ByteBuffer.allocate(20 + payload.length)
                .putShort((short) 0x4500)
                .putShort((short) (20 + payload.length))
                .putInt(0x0001_0000)
                .put((byte) 64)
                .put((byte) protocol)
                .putShort((short) 0)
                .putInt(source)
                .putInt(destination)
                .put(payload)
                .array();
    }
}
