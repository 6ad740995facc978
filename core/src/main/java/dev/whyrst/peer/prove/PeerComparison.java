package dev.whyrst.peer.prove;

import dev.whyrst.attribution.verdict.Witness;
import dev.whyrst.peer.clock.PeerClock;
import dev.whyrst.peer.ledger.PeerTrace;
import dev.whyrst.peer.ledger.ResetLedger;
import dev.whyrst.peer.match.ConversationPairs;
import dev.whyrst.peer.match.ResetPairs;
import dev.whyrst.timeline.ConversationOutline;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The front door of the comparison of two captures; see the description of {@code dev.whyrst.peer}. */
public final class PeerComparison {

    private final Comparison comparison;

    private PeerComparison(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Compares a capture with the one that was made at another point. */
    public static PeerComparison of(PeerTrace a, PeerTrace b) {
        return new PeerComparison(new Comparison(a, b));
    }

    /** What the other capture tells of the RSTs of that capture (0 or 1). */
    public Witness witness(int capture) {
        return new PeerWitness(comparison, capture);
    }

    /** Index of the same RST in the other capture. */
    public OptionalInt counterpart(int capture, int reset) {
        int counterpart = comparison.resetPairs().counterpart(capture, reset);
        return counterpart == ResetPairs.ALONE ? OptionalInt.empty() : OptionalInt.of(counterpart);
    }

    /**
     * The conversation of a RST as the other capture holds it; empty where that does not, or has its roles the other
     * way round.
     */
    public Optional<ConversationOutline> twin(int capture, int reset) {
        int conversation = comparison.resets(capture).conversation(reset);
        int partner = comparison.pairs().partner(capture, conversation);
        return partner == ConversationPairs.ABSENT
                        || comparison.pairs().pairing(capture, conversation).flipped()
                ? Optional.empty()
                : Optional.of(comparison.trace(1 - capture).outline(partner));
    }

    /** Whether that capture was made nearer than the other one to the host that the RST names as its sender. */
    public boolean isNearerSender(int capture, int reset) {
        ResetLedger resets = comparison.resets(capture);
        return comparison.nearerSender(capture, resets.conversation(reset), resets.side(reset)) > 0;
    }

    /**
     * How many nanoseconds the clock of the second capture was ahead of the first one's at a time of its own; 0 if
     * unknown.
     */
    public long clockAhead(long time) {
        PeerClock clock = comparison.clock();
        return clock.isKnown() ? clock.offset(time - clock.offset(time)) : 0;
    }

    /** Sentences on how the captures belong together. */
    public List<String> notes() {
        return new PeerNotes(comparison).sentences();
    }
}
