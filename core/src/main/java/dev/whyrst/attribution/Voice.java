package dev.whyrst.attribution;

/** Whose words, besides those of the two stacks, bear on a cause. */
public enum Voice {
    /** What a server said last before it closed may tell why. */
    SERVER_NOTICE,
    /** ICMP errors that say "prohibited" or "port unreachable" support it. */
    PROHIBITION_FOR,
    /** ICMP errors that say "prohibited" or "port unreachable" speak against it: hosts say it by a RST. */
    PROHIBITION_AGAINST,
    /** ICMP errors that say "unreachable" or "TTL exceeded" support it. */
    UNREACHABLE_FOR
}
