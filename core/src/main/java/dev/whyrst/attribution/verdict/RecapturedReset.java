package dev.whyrst.attribution.verdict;

import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.rules.Claim;
import dev.whyrst.timeline.Reset;
import java.util.List;

/** A RST that was captured before, on its way into a box or at another point: the same event, whatever happened between. */
final class RecapturedReset {

    private RecapturedReset() {}

    /** Index of the case whose RST is captured again in that case, or -1. */
    static int originalOf(List<RstContext> cases, int index) {
        Reset copy = cases.get(index).reset();
        for (int i = index - 1; copy.copy() && i >= 0; i--) {
            if (isSame(cases.get(i).reset(), copy)) {
                return i;
            }
        }
        return -1;
    }

    /** The claim for it, where the episode's first RST has that claim. */
    static Claim claim(RstContext c, RstContext primary, Claim claim) {
        Evidence evidence = new Evidence(
                Stance.FOR,
                Weight.STRONG,
                "The same RST was captured before: header and IP identification are alike" + distance(c, primary),
                List.of(primary.rst().at(), c.rst().at()));
        boolean ofMaker = c.sender() == primary.sender()
                && (claim.emitter() != Emitter.MIDDLEBOX
                        || original(c).segment().ttl() == primary.rst().ttl());
        Emitter emitter = ofMaker ? claim.emitter() : Emitter.of(c.sender());
        return claim.further(emitter, evidence);
    }

    /** The RST that the copy is a copy of: the first of its kind. */
    private static Reset original(RstContext c) {
        for (Reset earlier : c.timeline().resets()) {
            if (isSame(earlier, c.reset())) {
                return earlier;
            }
        }
        return c.reset();
    }

    private static String distance(RstContext c, RstContext primary) {
        int hops = primary.rst().ttl() - c.rst().ttl();
        return hops > 0 ? ", the TTL is " + hops + " lower" : "";
    }

    private static boolean isSame(Reset one, Reset other) {
        return one.from() == other.from()
                && one.segment().rawSeq() == other.segment().rawSeq()
                && one.segment().rawAck() == other.segment().rawAck()
                && one.segment().flags() == other.segment().flags();
    }
}
