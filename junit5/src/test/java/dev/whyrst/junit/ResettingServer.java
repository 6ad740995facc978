package dev.whyrst.junit;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that answers one request, or resets the connection in one of three ways. */
final class ResettingServer implements Closeable {

    private static final byte[] REQUEST =
            "GET / HTTP/1.1\r\nHost: orders.example\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANSWER = "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final int PATIENCE_MILLIS = 5_000;

    private final ServerSocket listener;

    ResettingServer() throws IOException {
        listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Answers, and both sides close in order. */
    void answer() throws IOException {
        try (Socket client = request();
                Socket server = listener.accept()) {
            server.getInputStream().readNBytes(REQUEST.length);
            server.getOutputStream().write(ANSWER);
            server.shutdownOutput();
            client.getInputStream().readAllBytes();
            client.shutdownOutput();
            server.getInputStream().readAllBytes();
        }
    }

    /** Answers, and then cancels the connection. */
    void cancel() throws IOException {
        try (Socket client = request()) {
            Socket server = listener.accept();
            server.getInputStream().readNBytes(REQUEST.length);
            server.getOutputStream().write(ANSWER);
            client.getInputStream().readNBytes(ANSWER.length);
            server.setSoLinger(true, 0);
            server.close();
            awaitEnd(client);
        }
    }

    /** Closes without having read the request. */
    void closeUnread() throws IOException {
        try (Socket client = request()) {
            Socket server = listener.accept();
            // The request has arrived.
            while (server.getInputStream().available() < REQUEST.length) {
                Thread.onSpinWait();
            }
            server.close();
            awaitEnd(client);
        }
    }

    /** Is no longer there. */
    void refuse() throws IOException {
        int port = port();
        listener.close();
        try (Socket client = new Socket()) {
            client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            throw new IllegalStateException("somebody else listens on port " + port);
        } catch (ConnectException e) {
            // As it should be.
        }
    }

    private Socket request() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port());
        client.setSoTimeout(PATIENCE_MILLIS);
        client.getOutputStream().write(REQUEST);
        return client;
    }

    /** Java sends a FIN before it closes: what a client learns of the RST behind it depends on what it has read by then. */
    private static void awaitEnd(Socket client) {
        try {
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            // Connection reset by peer.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
