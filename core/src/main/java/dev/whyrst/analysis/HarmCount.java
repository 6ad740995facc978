package dev.whyrst.analysis;

import dev.whyrst.attribution.Harm;

/**
 * How many RSTs did how much to the applications; a RST that is in both of two captures counts once.
 *
 * @param none a sign shows that they did nothing
 * @param unknown the capture does not show what they did
 * @param likely a connection or an attempt failed, or bytes may have been lost
 * @param certain bytes were sent and never acknowledged
 */
public record HarmCount(long none, long unknown, long likely, long certain) {

    static HarmCount of(long[] byLevel) {
        return new HarmCount(
                byLevel[Harm.Level.NONE.ordinal()],
                byLevel[Harm.Level.UNKNOWN.ordinal()],
                byLevel[Harm.Level.LIKELY.ordinal()],
                byLevel[Harm.Level.CERTAIN.ordinal()]);
    }
}
