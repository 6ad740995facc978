package dev.whyrst.net;

/** Units of time in nanoseconds, the one unit in which the project counts time. */
public final class Nanos {

    /** Nanoseconds of a microsecond. */
    public static final long MICRO = 1_000L;

    /** Nanoseconds of a millisecond. */
    public static final long MILLI = 1_000_000L;

    /** Nanoseconds of a second. */
    public static final long SECOND = 1_000_000_000L;

    /** Nanoseconds of a minute. */
    public static final long MINUTE = 60 * SECOND;

    /** Nanoseconds of an hour. */
    public static final long HOUR = 60 * MINUTE;

    private Nanos() {}
}
