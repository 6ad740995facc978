package dev.whyrst.incident.cases;

/** Yes-or-no facts of a conversation that was reset. */
public enum Trait {
    /** The client sent payload. */
    ASKED,
    /** The server sent payload. */
    ANSWERED,
    /** The last payload was the client's. */
    LAST_WORD_OF_CLIENT,
    /** The server sent payload after the client's end. */
    CUT_SHORT,
    /** Bytes lay unread in front of the one that reset. */
    UNREAD,
    /** The server reset before it had a byte of the client. */
    EARLY,
    /** It had been quiet for long, measured by its round trips. */
    PAUSED,
    /** It had been quiet for long before the segments that met the end. */
    AFTER_SILENCE,
    /** Everything that the server said was one short message right before it closed. */
    ONLY_FAREWELL,
    /** The client sent a long request; it was still sending when its short answer came, or that was an error. */
    UPLOAD_ANSWERED,
    /** The conversation had lasted for a second and more when it ended. */
    SEASONED,
    /** The RST answers a segment, so its sender had no connection any more. */
    PASSIVE,
    /** The last HTTP request that was seen had its answer, or part of it. */
    REQUEST_ANSWERED,
    /** HTTP in clear. */
    HTTP,
    /** The server closed while the client's last words had no answer yet. */
    OWING,
    /** TLS. */
    TLS,
    /** The client ended TLS before it asked anything. */
    TLS_REFUSED,
    /** The last that the server said is that it has too many connections. */
    SAID_FULL,
    /** The last that the server said is that it waited too long for the client. */
    SAID_LATE,
    /** The last that the server said is that it does not let the client in. */
    SAID_DENIED,
    /** The last that the server said is that another part of it crashed. */
    SAID_CRASHED,
    /** The last that the server said is that it stops, or that an operator ends the connection. */
    SAID_CLOSING,
    /** The last that the server said is an HTTP error. */
    SAID_ERROR,
    /**
     * The server ended it a good while after the client's last words, which had no answer yet, or waited for it to take
     * the answer.
     */
    STALLED,
    /** A segment in the midst of the conversation met a host that knew nothing of it. */
    MISDIRECTED,
    /** The only encrypted record that the server sent by itself is as short as an alert. */
    TLS_DENIED,
    /** The server sent more encrypted records than a handshake has: the connection was in use. */
    TLS_SERVED,
    /** The last that the server said came when all was answered that it had been asked. */
    SAID_UNASKED,
    /** The client said nothing in TLS but its part of the handshake. */
    TLS_UNUSED,
    /** It came under another port than before: an address translation had forgotten it. */
    RENAMED,
    /** The client asked for something when the server had closed, or just before, and got no answer. */
    ASKED_TOO_LATE,
    /** A program that makes its segments itself opened it: not by a SYN, or by one that lacks the options of a stack's. */
    HAND_MADE,
    /** A device reset it, and none of its RSTs was taken: it went on. */
    IGNORED,
    /** The responder repeated its SYN,ACK. */
    SYN_ACK_REPEATED,
    /** The verdict on its first RST is certain. */
    VERDICT_CERTAIN,
    /** The verdict on its first RST is of high confidence. */
    VERDICT_HIGH,
    /** The verdict on its first RST is of low confidence. */
    VERDICT_LOW,
    /** The cause of its RST is a guess, or the loss of which it tells has another explanation. */
    UNSURE;

    /** Its place in a set of traits, which holds 64 of them. */
    final long bit = 1L << ordinal();
}
