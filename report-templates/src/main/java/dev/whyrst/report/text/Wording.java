package dev.whyrst.report.text;

import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Effect;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Shape;
import dev.whyrst.text.Counts;
import dev.whyrst.text.Durations;
import dev.whyrst.timeline.RoleBasis;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Standing;

/**
 * Numbers, durations and terms as people read them.
 *
 * <p>Public for the formats.
 */
public final class Wording {

    /** Characters that a page shows of one hostile text. */
    private static final int SHOWN = 400;

    private Wording() {}

    /** {@code 1,420,112}. */
    public static String count(long number) {
        return Counts.grouped(number);
    }

    /** {@code 1 reset}, {@code 12 resets}. */
    public static String count(long number, String noun) {
        return Counts.of(number, noun);
    }

    /** {@code 44 %}; never 0 % or 100 % for what is not quite so. */
    public static String share(long part, long whole) {
        if (part == 0 || part == whole) {
            return part == 0 ? "0 %" : "100 %";
        }
        long percent = Math.round(100.0 * part / whole);
        if (percent == 0) {
            return "< 1 %";
        }
        return percent == 100 ? "> 99 %" : percent + " %";
    }

    /** {@code 31 µs}, {@code 161.925 ms}, {@code 58.2 s}, {@code 5 min 50 s}, {@code 2 h 11 min}. */
    public static String duration(long nanos) {
        return Durations.listed(nanos);
    }

    /** Hostile text, every character visible, cut where it is too long for a page. */
    public static String shown(String text) {
        if (text.length() <= SHOWN) {
            return VisibleText.of(text);
        }
        return VisibleText.of(text.substring(0, SHOWN)) + " \u2026 (" + count(text.length() - SHOWN, "more character")
                + ")";
    }

    /** {@code client} or {@code server}: what people call the sides. */
    public static String role(Side side) {
        return side == Side.INITIATOR ? "client" : "server";
    }

    /** As many full circles as the confidence has ranks. */
    public static String dots(Confidence confidence) {
        return "\u25cf".repeat(confidence.rank()) + "\u25cb".repeat(Confidence.CERTAIN.rank() - confidence.rank());
    }

    public static String emitter(Emitter emitter) {
        return switch (emitter) {
            case INITIATOR -> "the client itself";
            case RESPONDER -> "the server itself";
            case MIDDLEBOX -> "a device between the two";
            case UNKNOWN -> "not known";
        };
    }

    public static String shape(Shape shape) {
        return switch (shape) {
            case ACTIVE -> "active: a stack aborted a connection that it had";
            case PASSIVE -> "passive: a stack answered a segment that fitted no connection";
            case PASSIVE_NO_ACK -> "passive: a stack answered a segment without ACK that fitted no connection";
            case OTHER -> "neither an abort nor an answer by its numbers";
        };
    }

    public static String effect(Effect effect) {
        return switch (effect) {
            case ENDED -> "it ended the connection, or the attempt, at its receiver";
            case IGNORED -> "its receiver ignored it, or had to";
            case NOBODY -> "its receiver had no such connection any more";
            case UNKNOWN -> "not seen";
        };
    }

    public static String standing(Standing standing) {
        return switch (standing) {
            case EXACT -> "exact: the receiver takes it";
            case LINES_UP -> "lines up with the sender\u2019s last segment: the receiver takes it once it has that";
            case IN_WINDOW -> "in the window, not at its edge: answered by a challenge ACK";
            case BELOW_WINDOW -> "below the window: the receiver drops it";
            case ABOVE_WINDOW -> "above the window: the receiver drops it";
            case UNACCEPTABLE_ACK -> "acknowledges no SYN of the receiver: dropped";
            case UNKNOWN -> "not known";
        };
    }

    public static String roles(RoleBasis roles) {
        return switch (roles) {
            case SYN -> "by the SYN";
            case SYN_ACK -> "by the SYN,ACK";
            case PORT_GUESS -> "guessed from the ports";
        };
    }

    /** A title inside a sentence: its first word loses the capital, unless it is a name such as FIN_WAIT_2. */
    static String inSentence(String title) {
        boolean plainWord = title.length() > 1 && !Character.isUpperCase(title.charAt(1));
        return plainWord ? Character.toLowerCase(title.charAt(0)) + title.substring(1) : title;
    }
}
