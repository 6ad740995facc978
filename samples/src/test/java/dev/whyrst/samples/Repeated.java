package dev.whyrst.samples;

/** Lines of a scenario that tell the same of several connections. */
final class Repeated {

    private Repeated() {}

    /**
     * The lines once for each connection: {@code %1$d} in them stands for its port, which rises from the first one, and {@code %2$s}
     * for the time.
     *
     * @param first the time of the first connection
     * @param next the time of each further one, counted from what came before
     */
    static String lines(String lines, int firstPort, int count, String first, String next) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(lines.formatted(firstPort + i, i == 0 ? first : next));
        }
        return all.toString();
    }

    /** The same of connections of one client, whose name stands for each {@code %3$s}. */
    static String ofClient(String client, String lines, int firstPort, int count, String first, String next) {
        return lines(lines.replace("%3$s", client), firstPort, count, first, next);
    }
}
