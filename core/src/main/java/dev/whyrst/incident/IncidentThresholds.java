package dev.whyrst.incident;

import dev.whyrst.net.Nanos;

/**
 * Every time, count and ratio by which conversations are read and incidents recognised, once. Each says what it stands
 * for, its unit, and where it is from: a standard, a product, or an estimate, and then on what it rests; the recorded
 * incidents are those of docs/accuracy.md. Shares of a whole are named in {@link dev.whyrst.incident.scene.Share};
 * bounds of memory and of lists stand where they bound.
 */
public final class IncidentThresholds {

    // How a conversation is read.

    /**
     * A quiet of at least this, and of {@link #QUIET_ROUND_TRIPS}, is no delay of the network. Unit: nanoseconds.
     * Source: twice the least retransmission timer of Linux (TCP_RTO_MIN, 200 ms).
     */
    public static final long QUIET_NANOS = 400 * Nanos.MILLI;

    /**
     * On long paths a quiet takes so many: a retransmission and its answer take fewer. Unit: round trips. Source:
     * estimate.
     */
    public static final int QUIET_ROUND_TRIPS = 4;

    /**
     * No program gives up connecting sooner. Unit: nanoseconds. Source: estimate, below the connect timeouts of
     * programs.
     */
    public static final long PATIENCE_NANOS = 100 * Nanos.MILLI;

    /**
     * A conversation that lasted so long was in use when it ended, and not just opened. Unit: nanoseconds. Source:
     * estimate.
     */
    public static final long SEASONED_NANOS = Nanos.SECOND;

    /**
     * Last words come so shortly before the close that they belong to it: one call writes, the next closes. Unit:
     * nanoseconds. Source: estimate, borne out by the recorded incidents.
     */
    public static final long FAREWELL_NANOS = 50 * Nanos.MILLI;

    /**
     * No longer are last words: a sentence with what frames it. Unit: bytes. Source: estimate, borne out by the
     * recorded incidents.
     */
    public static final int FAREWELL_BYTES = 512;

    /**
     * The act that was answered stands at most so many segments before its answer. Unit: segments. Source: estimate:
     * data, its repetition, and their acknowledgments.
     */
    public static final int SEGMENTS_AFTER_PAUSE = 4;

    /**
     * ChangeCipherSpec and an alert; the Finished message of a client that accepts is longer. Unit: bytes. Source: RFC
     * 8446 section 4.4.4.
     */
    public static final int TLS_REFUSAL_BYTES = 37;

    /**
     * That Finished message, with SHA-384, after ChangeCipherSpec: no request fits in. Unit: bytes. Source: RFC 8446
     * section 4.4.4.
     */
    public static final int TLS_FINISHED_BYTES = 80;

    /** The same in TLS 1.2, with the key exchange before it. Unit: bytes. Source: RFC 5246 section 7.4.7. */
    public static final int TLS_FLIGHT_BYTES = 130;

    /**
     * A record with an encrypted alert, with a tag of 16 bytes and a content type or an explicit nonce. Unit: bytes.
     * Source: RFC 5246 section 6.2.3.3, RFC 8446 section 5.2.
     */
    public static final int TLS_ALERT_BYTES = 31;

    /**
     * So many records of a server may look like data though they belong to its handshake: the rest of its flight, and
     * its tickets. Unit: records. Source: estimate.
     */
    public static final int TLS_TICKETS = 2;

    /**
     * Who accepts a certificate and leaves within this has looked at it and did not like it. Unit: nanoseconds. Source:
     * estimate, borne out by the recorded incidents.
     */
    public static final long ONE_BREATH_NANOS = Nanos.MILLI;

    /** An upload is so many times as long as its answer. Unit: times. Source: estimate. */
    public static final int UPLOAD_TO_ANSWER = 8;

    /** An interim answer is no longer. Unit: bytes. Source: RFC 9110 section 15.2.1: HTTP/1.1 100 Continue takes 25. */
    public static final int INTERIM_ANSWER_BYTES = 40;

    // What is alike, and what is one event.

    /** So many that agree are no chance. Unit: cases. Source: estimate, borne out by the recorded incidents. */
    public static final int NO_CHANCE = 3;

    /** What happened so often may be a habit. Unit: cases. Source: estimate. */
    public static final int TWICE = 2;

    /**
     * Durations within this part of their median are alike: timers of applications, and what delays them. Unit:
     * percent. Source: estimate, borne out by the recorded incidents.
     */
    public static final int ALIKE_PERCENT = 15;

    /**
     * Durations that differ by no more are alike, whatever their size. Unit: nanoseconds. Source: estimate: the
     * network, and the ticks of schedulers.
     */
    public static final long ALIKE_NANOS = 60 * Nanos.MILLI;

    /** What is quieter than this between two cases may be two stories. Unit: nanoseconds. Source: estimate. */
    public static final long STORY_GAP_NANOS = Nanos.MINUTE;

    /** A gap parts stories only where it is so many times the usual gap. Unit: times. Source: estimate. */
    public static final int STORY_GAP_RATIO = 10;

    /**
     * What happened within this may be one event: segments that cross on the network blur the moment, and so does a
     * slow death. Unit: nanoseconds. Source: estimate, borne out by the recorded incidents.
     */
    public static final long ONE_MOMENT_NANOS = Nanos.SECOND;

    /**
     * Silences of one timer lie no farther apart than this, or than {@link #PEAK_PERCENT}. Unit: nanoseconds. Source:
     * estimate: devices look at their tables every second.
     */
    public static final long PEAK_NANOS = Nanos.SECOND;

    /**
     * Silences of one timer lie no farther apart than this part of them, where they are long. Unit: percent. Source:
     * estimate.
     */
    public static final int PEAK_PERCENT = 1;

    /** Short silences of one timer differ by no more than this part of them. Unit: percent. Source: estimate. */
    public static final int SHORT_PEAK_PERCENT = 10;

    /**
     * So far to both sides of a peak there may be half as many silences as in it. Unit: tolerances of the peak. Source:
     * estimate.
     */
    public static final int PEAK_SURROUNDINGS = 4;

    // Networks and strangers.

    /**
     * A connection dies so soon after a segment of its passed an address translation untranslated. Unit: nanoseconds.
     * Source: estimate, borne out by the recorded incidents.
     */
    public static final long STRAY_TO_DEATH_NANOS = Nanos.MINUTE;

    /** So many targets that nobody serves are no mistake. Unit: ports. Source: estimate. */
    public static final int SCAN_TARGETS = 8;

    /** Who tries each target so often wants its service, and finds it down. Unit: tries. Source: port scanners try a port that refuses once. */
    public static final int WANTED_TRIES = 3;

    /** So many ports are no service of one kind. Unit: ports. Source: estimate. */
    public static final int SCAN_PORTS = 4;

    /**
     * A client, a balancer or a monitor of one service knows fewer hosts than that which are all down. Unit: hosts. Source: estimate.
     */
    public static final int SWEEP_HOSTS = 32;

    /**
     * A source that looks closer at what it found does so within this time. Unit: nanoseconds. Source: estimate, borne
     * out by recorded scans of nmap.
     */
    public static final long CLOSER_LOOK_NANOS = 15 * Nanos.SECOND;

    /**
     * Nothing forgets a connection as idle sooner. Unit: nanoseconds. Source: estimate, below the timers of
     * tables/idle-timers.csv.
     */
    public static final long IDLE_NANOS = Nanos.SECOND;

    /** What was on its way when a table was lost: half a round trip and more. Unit: nanoseconds. Source: estimate. */
    public static final long ON_ITS_WAY_NANOS = 100 * Nanos.MILLI;

    /**
     * Connections that were live when a table was lost show it so many times sooner than those that were idle. Unit:
     * times. Source: estimate.
     */
    public static final int LIVE_TO_IDLE = 4;

    /**
     * No host comes back as fast; a device on the path forgets faster. Unit: nanoseconds. Source: estimate, borne out
     * by the recorded incidents.
     */
    public static final long FASTEST_RESTART_NANOS = 300 * Nanos.MILLI;

    // Services.

    /**
     * A service that dies refuses so soon after its connections died; a port that refuses later was closed for itself.
     * Unit: nanoseconds. Source: estimate, borne out by the recorded incidents.
     */
    public static final long DEATH_TO_REFUSAL_NANOS = 10 * Nanos.SECOND;

    /**
     * A queue that is full for a moment when a service comes back is a detail of so many times more refusals. Unit:
     * times. Source: estimate.
     */
    public static final int REFUSALS_TO_OVERFLOW = 4;

    /** Fewer repeated handshakes may be loss on the network. Unit: handshakes. Source: estimate. */
    public static final int HANDSHAKE_RETRIES = 5;

    /**
     * Where so many connections were accepted for each repeated handshake, that may be loss as well. Unit: connections.
     * Source: estimate: five percent of loss.
     */
    public static final int ACCEPTED_TO_RETRY = 20;

    /** So many connections of one client do not end at one moment by chance. Unit: connections. Source: estimate. */
    public static final int CLIENT_TOGETHER = 5;

    // What belongs to a story, and what is told.

    /** What ended so close to a story may be a consequence of it. Unit: nanoseconds. Source: estimate. */
    public static final long NEAR_STORY_NANOS = Nanos.SECOND;

    /**
     * So many times more routine than the story has is not part of it but the other way round. Unit: times. Source:
     * estimate.
     */
    public static final int ROUTINE_TO_STORY = 3;

    /** More than these at another port of the server have a life of their own. Unit: resets. Source: estimate. */
    public static final int HANDFUL = 5;

    /** Stories with fewer are small. Unit: resets. Source: estimate. */
    public static final int SMALL_STORY = 3;

    /** So many small ones are told if there is nothing larger. Unit: stories. Source: what fits one look. */
    public static final int SMALL_STORIES_TOLD = 3;

    /** So many that tell the same prove it, though each alone is a guess. Unit: cases. Source: estimate. */
    public static final int PROVING = 5;

    private IncidentThresholds() {}
}
