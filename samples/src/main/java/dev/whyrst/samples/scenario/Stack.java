package dev.whyrst.samples.scenario;

import java.util.Locale;

/**
 * How a TCP stack fills in what a scenario leaves open.
 *
 * <p>Linux, lwIP, netstack and libslirp are as measured on real captures; Windows and BSD as documented.
 */
enum Stack {
    LINUX(
            new Profile(64, 64, true, IpIds.PER_CONNECTION),
            new Windows(64240, 65160, 502, -1, 0),
            Options.ALL,
            7,
            false),
    WINDOWS(
            new Profile(128, 128, true, IpIds.HOST),
            new Windows(64240, 65535, 1026, 0, 0),
            Options.NO_TIMESTAMPS,
            8,
            false),
    BSD(new Profile(64, 64, true, IpIds.ZERO), new Windows(65535, 65535, 2058, -1, 0), Options.ALL, 6, false),
    LWIP(
            new Profile(255, 255, false, IpIds.HOST),
            new Windows(32767, 32767, 32767, 65407, 65407),
            Options.MSS,
            0,
            true),
    NETSTACK(new Profile(64, 64, false, IpIds.HOST), new Windows(65535, 65535, 512, 0, 0), Options.ALL, 7, false),
    SLIRP(new Profile(64, 255, false, IpIds.HOST), new Windows(65535, 65535, 65535, -1, 0), Options.MSS, -1, false),
    /** Linux netfilter's REJECT with tcp-reset; it only answers. */
    NETFILTER(new Profile(64, 64, true, IpIds.ZERO), new Windows(0, 0, 0, 0, 0), Options.MSS, -1, false),
    /** A port scanner's raw SYN: no options but MSS, window 1024. */
    SCANNER(new Profile(48, 64, false, IpIds.RANDOM), new Windows(1024, 1024, 1024, 0, 0), Options.MSS, -1, false);

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

    private final Profile profile;
    private final Windows windows;
    private final Options options;
    private final int windowShift;
    private final boolean answersAlwaysWithAck;

    Stack(Profile profile, Windows windows, Options options, int windowShift, boolean answersAlwaysWithAck) {
        this.profile = profile;
        this.windows = windows;
        this.options = options;
        this.windowShift = windowShift;
        this.answersAlwaysWithAck = answersAlwaysWithAck;
    }

    /** The stack of that name in a scenario, or null. */
    static Stack byName(String name) {
        for (Stack stack : values()) {
            if (stack.label().equals(name)) {
                return stack;
            }
        }
        return null;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Profile profile() {
        return profile;
    }

    Windows windows() {
        return windows;
    }

    /** The window scale that a SYN offers, -1 for none. */
    int windowShift() {
        return windowShift;
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

    /** Whether even a segment with ACK is answered with RST,ACK. */
    boolean answersAlwaysWithAck() {
        return answersAlwaysWithAck;
    }
}
