package dev.whyrst.peer.prove;

import dev.whyrst.attribution.Testimony.Request;
import dev.whyrst.attribution.facts.ForgerySigns;
import dev.whyrst.attribution.facts.IpIdFit;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TtlFit;

/**
 * How much likelier it is that a RST was made between the captures than that the capture at its sender's end lost it.
 *
 * <p>The losses of that capture are measured, so that absence weighs the more the less it lost. What the RST itself
 * looks like counts beside it; the factors are rough on purpose, since they decide only where a capture lost much.
 */
final class ForgeryOdds {

    /** How many times likelier a fact makes one explanation that hardly ever goes with the other. */
    private static final double TELLING = 100;

    /** The same for one that seldom does. */
    private static final double STRONG = 20;

    /** The same for one that often does. */
    private static final double WEAK = 4;

    /** How many times likelier a single fact makes anything at the most. */
    private static final double MOST = 1000;

    private ForgeryOdds() {}

    /**
     * The odds.
     *
     * @param loss share of the segments that the other capture lost
     * @param alone RSTs from that end that are missing there
     * @param both RSTs from that end that are in both captures
     */
    static double of(RstContext c, Absence absence, double loss, long alone, long both) {
        double locally = absence.missing() == 0 ? loss : Math.max(loss, absence.missing() / (absence.expected() + 1.0));
        double lost = (both + 1) * locally / Math.max(1 - locally, 1 / MOST);
        double odds = Math.min(MOST, Math.max(alone - lost, alone / WEAK) / lost);
        if (absence.request() == Request.SWALLOWED) {
            odds *= Math.min(MOST, 1 / locally);
        }
        return odds * behaviour(absence) * looks(c);
    }

    /** A host that has reset a connection is silent; one in whose name it was reset goes on, or answers the request. */
    private static double behaviour(Absence absence) {
        if (absence.aftermath().isPresent()) {
            return STRONG;
        }
        if (absence.request() != Request.PASSED || !absence.covers()) {
            return 1;
        }
        return absence.answered().orElseThrow().isInitialSyn() ? 1 / TELLING : 1 / WEAK;
    }

    private static double looks(RstContext c) {
        ForgerySigns signs = c.forgerySigns();
        double odds = 1;
        if (signs.fromElsewhere()) {
            odds *= STRONG;
        } else if (signs.ttl() == TtlFit.SAME) {
            odds /= WEAK;
        }
        if (signs.ipId() == IpIdFit.OFF || signs.mirrorsIpId()) {
            odds *= WEAK;
        } else if (signs.ipId() == IpIdFit.CONTINUES) {
            odds /= STRONG;
        }
        if (signs.lacksTimestamps()) {
            odds *= STRONG;
        } else if (c.own().timestamps() && c.rst().timestamps()) {
            odds /= WEAK;
        }
        return odds;
    }
}
