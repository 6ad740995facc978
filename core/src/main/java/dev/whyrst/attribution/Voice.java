package dev.whyrst.attribution;

/** Whose words or silence, besides those of the two stacks, bear on a cause. */
public enum Voice {
    /** What a server said last before it closed may tell why. */
    SERVER_NOTICE,
    /** ICMP errors that say "prohibited" or "port unreachable" support it. */
    PROHIBITION_FOR,
    /** ICMP errors that say "prohibited" or "port unreachable" speak against it: hosts say it by a RST. */
    PROHIBITION_AGAINST,
    /** ICMP errors that say "unreachable" or "TTL exceeded" support it. */
    UNREACHABLE_FOR,
    /** Equal silences before the resets of many connections support it: a timer ran out. */
    SILENCES_FOR,
    /** Equal silences before the resets of many connections speak against it. */
    SILENCES_AGAINST
}
