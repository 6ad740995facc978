package dev.whyrst.junit;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapDumper;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;

/**
 * Writes the TCP segments that pass the loopback interface to a file, on a thread of its own.
 *
 * <p>The kernel hands frames over a little later. So the end is marked on the wire: a datagram that nobody else sends
 * passes the same interface behind the last segment, and the recording goes on until it is met.
 */
final class LoopbackRecorder {

    /** Loopback carries segments as large as an IP packet can be. */
    private static final int LONGEST_FRAME = 262_144;

    private static final int TIMEOUT_MILLIS = 10;
    private static final int PATIENCE_SECONDS = 5;
    private static final int ETHERNET_HEADER = 14;
    private static final int NULL_HEADER = 4;
    private static final int PROTOCOL_OF_IPV4 = 9;
    private static final int UDP = 17;

    private final PcapHandle handle;
    private final PcapDumper dumper;
    private final DatagramSocket marker;
    private final Path file;
    private final int ipAt;
    private final Thread thread;
    private Exception failure;
    private long frames;
    private boolean stopped;

    private LoopbackRecorder(PcapHandle handle, PcapDumper dumper, DatagramSocket marker, Path file) {
        this.handle = handle;
        this.dumper = dumper;
        this.marker = marker;
        this.file = file;
        boolean ethernet = handle.getDlt().equals(DataLinkType.EN10MB);
        this.ipAt = ethernet ? ETHERNET_HEADER : NULL_HEADER;
        this.thread = new Thread(this::record, "whyrst-recorder");
    }

    /** Begins to record; what is sent after the return is recorded. */
    static LoopbackRecorder start(Path file) throws IOException, CannotRecordException {
        DatagramSocket marker = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        PcapHandle handle = null;
        try {
            handle = new PcapHandle.Builder(loopback().getName())
                    .snaplen(LONGEST_FRAME)
                    .promiscuousMode(PromiscuousMode.NONPROMISCUOUS)
                    .timeoutMillis(TIMEOUT_MILLIS)
                    .immediateMode(true)
                    .build();
            handle.setFilter("tcp or (ip and udp dst port " + marker.getLocalPort() + ")", BpfCompileMode.OPTIMIZE);
            LoopbackRecorder recorder = new LoopbackRecorder(handle, handle.dumpOpen(file.toString()), marker, file);
            recorder.thread.setDaemon(true);
            recorder.thread.start();
            return recorder;
        } catch (PcapNativeException | NotOpenException | LinkageError e) {
            marker.close();
            if (handle != null) {
                handle.close();
            }
            throw new CannotRecordException(String.valueOf(e.getMessage()), e);
        }
    }

    private static PcapNetworkInterface loopback() throws PcapNativeException, CannotRecordException {
        return Pcaps.findAllDevs().stream()
                .filter(PcapNetworkInterface::isLoopBack)
                .findFirst()
                .orElseThrow(() -> new CannotRecordException("libpcap shows none", null));
    }

    Path file() {
        return file;
    }

    /** Segments that were recorded, once it has ended. */
    long frames() {
        return frames;
    }

    /** Ends the recording behind all that was sent before; does nothing the second time. */
    void stop() throws IOException {
        if (stopped) {
            return;
        }
        stopped = true;
        try (DatagramSocket end = marker) {
            end.send(new DatagramPacket(new byte[1], 1, end.getLocalAddress(), end.getLocalPort()));
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            if (thread.isAlive()) {
                handle.breakLoop();
                throw new IOException("the end of the recording was not met; " + file + " may lack segments");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the recording ended", e);
        } catch (NotOpenException e) {
            throw new IOException(e);
        }
        if (failure != null) {
            throw new IOException("the recording failed: " + failure.getMessage(), failure);
        }
    }

    private void record() {
        try (PcapHandle from = handle;
                PcapDumper to = dumper) {
            byte[] frame = from.getNextRawPacket();
            while (frame == null || !isMarker(frame)) {
                if (frame != null) {
                    to.dumpRaw(frame, from.getTimestamp());
                    frames++;
                }
                frame = from.getNextRawPacket();
            }
        } catch (NotOpenException | RuntimeException e) {
            failure = e;
        }
    }

    private boolean isMarker(byte[] frame) {
        return frame.length > ipAt + PROTOCOL_OF_IPV4 && frame[ipAt] >> 4 == 4 && frame[ipAt + PROTOCOL_OF_IPV4] == UDP;
    }
}
