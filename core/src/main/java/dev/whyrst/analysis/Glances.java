package dev.whyrst.analysis;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Harm;
import java.util.Optional;

/** Remembers of each RST, in 10 bytes, what reports choose by. */
final class Glances {

    private static final Cause[] CAUSES = Cause.values();
    private static final Confidence[] CONFIDENCES = Confidence.values();
    private static final Harm.Level[] HARMS = Harm.Level.values();
    private static final int HARM_SHIFT = 6;
    private static final byte REPEAT = 1 << 4;
    private static final byte COUNTED = 1 << 5;

    private final byte[] causes;
    private final byte[] verdicts;
    private final long[] times;

    /** @param resets how many RSTs there are */
    Glances(int resets) {
        causes = new byte[resets];
        verdicts = new byte[resets];
        times = new long[resets];
    }

    /**
     * @param clockAhead how many nanoseconds the clock of its capture was ahead of the first capture's
     * @param event whether it stands for itself where events are counted
     */
    void put(int reset, Attribution attribution, long clockAhead, boolean event) {
        causes[reset] = (byte) attribution.cause().ordinal();
        int repeat = attribution.repeatOf().isPresent() ? REPEAT : 0;
        int counted = event ? 0 : COUNTED;
        verdicts[reset] = (byte) (attribution.confidence().ordinal()
                | repeat
                | counted
                | attribution.harm().level().ordinal() << HARM_SHIFT);
        times[reset] = attribution.reset().segment().timeNanos() - clockAhead;
    }

    int size() {
        return causes.length;
    }

    /** Whether it stands for itself where events are counted. */
    boolean isEvent(int reset) {
        return (verdicts[reset] & COUNTED) == 0;
    }

    /** What its conversation alone shows that it did. */
    Harm.Level harm(int reset) {
        return HARMS[(verdicts[reset] & 0xff) >>> HARM_SHIFT];
    }

    Glance at(int reset, Harm.Level harm, Optional<String> incident) {
        byte verdict = verdicts[reset];
        return new Glance(
                CAUSES[causes[reset]],
                CONFIDENCES[verdict & REPEAT - 1],
                harm,
                (verdict & REPEAT) != 0,
                (verdict & COUNTED) != 0,
                times[reset],
                incident);
    }
}
