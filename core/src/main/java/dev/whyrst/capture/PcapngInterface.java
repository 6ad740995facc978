package dev.whyrst.capture;

import dev.whyrst.net.Nanos;
import java.nio.charset.StandardCharsets;

/** What a section of a pcapng file says of one interface (draft-ietf-opsawg-pcapng section 4.2). */
final class PcapngInterface {

    private static final int OPTION_NAME = 2;
    private static final int OPTION_TIME_RESOLUTION = 9;
    private static final int OPTION_TIME_OFFSET = 14;
    private static final int MAX_NAME = 64;

    /** Seconds that fit into a long as nanoseconds with a fraction after them. */
    private static final long MAX_SECONDS = Long.MAX_VALUE / Nanos.SECOND - 1;

    private static final int MICROSECONDS = 6;
    private static final int NANOSECONDS = 9;

    /** Resolutions from here on are powers of two. */
    private static final int BINARY = 0x80;

    private final int linkType;
    private final int snapLength;
    private final int maxCaptured;
    private int resolution = MICROSECONDS;
    private long offsetSeconds;
    private String name = "";

    /**
     * Nanoseconds in a tick of a decimal resolution up to 10^-9 s, and the largest number of ticks that cannot
     * overflow.
     */
    private long tickNanos;

    private long maxTicks;

    /** Reads a whole Interface Description Block that begins at {@code at}. */
    PcapngInterface(byte[] bytes, int at, int blockLength, boolean bigEndian) {
        linkType = Bytes.u16(bytes, at + 8, bigEndian);
        snapLength = Bytes.i32(bytes, at + 12, bigEndian);
        maxCaptured = FrameLimits.maxCapturedLength(linkType);
        readOptions(bytes, at + 16, at + blockLength - 4, bigEndian);
        if (resolution <= NANOSECONDS) {
            tickNanos = powerOfTen(NANOSECONDS - resolution);
            maxTicks = Long.MAX_VALUE / tickNanos;
        }
    }

    int linkType() {
        return linkType;
    }

    /** The largest captured length in bytes that is believed. */
    int maxCapturedLength() {
        return maxCaptured;
    }

    /**
     * How many bytes of a frame were kept where the block does not say it; the whole frame where there was no limit.
     */
    int snapped(int originalLength) {
        boolean unlimited = snapLength == 0 || Integer.compareUnsigned(originalLength, snapLength) <= 0;
        return unlimited ? originalLength : snapLength;
    }

    /** The name that the capturing program gave, or an empty string. */
    String name() {
        return name;
    }

    /** Nanoseconds since the epoch, within the range of a long whatever the file says. */
    long nanos(long ticks) {
        if (tickNanos != 0 && offsetSeconds == 0 && ticks >= 0 && ticks <= maxTicks) {
            return ticks * tickNanos;
        }
        return nanosOfSeconds(ticks);
    }

    private void readOptions(byte[] bytes, int from, int to, boolean bigEndian) {
        int at = from;
        while (at + 4 <= to) {
            int code = Bytes.u16(bytes, at, bigEndian);
            int length = Bytes.u16(bytes, at + 2, bigEndian);
            if (code == 0 || length > to - at - 4) {
                return;
            }
            readOption(code, bytes, at + 4, length, bigEndian);
            at += 4 + ((length + 3) & ~3);
        }
    }

    private void readOption(int code, byte[] bytes, int at, int length, boolean bigEndian) {
        if (code == OPTION_TIME_RESOLUTION && length >= 1) {
            resolution = Bytes.u8(bytes, at);
        } else if (code == OPTION_TIME_OFFSET && length >= 8) {
            offsetSeconds = Bytes.i64(bytes, at, bigEndian);
        } else if (code == OPTION_NAME) {
            name = printable(new String(bytes, at, Math.min(length, MAX_NAME), StandardCharsets.UTF_8));
        }
    }

    private static String printable(String text) {
        StringBuilder clean = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            clean.append(Character.isISOControl(c) ? '?' : c);
        }
        return clean.toString();
    }

    /** Ticks that are too many for the range of a long are taken for negative ones, from before the epoch. */
    private long nanosOfSeconds(long ticks) {
        if (resolution >= BINARY) {
            int bits = resolution - BINARY;
            return join(binarySeconds(ticks, bits), binaryFractionNanos(ticks, bits));
        }
        if (resolution <= NANOSECONDS) {
            long perSecond = powerOfTen(resolution);
            return join(Math.floorDiv(ticks, perSecond), Math.floorMod(ticks, perSecond) * tickNanos);
        }
        // 10^19 is the last power of ten that fits; finer ticks than 10^-28 s make no nanosecond in 64 bits.
        int finer = resolution - NANOSECONDS;
        long total = finer <= 19 ? Long.divideUnsigned(ticks, powerOfTen(finer)) : 0;
        return join(total / Nanos.SECOND, total % Nanos.SECOND);
    }

    private static long binarySeconds(long ticks, int bits) {
        if (bits >= 64) {
            return 0;
        }
        return ticks >>> bits <= MAX_SECONDS && bits > 0 ? ticks >>> bits : ticks >> bits;
    }

    private static long binaryFractionNanos(long ticks, int bits) {
        long fraction = bits < 64 ? ticks & ((1L << bits) - 1) : ticks;
        // 33 bits times 10^9 fit into a long, and finer bits are less than a nanosecond.
        int excess = Math.max(0, bits - 33);
        return excess < 64 ? ((fraction >>> excess) * Nanos.SECOND) >>> (bits - excess) : 0;
    }

    private long join(long seconds, long nanos) {
        if (isOutOfRange(offsetSeconds)) {
            return offsetSeconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        if (isOutOfRange(seconds) || isOutOfRange(seconds + offsetSeconds)) {
            return seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return (seconds + offsetSeconds) * Nanos.SECOND + nanos;
    }

    private static boolean isOutOfRange(long seconds) {
        return seconds > MAX_SECONDS || seconds < -MAX_SECONDS;
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
