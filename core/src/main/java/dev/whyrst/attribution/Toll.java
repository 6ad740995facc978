package dev.whyrst.attribution;

/** What a cause by its nature takes from the applications; what the conversation shows decides whether it did. */
public enum Toll {
    /** An attempt to connect failed. */
    ATTEMPT,
    /** A connection was lost that at least one end still wanted. */
    CONNECTION,
    /** Data that was sent met nobody. */
    DATA,
    /** A program ended its connection as it pleased: what its peer made of it only the peer's program knows. */
    DECISION,
    /** Nothing: both ends were done. */
    NOTHING,
    /** The cause does not tell. */
    OPEN
}
