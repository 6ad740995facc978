package dev.whyrst.scenario;

import dev.whyrst.net.Endpoint;
import dev.whyrst.net.TcpFlags;
import java.util.Optional;

/** Something that happens at a time. */
sealed interface Step {

    /** Number of its line in the scenario. */
    int line();

    /** Nanoseconds since the epoch at the point of capture. */
    long timeNanos();

    /** A host loses all its connections. */
    record Restart(int line, long timeNanos, Host host) implements Step {}

    /**
     * A segment is sent.
     *
     * @param attributes the words behind the flags, see the package's description
     * @param expectation what must be said about it, for a RST
     */
    record Send(
            int line,
            long timeNanos,
            Party from,
            Party to,
            int flags,
            Attributes attributes,
            Optional<Expectation> expectation)
            implements Step {

        boolean is(int flag) {
            return TcpFlags.has(flags, flag);
        }
    }

    /** A host with the port that it uses in a conversation. */
    record Party(Host host, int port) {

        Endpoint endpoint() {
            return new Endpoint(host.ipAddress(), port);
        }

        @Override
        public String toString() {
            return host.name() + ":" + port;
        }
    }
}
