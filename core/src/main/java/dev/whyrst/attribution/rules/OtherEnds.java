package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.facts.CloseSigns;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TriggerSigns;
import dev.whyrst.attribution.facts.TtlFit;

/** What else may be behind an answer that looks as if a host had lost its connection. */
final class OtherEnds {

    private OtherEnds() {}

    /** Whether the host may have closed the connection in segments that were not captured; says why. */
    static boolean mayHaveClosed(RstContext c, Proof proof) {
        boolean may = c.finishedBefore(c.sender());
        may |= isDoubtful(
                proof,
                CloseSigns.mayHaveCrossed(c),
                "The peer had not yet got all that the host had sent: a close may have followed it uncaptured");
        may |= isDoubtful(
                proof,
                CloseSigns.closesIdle(c),
                "Its port closes idle connections: the capture or the path may have lost such a close");
        may |= isDoubtful(
                proof,
                CloseSigns.wasUnheard(c, c.peer()),
                "The same had gone unanswered before: the host was away, or the path lost what passed, perhaps a close of the host");
        may |= isDoubtful(
                proof,
                !TriggerSigns.goesOn(c),
                "What the peer had sent before was not captured, nor perhaps a close of the host");
        return may;
    }

    /** Whether another than the host may have answered in its name; says why. */
    static boolean mayBeAnothers(RstContext c, Proof proof) {
        boolean may = isDoubtful(
                proof,
                c.silence().mayBeForgotten(),
                "After so long a silence an idle timer on the path may have forgotten it, and answer in its name");
        may |= isDoubtful(
                proof,
                c.ttlFit() == TtlFit.SAME_DISTANCE,
                "Its TTL began at another value than the host's: another box may have made it");
        may |= isDoubtful(
                proof,
                c.forgerySigns().otherMac(),
                "It came from another link-layer address: a route or a host that took over may have changed");
        return may;
    }

    private static boolean isDoubtful(Proof proof, boolean isSo, String why) {
        if (isSo) {
            proof.doubt(why);
        }
        return isSo;
    }
}
