package dev.whyrst.conversation.hosts;

import dev.whyrst.conversation.deferred.DeferredTasks;

/**
 * What the tracking learns of hosts and endpoints, on its way to the {@link HostTable}, as {@link DeferredTasks}.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class HostNews {

    /** Tasks below this are news of hosts. */
    public static final int TASKS = 14;

    private static final int SPOKE = 0;
    private static final int RESET = 1;
    private static final int ANSWER_WINDOW = 2;
    private static final int ANSWERED = 3;
    private static final int ACCEPTED = 4;
    private static final int RETRIED = 5;
    private static final int CLOSED = 6;
    private static final int ABORTED = 7;
    private static final int REFUSED = 8;
    private static final int SERVED = 9;
    private static final int LEFT = 10;
    private static final int TURNED_AWAY = 11;
    private static final int ANSWERED_BARE = 12;
    private static final int HAD = 13;

    private static final int SPOKE_WORDS = 5;
    private static final int SERVED_WORDS = 6;
    private static final int HAD_WORDS = 5;
    private static final int WORDS = 4;

    private static final long IS_NEW = 1 << 16;

    private final DeferredTasks deferred;

    public HostNews(DeferredTasks deferred) {
        this.deferred = deferred;
    }

    /** The host took part in a conversation; {@link HostTable#spoke} tells what with. */
    void spoke(
            long high, long low, boolean isNew, int segments, int minTtl, int maxTtl, long firstNanos, long lastNanos) {
        int at = deferred.add(SPOKE, SPOKE_WORDS);
        long[] words = deferred.words();
        words[at] = high;
        words[at + 1] = low;
        words[at + 2] = (long) segments << Integer.SIZE | (isNew ? IS_NEW : 0) | minTtl << Byte.SIZE | maxTtl;
        words[at + 3] = firstNanos;
        words[at + 4] = lastNanos;
    }

    /** A RST with the host's address passed. */
    public void reset(long high, long low, int ttl, StrayAnswer answer) {
        add(RESET, high, low, answer.ordinal(), ttl);
    }

    /** A RST with the host's address and the form of an answer announced that window. */
    public void answerWindow(long high, long low, int window) {
        add(ANSWER_WINDOW, high, low, 0, window);
    }

    /** A handshake segment to the host was answered after that time. */
    public void answered(long high, long low, long nanos) {
        add(ANSWERED, high, low, 0, nanos);
    }

    /** The endpoint sent a SYN,ACK. */
    public void accepted(long high, long low, int port, long nanos) {
        add(ACCEPTED, high, low, port, nanos);
    }

    /** A SYN to the endpoint, or a SYN,ACK of its, was repeated. */
    public void retried(long high, long low, int port) {
        add(RETRIED, high, low, port, 0);
    }

    /** The endpoint closed a connection unasked, before the other end did. */
    public void closed(long high, long low, int port, long nanos) {
        add(CLOSED, high, low, port, nanos);
    }

    /** The endpoint aborted a connection that it had. */
    public void aborted(long high, long low, int port, long nanos) {
        add(ABORTED, high, low, port, nanos);
    }

    /** A SYN to the endpoint was answered by RST. */
    public void refused(long high, long low, int port, long nanos) {
        add(REFUSED, high, low, port, nanos);
    }

    /** The endpoint said its first words to that client. */
    void served(long high, long low, int port, long clientHigh, long clientLow, long nanos) {
        int at = add(SERVED, SERVED_WORDS, high, low, port, clientHigh);
        deferred.words()[at + 4] = clientLow;
        deferred.words()[at + 5] = nanos;
    }

    /** A connection to which the endpoint had said something came to its end. */
    void left(long high, long low, int port) {
        add(LEFT, high, low, port, 0);
    }

    /** The endpoint had a connection without a RST that began at the first time, and was heard there until the other. */
    void had(long high, long low, int port, long fromNanos, long untilNanos) {
        int at = add(HAD, HAD_WORDS, high, low, port, fromNanos);
        deferred.words()[at + 4] = untilNanos;
    }

    /** The endpoint ended a connection without a word. */
    void turnedAway(long high, long low, int port) {
        add(TURNED_AWAY, high, low, port, 0);
    }

    /** The host, which had closed a conversation with FIN, reset it for the first time, and without ACK. */
    public void answeredBare(long high, long low) {
        add(ANSWERED_BARE, high, low, 0, 0);
    }

    /** Tells the table what a task says, whose words begin at that index. */
    public static void tell(HostTable hosts, int task, long[] words, int at) {
        long high = words[at];
        long low = words[at + 1];
        int port = (int) words[at + 2];
        long value = words[at + 3];
        switch (task) {
            case SPOKE ->
                hosts.spoke(
                        high,
                        low,
                        (words[at + 2] & IS_NEW) != 0,
                        (int) (words[at + 2] >> Integer.SIZE),
                        port >>> Byte.SIZE & 0xff,
                        port & 0xff,
                        value,
                        words[at + 4]);
            case RESET -> hosts.reset(high, low, (int) value, StrayAnswer.of(port));
            case ANSWER_WINDOW -> hosts.answerWindow(high, low, (int) value);
            case ANSWERED -> hosts.answered(high, low, value);
            case ACCEPTED -> hosts.accepted(high, low, port, value);
            case RETRIED -> hosts.retried(high, low, port);
            case CLOSED -> hosts.closed(high, low, port, value);
            case ABORTED -> hosts.aborted(high, low, port, value);
            case SERVED -> hosts.portLoads().served(high, low, port, value, words[at + 4], words[at + 5]);
            case LEFT -> hosts.portLoads().left(high, low, port);
            case TURNED_AWAY -> hosts.portLoads().turnedAway(high, low, port);
            case HAD -> hosts.portLoads().had(high, low, port, value, words[at + 4]);
            case ANSWERED_BARE -> hosts.answeredBare(high, low);
            default -> hosts.refused(high, low, port, value);
        }
    }

    private void add(int task, long high, long low, int port, long value) {
        add(task, WORDS, high, low, port, value);
    }

    /** Writes the first words of a task that has so many; returns the index of the first. */
    private int add(int task, int count, long high, long low, int port, long value) {
        int at = deferred.add(task, count);
        long[] words = deferred.words();
        words[at] = high;
        words[at + 1] = low;
        words[at + 2] = port;
        words[at + 3] = value;
        return at;
    }
}
