package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.signals.ResetCase;
import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the evidence of one claim; used by one rule for one RST. */
final class Proof {

    private final Cause cause;
    private final List<Evidence> evidence = new ArrayList<>(4);
    private Emitter emitter;
    private String settle = "";

    private Proof(Cause cause, Emitter emitter) {
        this.cause = cause;
        this.emitter = emitter;
    }

    /** A proof whose emitter is the sender that the header names. */
    static Proof of(Cause cause, ResetCase c) {
        return new Proof(cause, Emitter.of(c.sender()));
    }

    Proof by(Emitter who) {
        emitter = who;
        return this;
    }

    Proof decisive(String statement, Segment... frames) {
        return add(Stance.FOR, Weight.DECISIVE, statement, frames);
    }

    Proof strong(String statement, Segment... frames) {
        return add(Stance.FOR, Weight.STRONG, statement, frames);
    }

    Proof weak(String statement, Segment... frames) {
        return add(Stance.FOR, Weight.WEAK, statement, frames);
    }

    Proof against(String statement, Segment... frames) {
        return add(Stance.AGAINST, Weight.STRONG, statement, frames);
    }

    Proof doubt(String statement, Segment... frames) {
        return add(Stance.AGAINST, Weight.WEAK, statement, frames);
    }

    /** Says what would settle what the bytes leave open. */
    Proof settledBy(String what) {
        settle = what;
        return this;
    }

    Optional<Claim> claim(Confidence confidence) {
        return Optional.of(new Claim(cause, confidence, emitter, List.copyOf(evidence), settle));
    }

    private Proof add(Stance stance, Weight weight, String statement, Segment... frames) {
        List<FrameRef> refs = new ArrayList<>(frames.length);
        for (Segment segment : frames) {
            refs.add(segment.at());
        }
        evidence.add(new Evidence(stance, weight, statement, refs));
        return this;
    }
}
