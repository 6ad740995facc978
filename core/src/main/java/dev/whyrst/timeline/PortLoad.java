package dev.whyrst.timeline;

/**
 * How many connections a listening endpoint had in use, and what it did with those that came when it was full. In use
 * is a connection from the first byte of the endpoint to the first FIN or RST of either side.
 *
 * @param most the most connections that were in use at the same time
 * @param turnedAway how many it closed or reset, before the other end did, without having said a word
 * @param withRoom how many of them while clearly fewer than the most until then were in use
 * @param whenFull how many of them while as many as ever until then were in use
 * @param guests how many hosts it ever said something to
 * @param lastServedNanos when it said its first words in a connection for the last time; 0 if never
 * @param oldestFromNanos when the connection without a RST began that it had for longest; 0 if there was none
 * @param oldestUntilNanos when it last said something there
 */
public record PortLoad(
        long most,
        long turnedAway,
        long withRoom,
        long whenFull,
        long guests,
        long lastServedNanos,
        long oldestFromNanos,
        long oldestUntilNanos) {

    /** What is known of an endpoint that never said anything. */
    public static final PortLoad NOBODY = new PortLoad(0, 0, 0, 0, 0, 0, 0, 0);

    /** Connections turned away that may be chance. */
    private static final int FEW = 3;

    /** Whether a connection that it had before that time went on after the other: it cannot have restarted between them. */
    public boolean livedThrough(long fromNanos, long untilNanos) {
        return oldestFromNanos != 0 && oldestFromNanos <= fromNanos && oldestUntilNanos >= untilNanos;
    }

    /**
     * Whether it turned connections away when as many as ever were in use, and hardly ever else: what a limit on
     * connections does.
     */
    public boolean isAtLimit() {
        return most >= 2 && turnedAway >= FEW && withRoom * 5 <= turnedAway;
    }

    /** The same beyond what happens by chance where clients come and go: each of nearly all was one too many. */
    public boolean isFullHouse() {
        return isAtLimit() && turnedAway > FEW && whenFull * 10 >= turnedAway * 9;
    }
}
