package dev.whyrst.attribution;

/**
 * Every timing, count and ratio by which facts and rules judge, once. Each says what it stands for, its unit, and where it is from:
 * a standard, a stack or product, or an estimate, and then on what it rests. The test of this class holds the form.
 */
public final class Thresholds {

    // Answers.

    /**
     * What a stack takes to answer, and what a busy capture adds. Unit: nanoseconds. Source: estimate, borne out by the
     * labelled captures.
     */
    public static final long ANSWER_TIME = 5_000_000L;

    /**
     * Within this an answer is prompt, however short the round trip is. Unit: nanoseconds. Source: estimate, borne out
     * by the labelled captures.
     */
    public static final long PROMPT_ANSWER = 3_000_000L;

    /**
     * Below this a round trip says nothing of how soon a host can answer. Unit: nanoseconds. Source: estimate, borne
     * out by the labelled captures.
     */
    public static final long LEAST_TELLING_ROUND_TRIP = 2_000_000L;

    /**
     * Tenths of its shortest round trip that a host needs at least to answer: paths are a little faster at times. Unit: tenths.
     * Source: estimate, borne out by the labelled captures.
     */
    public static final int SOONEST_ANSWER_TENTHS = 7;

    /**
     * Later than this, and some round trips, nothing is answered. Unit: nanoseconds. Source: estimate, borne out by the
     * labelled captures.
     */
    public static final long ANCIENT = 1_000_000_000L;

    /**
     * A packet filter answers sooner than this, however busy it is. Unit: nanoseconds. Source: estimate, borne out by
     * the labelled captures.
     */
    public static final long LATEST_REJECTION = 2_000_000_000L;

    /**
     * An answer may be captured this long before the abort that caused it: the socket is unhashed first. Unit:
     * nanoseconds. Source: Linux, the order of work in tcp_close.
     */
    public static final long UNHASHED_FIRST = 5_000_000L;

    /**
     * So many packets a host may send to others between three of its segments. Unit: segments. Source: estimate, borne
     * out by the labelled captures.
     */
    public static final int COUNTED_ALONG = 16;

    /**
     * So far apart two identifications of one counter are at the most. Unit: identifications. Source: estimate, borne
     * out by the labelled captures.
     */
    public static final int NEAR_IP_ID = 256;

    /** The largest window scale. Unit: bits. Source: RFC 7323 section 2.3. */
    public static final int LARGEST_SHIFT = 14;

    /** Captures lose less of what a host sent at one go. Unit: bytes. Source: estimate, captures with drops. */
    public static final long MOST_LOST = 1 << 24;

    // Silence.

    /**
     * Devices on the path forget idle connections, but none that is known so soon. Unit: nanoseconds. Source:
     * tables/idle-timers.csv.
     */
    public static final long SHORTEST_IDLE_TIMER = 30_000_000_000L;

    /**
     * Balancers that answer for their hosts forget connections, but none that is known so soon. Unit: nanoseconds.
     * Source: tables/idle-timers.csv.
     */
    public static final long SHORTEST_TIMER_OF_BALANCERS = 180_000_000_000L;

    /**
     * A shorter silence is no reason to think of an idle timer. Unit: nanoseconds. Source: estimate, above the pauses
     * of programs that are talking.
     */
    public static final long LONG_SILENCE = 2_000_000_000L;

    /**
     * From this silence on a device is rather believed to have forgotten a connection than to reject it. Unit:
     * nanoseconds. Source: estimate.
     */
    public static final long FORGOTTEN_AFTER = 1_000_000_000L;

    /**
     * Longer than a device that objects to a segment takes to say so. Unit: nanoseconds. Source: estimate, borne out by
     * the labelled captures.
     */
    public static final long UNPROVOKED = 1_000_000_000L;

    /** So many make a silence of a slow path. Unit: round trips. Source: estimate. */
    public static final int PATIENT_ROUND_TRIPS = 5;

    /**
     * After a handshake alone only a longer silence tells a lost connection from one that was never accepted. Unit:
     * nanoseconds. Source: Linux, tcp_synack_retries: the connection request is gone by then.
     */
    public static final long LOST_AFTER_HANDSHAKE = 180_000_000_000L;

    // Handshakes.

    /**
     * A handshake this much slower than the path's best is taken for late where no timeout is configured. Unit: times.
     * Source: estimate.
     */
    public static final int LATE_FACTOR = 3;

    /**
     * A handshake that is faster than this is never late. Unit: nanoseconds. Source: estimate, below all connect
     * timeouts of programs.
     */
    public static final long LATE_AT_LEAST = 50_000_000L;

    /**
     * What a timer and the way to the capture add to a configured timeout. Unit: nanoseconds. Source: estimate, borne
     * out by the labelled captures.
     */
    public static final long TIMER_SLACK = 5_000_000L;

    /**
     * What an initiator that is captured near it takes to answer. Unit: nanoseconds. Source: estimate, borne out by the
     * labelled captures.
     */
    public static final long NEAR_INITIATOR = 5_000_000L;

    /**
     * No program gives up a handshake so soon. Unit: nanoseconds. Source: estimate, below all connect timeouts of
     * programs.
     */
    public static final long SOONEST_GIVING_UP = 50_000_000L;

    /**
     * Within this a SYN that is captured twice passes both points. Unit: nanoseconds. Source: RFC 6298 section 2: the
     * first retransmission comes later.
     */
    public static final long SAME_SYN = 1_000_000_000L;

    /** Whoever waits less long has not repeated its SYN. Unit: nanoseconds. Source: RFC 6298 section 2. */
    public static final long SOONEST_RETRY = 1_000_000_000L;

    /**
     * What comes this soon after the last ACK of the handshake is part of the same burst. Unit: nanoseconds. Source:
     * estimate, borne out by the labelled captures.
     */
    public static final long AT_ONCE = 5_000_000L;

    /**
     * No stack keeps repeating a SYN,ACK for longer. Unit: nanoseconds. Source: Linux, tcp_synack_retries = 5 and its
     * doubling timer, with room.
     */
    public static final long LONGEST_EMBRYO = 180_000_000_000L;

    /**
     * With the responder's direction alone: a RST this soon after its SYN,ACK answers what completed the handshake.
     * Unit: nanoseconds. Source: estimate, above the round trips of the samples.
     */
    public static final long SOON_AFTER_SYN_ACK = 1_000_000_000L;

    // Closes.

    /**
     * One close sends FIN and RST within this. Unit: nanoseconds. Source: estimate, borne out by the labelled captures.
     */
    public static final long ONE_BREATH = 1_000_000L;

    /**
     * How long before a segment a close was sent at most that crossed it, on a path that takes no time. Unit:
     * nanoseconds. Source: estimate, delayed acknowledgments of RFC 1122 section 4.2.3.2 with room.
     */
    public static final long CROSSING = 300_000_000L;

    /**
     * A stack that acknowledged so recently has not lost the connection by a restart. Unit: nanoseconds. Source:
     * estimate, no host restarts so fast.
     */
    public static final long JUST_BEFORE = 50_000_000L;

    /**
     * Between its last word and an answer without the connection, both seen at the same place, a host that restarted needs
     * more. Unit: nanoseconds. Source: estimate, below the start of the quickest virtual machines.
     */
    public static final long SOONEST_RESTART = 100_000_000L;

    /**
     * A path that is slow for once brings the answer to a FIN later than its round trip, but not later than this. Unit:
     * nanoseconds. Source: estimate, borne out by the labelled captures.
     */
    public static final long LATEST_ANSWER_TO_FIN = 1_000_000_000L;

    /**
     * No stack keeps a TIME_WAIT for longer. Unit: nanoseconds. Source: RFC 9293 section 3.4.2: two times an MSL of two
     * minutes.
     */
    public static final long LONGEST_TIME_WAIT = 240_000_000_000L;

    /**
     * A SYN whose number lies at most so far above the last incarnation's is in its window. Unit: bytes. Source:
     * estimate, receive buffers of servers.
     */
    public static final int OLD_WINDOW = 1 << 20;

    // Tries.

    /** No stack sends again sooner. Unit: nanoseconds. Source: Linux, TCP_RTO_MIN; RFC 6298 section 2.4 asks for a second. */
    public static final long SOONEST_RETRANSMISSION = 200_000_000L;

    /** So many that stay unanswered are no chance losses. Unit: repetitions. Source: estimate. */
    public static final int REPEATED_IN_VAIN = 3;

    /** With fewer nobody gives up. Unit: retransmissions. Source: RFC 9293 section 3.8.3, R1. */
    public static final int EXHAUSTED_TRIES = 3;

    /**
     * So many show a stack that gives up rather than a program. Unit: retransmissions. Source: estimate, borne out by
     * the labelled captures.
     */
    public static final int MANY_TRIES = 5;

    /**
     * Nobody sets TCP_USER_TIMEOUT to less. Unit: nanoseconds. Source: gRPC's keepalive timeout, which sets it, is used
     * from a second on.
     */
    public static final long SHORTEST_USER_TIMEOUT = 1_000_000_000L;

    /**
     * Five retransmissions take no less. Unit: nanoseconds. Source: RFC 6298 section 5: the timer doubles, from 300 ms.
     */
    public static final long PATIENCE = 9_000_000_000L;

    /** No stack sends more keep-alive probes in vain by default. Unit: probes. Source: Windows 10, others 8 and 9. */
    public static final int MOST_PROBES = 10;

    /**
     * What coarse timers add to the distance of keep-alive probes. Unit: nanoseconds. Source: estimate, borne out by
     * the labelled captures.
     */
    public static final long PROBE_SLACK = 50_000_000L;

    /** Fewer keep-alive probes do not show that nobody answered. Unit: probes. Source: estimate. */
    public static final int SEVERAL_PROBES = 2;

    /** So many the capture may have missed. Unit: probes. Source: estimate. */
    public static final int MISSED_PROBES = 2;

    /**
     * A client that connects only to see whether that works resets within this. Unit: nanoseconds. Source: estimate, checkers of
     * balancers reset as soon as the handshake is done.
     */
    public static final long LONGEST_HEALTH_CHECK = 1_000_000_000L;

    // Third parties.

    /**
     * RSTs to both ends so close together have one maker. Unit: nanoseconds. Source: estimate, borne out by the
     * labelled captures.
     */
    public static final long SAME_MOMENT = 20_000_000L;

    /** RSTs with guessed numbers come within this. Unit: nanoseconds. Source: Weaver, Sommer and Paxson, NDSS 2009. */
    public static final long SPRAY_WINDOW = 2_000_000_000L;

    /**
     * What comes later than this no longer belongs to a RST. Unit: nanoseconds. Source: Weaver, Sommer and Paxson, NDSS
     * 2009.
     */
    public static final long BACK_TO_BACK = 2_000_000_000L;

    /**
     * So many that do not come from one another leave no other story. Unit: signs. Source: estimate, borne out by the
     * labelled captures.
     */
    public static final int SIGNS_OF_FORGERY = 3;

    /**
     * A TTL this small was set by the application (BGP and other neighbour protocols), not by the stack. Unit: hops.
     * Source: the TTL of 1 with which eBGP begins.
     */
    public static final int SET_BY_APPLICATION = 4;

    /** So many different window codes of one host are no chance. Unit: codes. Source: estimate. */
    public static final int LEAST_CODES = 2;

    /** So many windows of a forger's series tell it. Unit: windows. Source: estimate. */
    public static final int LEAST_SIGNATURE_WINDOWS = 2;

    // Ports and neighbours.

    /** Clients of a port that is in use come again within this. Unit: nanoseconds. Source: estimate. */
    public static final long CLIENTS_RETURN = 5_000_000_000L;

    /** No service dies and comes back so fast again and again. Unit: nanoseconds. Source: estimate. */
    public static final long FASTEST_RESTART = 1_000_000_000L;

    /** Fewer show no habit of a port. Unit: connections. Source: estimate. */
    public static final int FEW_CONNECTIONS = 3;

    /** So many that are aborted in one moment may be an operator's work. Unit: connections. Source: estimate. */
    public static final int ABORTED_TOGETHER = 3;

    /**
     * An ICMP error belongs to the end of a conversation until this long after the RST. Unit: nanoseconds. Source: RFC
     * 1812 section 4.3.2.8: routers limit their rate.
     */
    public static final long ICMP_BELONGS = 1_000_000_000L;

    private Thresholds() {}

    /** What lacks no more than one of so many parts is nearly all. Unit: parts. Source: estimate. */
    public static final int NEARLY_ALL_PARTS = 10;

    /**
     * No fewer TCP options has the SYN of a stack: maximum segment size, and window scaling or SACK permitted. Unit: bytes. Source:
     * RFC 9293 section 3.7.1, RFC 7323 section 2.2, RFC 2018 section 2.
     */
    public static final int STACK_OPTIONS = 8;
}
