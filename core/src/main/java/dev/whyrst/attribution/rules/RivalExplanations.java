package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.facts.CloseSigns;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TriggerSigns;
import dev.whyrst.attribution.facts.TtlFit;

/** What else than a lost connection explains an answer that looks as if a host had lost it. Each leaves the loss merely likely. */
final class RivalExplanations {

    /** What tells of {@link RstContext#othersLivedOn}. */
    static final String OTHERS_LIVED_ON =
            "Another connection of the same service lived through all of the silence, or nearly all, and beyond the RST:"
                    + " neither the host nor the service had restarted";

    private RivalExplanations() {}

    /** Doubts that the host lost the connection: it may have closed it in segments that were not captured. */
    static Proof unseenClose(RstContext c, Proof proof) {
        return proof.limit(
                        Confidence.MEDIUM,
                        c.finishedBefore(c.sender()),
                        "Its sender had closed its own direction before: it may have given up the other since")
                .doubt(
                        Confidence.MEDIUM,
                        CloseSigns.mayHaveCrossed(c),
                        "The peer had not yet got all that the host had sent: a close may have followed it uncaptured")
                .doubt(
                        Confidence.MEDIUM,
                        CloseSigns.closesIdle(c),
                        "Its port closes idle connections: the capture or the path may have lost such a close")
                .doubt(
                        Confidence.MEDIUM,
                        CloseSigns.wasUnheard(c, c.peer()),
                        "The same had gone unanswered before: the host was away, or the path lost what passed, perhaps a close of the host")
                .doubt(
                        Confidence.MEDIUM,
                        !TriggerSigns.goesOn(c),
                        "What the peer had sent before was not captured, nor perhaps a close of the host");
    }

    /** Doubts that the host answered at all: another may have done so in its name. */
    static Proof otherAnswerer(RstContext c, Proof proof) {
        boolean longSilence = c.silence().beforeTrigger() >= Thresholds.SHORTEST_IDLE_TIMER;
        return proof.against(
                        longSilence ? Confidence.LOW : Confidence.MEDIUM, c.othersLivedOn(), OTHERS_LIVED_ON, c.rst())
                .doubt(
                        Confidence.MEDIUM,
                        c.silence().mayBeForgotten(),
                        "After so long a silence an idle timer on the path may have forgotten it, and answer in its name")
                .doubt(
                        Confidence.MEDIUM,
                        c.ttlFit() == TtlFit.SAME_DISTANCE,
                        "Its TTL began at another value than the host's: another box may have made it")
                .doubt(
                        Confidence.MEDIUM,
                        c.forgerySigns().otherMac(),
                        "It came from another link-layer address: a route or a host that took over may have changed");
    }
}
