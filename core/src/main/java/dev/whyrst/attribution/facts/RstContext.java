package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Reset;
import java.util.Optional;

/** An observed RST with those facts that several rules ask for, each computed when it is first asked for. No fact knows it. */
public final class RstContext extends ObservedRst {

    private Optional<StatedCause> stated;
    private ForgerySigns forgerySigns;
    private Buffers buffers;
    private TtlFit ttlFit;
    private Silence silence;

    /** @param reset one of the timeline that the surroundings are of */
    public RstContext(Surroundings surroundings, Reset reset) {
        super(surroundings, reset);
    }

    /** What the RST itself states as its cause. */
    public Optional<StatedCause> stated() {
        Optional<StatedCause> known = stated;
        if (known == null) {
            Optional<StatedCause> inWords = StatedCause.of(reset());
            known = inWords.isPresent() ? inWords : WindowCodes.of(this);
            stated = known;
        }
        return known;
    }

    /** What speaks for a third party as the RST's maker. */
    public ForgerySigns forgerySigns() {
        ForgerySigns known = forgerySigns;
        if (known == null) {
            known = ForgerySigns.of(this, ttlFit());
            forgerySigns = known;
        }
        return known;
    }

    /** What windows and traffic tell of the sender's receive queue. */
    public Buffers buffers() {
        Buffers known = buffers;
        if (known == null) {
            known = Buffers.of(this);
            buffers = known;
        }
        return known;
    }

    /** How the RST's TTL fits those of its sender's host. */
    public TtlFit ttlFit() {
        TtlFit known = ttlFit;
        if (known == null) {
            known = TtlFit.of(this);
            ttlFit = known;
        }
        return known;
    }

    /** How long nothing had been captured of the conversation. */
    public Silence silence() {
        Silence known = silence;
        if (known == null) {
            known = Silence.of(this);
            silence = known;
        }
        return known;
    }
}
