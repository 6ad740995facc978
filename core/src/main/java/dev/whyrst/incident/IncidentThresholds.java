package dev.whyrst.incident;

import dev.whyrst.text.Durations;

/**
 * Every time, count and ratio by which conversations are read and incidents recognised, in one place: name and unit,
 * value, and where it comes from. What names no standard is chosen, for the reason that is given, and tells apart what
 * the captures of docs/accuracy.md hold. Shares of a whole are named in {@link dev.whyrst.incident.scene.Share}; bounds
 * of memory and of lists stand where they bound.
 */
public final class IncidentThresholds {

    // How a conversation is read.

    /**
     * A quiet of at least this, and of {@link #QUIET_ROUND_TRIPS}, is no network delay: twice Linux's least
     * retransmission timer.
     */
    public static final long QUIET_NANOS = 400 * Durations.MILLI;

    /** On long paths: a retransmission and its answer take fewer round trips. */
    public static final int QUIET_ROUND_TRIPS = 4;

    /** No program gives up connecting sooner: the shortest connect timeouts that people configure. */
    public static final long PATIENCE_NANOS = 100 * Durations.MILLI;

    /** A conversation that lasted so long was in use when it ended, and not just opened. */
    public static final long SEASONED_NANOS = Durations.SECOND;

    /** Last words come so shortly before the close that they belong to it: one call writes, the next closes. */
    public static final long FAREWELL_NANOS = 50 * Durations.MILLI;

    /** No longer are they: a sentence with what frames it. */
    public static final int FAREWELL_BYTES = 512;

    /**
     * TCP options of a stack's SYN: maximum segment size, and window scaling or SACK permitted (RFC 9293, 7323 and
     * 2018).
     */
    public static final int STACK_OPTIONS_BYTES = 8;

    /**
     * The act that was answered stands at most so many segments before its answer: data, its repetition, two
     * acknowledgments.
     */
    public static final int SEGMENTS_AFTER_PAUSE = 4;

    /**
     * ChangeCipherSpec and an alert; the Finished message of a client that accepts is longer (RFC 8446 section 4.4.4).
     */
    public static final int TLS_REFUSAL_BYTES = 37;

    /** That Finished message, with SHA-384, after ChangeCipherSpec: no request fits in. */
    public static final int TLS_FINISHED_BYTES = 80;

    /** The same in TLS 1.2, with the key exchange before it (RFC 5246 section 7.4.7). */
    public static final int TLS_FLIGHT_BYTES = 130;

    /**
     * A record with an alert, encrypted, with a tag of 16 bytes and a content type or an explicit nonce (RFC 5246 and
     * 8446).
     */
    public static final int TLS_ALERT_BYTES = 31;

    /**
     * Records of a server that may look like data though they belong to its handshake: the rest of its flight, and its
     * tickets.
     */
    public static final int TLS_TICKETS = 2;

    /**
     * Who accepts a certificate and leaves within this has looked at it and did not like it: nobody else has time to
     * change his mind.
     */
    public static final long ONE_BREATH_NANOS = Durations.MILLI;

    /** An upload is so many times as long as its answer. */
    public static final int UPLOAD_TO_ANSWER = 8;

    /** An interim answer is no longer: {@code HTTP/1.1 100 Continue} takes 25 bytes (RFC 9110 section 15.2.1). */
    public static final int INTERIM_ANSWER_BYTES = 40;

    // What is alike, and what is one event.

    /** So many that agree are no chance. */
    public static final int NO_CHANCE = 3;

    /** What happened twice may be a habit. */
    public static final int TWICE = 2;

    /**
     * Durations within this part of their median, in percent, are alike: timers of applications, and what delays them.
     */
    public static final int ALIKE_PERCENT = 15;

    /** Durations that differ by no more are alike, whatever their size: the network, and the ticks of schedulers. */
    public static final long ALIKE_NANOS = 60 * Durations.MILLI;

    /** What is quieter than this between two cases may be two stories. */
    public static final long STORY_GAP_NANOS = Durations.MINUTE;

    /** A gap parts stories only where it is so many times the usual gap. */
    public static final int STORY_GAP_RATIO = 10;

    /** Segments that cross on the network blur the moment in which something happened; so does a slow death. */
    public static final long ONE_MOMENT_NANOS = Durations.SECOND;

    /** Silences of one timer lie no farther apart than this, where they are long, or than {@link #PEAK_PERCENT}. */
    public static final long PEAK_NANOS = Durations.SECOND;

    /** Silences of one timer lie no farther apart than so many percent of them: timers are checked in rounds. */
    public static final int PEAK_PERCENT = 1;

    /** Short silences of one timer differ by no more than so many percent of them. */
    public static final int SHORT_PEAK_PERCENT = 10;

    /** So many tolerances to both sides of a peak there may be half as many silences as in it. */
    public static final int PEAK_SURROUNDINGS = 4;

    // Networks and strangers.

    /** A connection dies so soon after a segment of its passed an address translation untranslated. */
    public static final long STRAY_TO_DEATH_NANOS = Durations.MINUTE;

    /** So many targets that nobody serves are no mistake. */
    public static final int SCAN_TARGETS = 8;

    /**
     * A source that looks closer at what it found does so within this time: a scanner tries one service after the other
     * with several probes.
     */
    public static final long CLOSER_LOOK_NANOS = 15 * Durations.SECOND;

    /** Nothing forgets a connection as idle sooner: the shortest timers of connection tables are some seconds. */
    public static final long IDLE_NANOS = Durations.SECOND;

    /** Half a round trip and more: what was on its way when a table was lost. */
    public static final long ON_ITS_WAY_NANOS = 100 * Durations.MILLI;

    /** Connections that were live when a table was lost show it so many times sooner than those that were idle. */
    public static final int LIVE_TO_IDLE = 4;

    /** No host comes back as fast; a device on the path forgets faster. */
    public static final long FASTEST_RESTART_NANOS = 300 * Durations.MILLI;

    // Services.

    /**
     * A service that dies refuses so soon after its connections died; a port that refuses later was closed for itself.
     */
    public static final long DEATH_TO_REFUSAL_NANOS = 10 * Durations.SECOND;

    /** A queue that is full for a moment when a service comes back is a detail of so many times more refusals. */
    public static final int REFUSALS_TO_OVERFLOW = 4;

    /** Fewer repeated handshakes may be loss on the network. */
    public static final int HANDSHAKE_RETRIES = 5;

    /** Where so many connections were accepted for each repeated handshake, that may be loss as well. */
    public static final int ACCEPTED_TO_RETRY = 20;

    /** So many connections of one client do not end at one moment by chance. */
    public static final int CLIENT_TOGETHER = 5;

    // What belongs to a story, and what is told.

    /** What ended so close to a story may be a consequence of it. */
    public static final long NEAR_STORY_NANOS = Durations.SECOND;

    /** So many times more routine than the story has is not part of it but the other way round. */
    public static final int ROUTINE_TO_STORY = 3;

    /** More resets than this at another port of the server have a life of their own. */
    public static final int HANDFUL = 5;

    /** Stories with fewer RSTs are small. */
    public static final int SMALL_STORY = 3;

    /** So many small ones are told if there is nothing larger. */
    public static final int SMALL_STORIES_TOLD = 3;

    /** So many connections that tell the same prove it, though each alone is a guess. */
    public static final int PROVING = 5;

    private IncidentThresholds() {}
}
