package dev.whyrst.scenario;

import java.util.List;
import java.util.Optional;

/**
 * How a TCP stack fills in what a scenario leaves open.
 *
 * <p>Linux, lwIP, netstack and libslirp are as measured on real captures; Windows and BSD as documented.
 *
 * @param name its name in scenarios
 * @param options what its SYN offers
 * @param windowShift the window scale that its SYN offers, -1 for none
 * @param answersAlwaysWithAck whether even a segment with ACK is answered with RST,ACK
 */
record Stack(
        String name, Profile profile, Windows windows, Options options, int windowShift, boolean answersAlwaysWithAck) {

    static final Stack LINUX = new Stack(
            "linux",
            new Profile(64, 64, true, IpIds.PER_CONNECTION),
            new Windows(64240, 65160, 502, -1, 0),
            Options.ALL,
            7,
            false);

    /** A port scanner's raw SYN: no options but MSS, window 1024; the kernel below it answers as Linux does. */
    static final Stack SCANNER = new Stack(
            "scanner",
            new Profile(48, 64, false, IpIds.RANDOM),
            new Windows(1024, 1024, 1024, 0, 0),
            Options.MSS,
            -1,
            false);

    private static final Stack WINDOWS = new Stack(
            "windows",
            new Profile(128, 128, true, IpIds.HOST),
            new Windows(64240, 65535, 1026, 0, 0),
            Options.NO_TIMESTAMPS,
            8,
            false);
    private static final Stack BSD = new Stack(
            "bsd",
            new Profile(64, 64, true, IpIds.ZERO),
            new Windows(65535, 65535, 2058, -1, 0),
            Options.ALL,
            6,
            false);
    private static final Stack LWIP = new Stack(
            "lwip",
            new Profile(255, 255, false, IpIds.HOST),
            new Windows(32767, 32767, 32767, 65407, 65407),
            Options.MSS,
            0,
            true);
    private static final Stack NETSTACK = new Stack(
            "netstack",
            new Profile(64, 64, false, IpIds.HOST),
            new Windows(65535, 65535, 512, 0, 0),
            Options.ALL,
            7,
            false);
    private static final Stack SLIRP = new Stack(
            "slirp",
            new Profile(64, 255, false, IpIds.HOST),
            new Windows(65535, 65535, 65535, -1, 0),
            Options.MSS,
            -1,
            false);

    /** Linux netfilter's REJECT with tcp-reset; it only answers. */
    private static final Stack NETFILTER = new Stack(
            "netfilter", new Profile(64, 64, true, IpIds.ZERO), new Windows(0, 0, 0, 0, 0), Options.MSS, -1, false);

    private static final List<Stack> ALL = List.of(LINUX, WINDOWS, BSD, LWIP, NETSTACK, SLIRP, NETFILTER, SCANNER);

    /** Where IPv4 IDs come from. */
    enum IpIds {
        /** A counter each connection; 0 in a SYN,ACK and in an answer (Linux). */
        PER_CONNECTION,
        /** One counter for the host. */
        HOST,
        ZERO,
        RANDOM
    }

    /** Which TCP options a SYN offers. */
    enum Options {
        MSS,
        NO_TIMESTAMPS,
        ALL
    }

    /**
     * The IP header.
     *
     * @param ttl initial TTL or hop limit of a connection's segments
     * @param answerTtl the same for a RST that answers without a connection
     */
    record Profile(int ttl, int answerTtl, boolean dontFragment, IpIds ipIds) {}

    /**
     * Raw window fields; -1 says "the connection's".
     *
     * @param abort of a RST that aborts
     * @param answer of a RST that answers without a connection
     */
    record Windows(int syn, int synAck, int established, int abort, int answer) {}

    /** The stack of that name in a scenario. */
    static Optional<Stack> byName(String name) {
        return ALL.stream().filter(stack -> stack.name.equals(name)).findFirst();
    }

    boolean offersTimestamps() {
        return options == Options.ALL;
    }

    boolean offersSack() {
        return options != Options.MSS;
    }

    /** Whether its aborts carry the connection's timestamps. */
    boolean abortsWithTimestamps() {
        return options == Options.ALL;
    }
}
