package dev.whyrst.incident.cases;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Harm;
import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import dev.whyrst.net.Nanos;

/**
 * Cases that a test writes down row by row, in the order of their RSTs, where no conversation is needed to make the
 * point.
 */
public final class CaseRows {

    private final EndpointTable endpoints = new EndpointTable();
    private final CaseTable cases = new CaseTable(0);

    public CaseTable cases() {
        return cases;
    }

    public EndpointTable endpoints() {
        return endpoints;
    }

    /** The number of {@code address:port}, or of the host {@code address}. */
    public int number(String text) {
        String[] parts = text.split(":", -1);
        int number = endpoints.of(endpoint(parts[0], parts.length == 1 ? 1 : Integer.parseInt(parts[1])));
        return parts.length == 1 ? endpoints.hostOf(number) : number;
    }

    /**
     * A row to be described and added: of a client 10.0.0.7 of the service 10.0.0.80:80, one second after the epoch.
     */
    public Row row(Behaviour behaviour) {
        return new Row(behaviour);
    }

    private static Endpoint endpoint(String address, int port) {
        int bits = 0;
        for (String part : address.split("\\.", -1)) {
            bits = bits << Byte.SIZE | Integer.parseInt(part);
        }
        return new Endpoint(IpAddress.ofIpv4(bits), port);
    }

    /** A case before it is added. */
    public final class Row {

        private final CaseReader reading = new CaseReader(endpoints);
        private int resets = 1;

        private Row(Behaviour behaviour) {
            reading.behaviour = behaviour;
            of("10.0.0.80:80").by("10.0.0.7:40000").at(1);
        }

        /** Of that service, or of a host without a port. */
        public Row of(String service) {
            reading.service = number(service);
            return this;
        }

        /** By that client and port. */
        public Row by(String client) {
            int port = number(client);
            reading.client = endpoints.hostOf(port);
            reading.clientPort = endpoints.isHost(port) ? 0 : endpoints.port(port);
            return this;
        }

        /** Ended and reset at that second. */
        public Row at(double second) {
            reading.nanos = nanos(second);
            reading.ended = reading.nanos;
            return this;
        }

        /** Ended, by a FIN, so many seconds before its RST. */
        public Row endedBefore(double seconds) {
            reading.ended = reading.nanos - nanos(seconds);
            return this;
        }

        /** After that pause, in seconds. */
        public Row after(double seconds) {
            reading.pause = nanos(seconds);
            reading.silence = reading.pause;
            return this;
        }

        public Row cause(Cause cause) {
            reading.cause = cause;
            return this;
        }

        /** After a last message of that many bytes. */
        public Row farewell(int bytes) {
            reading.farewell = bytes;
            return this;
        }

        /** By a client that asked for that name. */
        public Row name(String name) {
            reading.name = name;
            return this;
        }

        public Row resets(int count) {
            resets = count;
            return this;
        }

        /** Adds it without traits. */
        public CaseRows plain() {
            return with();
        }

        /** Adds it with these traits. */
        public CaseRows with(Trait... traits) {
            for (Trait trait : traits) {
                reading.traits.add(trait);
            }
            int row = cases.add(reading, cases.size(), reading.nanos);
            for (int i = 1; i < resets; i++) {
                cases.again(row, reading.nanos, Harm.Level.UNKNOWN);
            }
            return CaseRows.this;
        }

        /** Adds it so many times, the given time apart. */
        public CaseRows times(int count, double secondsApart, Trait... traits) {
            for (int i = 0; i < count; i++) {
                with(traits);
                reading.nanos += nanos(secondsApart);
                reading.ended += nanos(secondsApart);
            }
            return CaseRows.this;
        }

        private long nanos(double seconds) {
            return Math.round(seconds * Nanos.SECOND);
        }
    }
}
