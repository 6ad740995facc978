package dev.whyrst.peer.prove;

import dev.whyrst.conversation.tracking.Packet;
import dev.whyrst.conversation.tracking.Tape;
import dev.whyrst.net.TcpFlags;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A path with a capture at either end: segments of clients at 192.0.2.1 and of a server at 198.51.100.2:80 that pass
 * both, and those that only one of them holds.
 */
final class Wire {

    private final Tape clientEnd = new Tape();
    private final Tape serverEnd = new Tape();
    private final long transit;
    private final int hops;
    private long now = 1_000_000;
    private long serverClock = 5_000_000;
    private int beyondServer;
    private int id = 1;
    private int ttl = 64;
    private boolean rewritesWindows;
    private boolean translates;
    private boolean atClient = true;
    private boolean atServer = true;

    /** @param transit how many microseconds and {@code hops} the two captures are apart */
    Wire(long transit, int hops) {
        this.transit = transit;
        this.hops = hops;
    }

    /** Lets that many microseconds pass. */
    Wire after(long micros) {
        now += micros;
        return this;
    }

    /** Sets the clock of the capture at the server forward by so many microseconds. */
    Wire setServerClock(long micros) {
        serverClock += micros;
        return this;
    }

    /** Lets a device between the captures write other windows. */
    Wire rewriteWindows() {
        rewritesWindows = true;
        return this;
    }

    /** Lets a device between the captures translate the server's address and port. */
    Wire translate() {
        translates = true;
        return this;
    }

    /** Puts the server so many hops behind the capture near it. */
    Wire behind(int more) {
        beyondServer = more;
        return this;
    }

    /** What follows is in both captures. */
    Wire everywhere() {
        return kept(true, true);
    }

    /** What follows is only in the capture at the client. */
    Wire onlyAtClient() {
        return kept(true, false);
    }

    /** What follows is only in the capture at the server. */
    Wire onlyAtServer() {
        return kept(false, true);
    }

    /** The handshake, a request of 100 bytes with its acknowledgement, each a millisecond after the one before. */
    Wire request(int port) {
        client(port, TcpFlags.SYN, 1000, 0, 0).after(1000 + 2 * transit);
        server(port, TcpFlags.SYN | TcpFlags.ACK, 5000, 1001, 0).after(1000 + 2 * transit);
        client(port, TcpFlags.ACK, 1001, 5001, 0).after(1000);
        client(port, TcpFlags.ACK | TcpFlags.PSH, 1001, 5001, 100).after(1000 + 2 * transit);
        return server(port, TcpFlags.ACK, 5001, 1101, 0).after(1000);
    }

    /** An answer of 100 bytes and its acknowledgement. */
    Wire answer(int port) {
        server(port, TcpFlags.ACK | TcpFlags.PSH, 5001, 1101, 100).after(1000 + 2 * transit);
        return client(port, TcpFlags.ACK, 1101, 5101, 0).after(1000 + 2 * transit);
    }

    /** A segment of the client. */
    Wire client(int port, int flags, int seq, int ack, int length) {
        return record(true, port, flags, seq, ack, length, ttl);
    }

    /** A segment of the server. */
    Wire server(int port, int flags, int seq, int ack, int length) {
        return record(false, port, flags, seq, ack, length, ttl);
    }

    /** A RST,ACK in the server's name that left its maker with another TTL than the server's segments. */
    Wire forged(int port, int seq, int ack, int madeWithTtl) {
        return record(false, port, TcpFlags.RST | TcpFlags.ACK, seq, ack, 0, madeWithTtl);
    }

    /** Writes a.pcap, of the client's end, and b.pcap. */
    void write(Path folder) throws IOException {
        clientEnd.write(folder.resolve("a.pcap"));
        serverEnd.write(folder.resolve("b.pcap"));
    }

    private Wire kept(boolean client, boolean server) {
        atClient = client;
        atServer = server;
        return this;
    }

    private Wire record(boolean fromClient, int port, int flags, int seq, int ack, int length, int made) {
        int far = made - (fromClient ? 0 : beyondServer);
        if (atClient) {
            int hopLimit = fromClient ? far : far - hops;
            clientEnd
                    .at(now + (fromClient ? 0 : transit))
                    .plain(new Packet(fromClient, port, flags, seq, ack, length, id, hopLimit, Packet.WINDOW));
        }
        if (atServer) {
            int hopLimit = fromClient ? far - hops : far;
            int window = rewritesWindows ? Packet.WINDOW / 2 : Packet.WINDOW;
            Packet packet = new Packet(fromClient, port, flags, seq, ack, length, id, hopLimit, window);
            serverEnd.at(now + serverClock + (fromClient ? transit : 0));
            if (translates) {
                serverEnd.behindNat(packet);
            } else {
                serverEnd.plain(packet);
            }
        }
        id++;
        return this;
    }
}
