package dev.whyrst.scenario;

import dev.whyrst.net.TcpFlags;
import java.util.Map;

/** Fills in the header fields of one segment that its line leaves open. */
final class Headers {

    private static final int DEFAULT_MSS_V4 = 1460;
    private static final int DEFAULT_MSS_V6 = 1440;
    private static final String MIRROR = "mirror";

    private final Step.Send step;
    private final ConnectionEnd end;
    private final Host emitter;
    private final Stack stack;
    private final WireSegment trigger;
    private final Map<String, Integer> hostCounters;
    private final boolean answer;

    /**
     * @param end the end in whose name it is sent
     * @param emitter the host that sends it
     * @param trigger the segment that it answers, or null
     * @param hostCounters the IP-ID counters of hosts by name
     */
    Headers(Step.Send step, ConnectionEnd end, Host emitter, WireSegment trigger, Map<String, Integer> hostCounters) {
        this.step = step;
        this.end = end;
        this.emitter = emitter;
        this.trigger = trigger;
        this.hostCounters = hostCounters;
        this.answer = trigger != null;
        this.stack = answer && emitter.stack().equals(Stack.SCANNER) ? Stack.LINUX : emitter.stack();
    }

    WireSegment segment(long seq, long ack, int tsRecent, String payload) {
        return new WireSegment(
                step,
                step.timeNanos(),
                emitter,
                seq,
                ack,
                window(),
                step.attributes().number("ttl", 0, 255, emitter.capturedTtl(answer)),
                ipId(payload.length()),
                dontFragment(),
                step.attributes().number("tos", 0, 255, 0),
                flowLabel(),
                options(tsRecent),
                payload);
    }

    private int window() {
        if (MIRROR.equals(step.attributes().text("win").orElse(""))) {
            return mirrored().window();
        }
        return step.attributes().number("win", 0, 65535, naturalWindow());
    }

    private int naturalWindow() {
        Stack.Windows windows = stack.windows();
        if (answer) {
            return windows.answer();
        }
        if (step.is(TcpFlags.SYN)) {
            return step.is(TcpFlags.ACK) ? windows.synAck() : windows.syn();
        }
        return step.is(TcpFlags.RST) && windows.abort() >= 0 ? windows.abort() : end.window();
    }

    private int ipId(int payloadLength) {
        if (MIRROR.equals(step.attributes().text("ipid").orElse(""))) {
            return mirrored().ipId();
        }
        int packets = Math.max(1, (payloadLength + DEFAULT_MSS_V4 - 1) / DEFAULT_MSS_V4);
        int natural =
                switch (stack.profile().ipIds()) {
                    case PER_CONNECTION -> answer || isSynAck() ? 0 : end.nextIpId(packets);
                    case HOST -> nextOfHost(packets);
                    case ZERO -> 0;
                    case RANDOM -> (int) Seeds.of("ipid", step.line()) & 0xffff;
                };
        return step.attributes().number("ipid", 0, 65535, natural);
    }

    private boolean isSynAck() {
        return step.is(TcpFlags.SYN) && step.is(TcpFlags.ACK);
    }

    private int nextOfHost(int packets) {
        int id = hostCounters.getOrDefault(emitter.name(), (int) Seeds.of("ipid", emitter.name()) & 0xffff);
        hostCounters.put(emitter.name(), id + packets & 0xffff);
        return id;
    }

    /** The segment whose field is copied: the one that is answered, or the peer's last. */
    private WireSegment mirrored() {
        WireSegment source = trigger != null ? trigger : end.lastReceived();
        if (source == null) {
            throw step.attributes().error("there is no segment from " + step.to() + " to mirror");
        }
        return source;
    }

    private boolean dontFragment() {
        return !step.attributes().has("no-df")
                && (stack.profile().dontFragment() || step.attributes().has("df"));
    }

    /** Linux keeps a label for each connection, and answers without a connection with another one. */
    private int flowLabel() {
        String given = step.attributes().text("flow").orElse("");
        boolean ofConnection = given.isEmpty() ? stack.equals(Stack.LINUX) && !answer : given.equals("connection");
        if (ofConnection) {
            return end.flowLabel();
        }
        int answers = (int) (Seeds.of("answer", step.from(), step.to()) & 0xffffe) + 1;
        return step.attributes().number("flow", 0, 0xfffff, stack.equals(Stack.LINUX) ? answers : 0);
    }

    private TcpOptionSet options(int tsRecent) {
        Attributes words = step.attributes();
        TcpOptionSet options = step.is(TcpFlags.SYN) && !words.has("no-options") ? synOptions() : TcpOptionSet.NONE;
        boolean wanted = words.has("ts") || hasNaturalTimestamps();
        if (wanted && !words.has("no-ts") && !words.has("no-options")) {
            int natural = end.timestampAt(step.timeNanos());
            int value = words.text("ts").orElse("").isEmpty()
                    ? natural
                    : (int) words.number("ts", 0, 0xffff_ffffL).orElse(0);
            options = options.withTimestamps(value, step.is(TcpFlags.ACK) ? tsRecent : 0);
        }
        return options.withMptcpReset(words.number("mptcp", 0, 255, -1));
    }

    private boolean hasNaturalTimestamps() {
        if (answer) {
            return false;
        }
        if (step.is(TcpFlags.SYN)) {
            return stack.offersTimestamps() && (!step.is(TcpFlags.ACK) || end.peerOffersTimestamps());
        }
        return end.usesTimestamps() && (!step.is(TcpFlags.RST) || stack.abortsWithTimestamps());
    }

    private TcpOptionSet synOptions() {
        Attributes words = step.attributes();
        TcpOptionSet asked = step.is(TcpFlags.ACK) && end.peerSyn() != null
                ? end.peerSyn().options()
                : new TcpOptionSet(0, 0, true, true, 0, 0, -1);
        boolean ipv6 = step.from().host().address().getAddress().length == 16;
        int shift = asked.windowShift() < 0 || words.has("no-ws") ? -1 : words.number("ws", 0, 14, stack.windowShift());
        return new TcpOptionSet(
                words.number("mss", 0, 65535, ipv6 ? DEFAULT_MSS_V6 : DEFAULT_MSS_V4),
                shift,
                asked.sackPermitted() && stack.offersSack() && !words.has("no-sack"),
                false,
                0,
                0,
                -1);
    }
}
