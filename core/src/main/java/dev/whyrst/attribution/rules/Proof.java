package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.timeline.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects the evidence of one claim; used by one rule for one RST. Sentences with numbers in them are given as suppliers: they are
 * written if a report asks for them.
 */
final class Proof {

    private final Cause cause;
    private final List<Evidence> evidence = new ArrayList<>(4);
    private Emitter emitter;
    private Supplier<String> settle = Proof::nothing;
    private int decisive;

    private Proof(Cause cause, Emitter emitter) {
        this.cause = cause;
        this.emitter = emitter;
    }

    /** A proof whose emitter is the sender that the header names. */
    static Proof of(Cause cause, RstContext c) {
        return new Proof(cause, Emitter.of(c.sender()));
    }

    Proof by(Emitter who) {
        emitter = who;
        return this;
    }

    Proof decisive(Supplier<String> statement, Segment... frames) {
        return add(Stance.FOR, Weight.DECISIVE, statement, frames);
    }

    Proof decisive(String statement, Segment... frames) {
        return add(Stance.FOR, Weight.DECISIVE, statement, frames);
    }

    Proof strong(Supplier<String> statement, Segment... frames) {
        return add(Stance.FOR, Weight.STRONG, statement, frames);
    }

    Proof strong(String statement, Segment... frames) {
        return add(Stance.FOR, Weight.STRONG, statement, frames);
    }

    Proof weak(Supplier<String> statement, Segment... frames) {
        return add(Stance.FOR, Weight.WEAK, statement, frames);
    }

    Proof weak(String statement, Segment... frames) {
        return add(Stance.FOR, Weight.WEAK, statement, frames);
    }

    Proof against(Supplier<String> statement, Segment... frames) {
        return add(Stance.AGAINST, Weight.STRONG, statement, frames);
    }

    Proof against(String statement, Segment... frames) {
        return add(Stance.AGAINST, Weight.STRONG, statement, frames);
    }

    Proof doubt(Supplier<String> statement, Segment... frames) {
        return add(Stance.AGAINST, Weight.WEAK, statement, frames);
    }

    Proof doubt(String statement, Segment... frames) {
        return add(Stance.AGAINST, Weight.WEAK, statement, frames);
    }

    /** Says what would settle what the bytes leave open. */
    Proof settledBy(Supplier<String> what) {
        settle = what;
        return this;
    }

    Proof settledBy(String what) {
        return settledBy(() -> what);
    }

    Optional<Claim> claim(Confidence confidence) {
        return Optional.of(new Claim(cause, confidence, emitter, evidence, decisive, settle));
    }

    private static String nothing() {
        return "";
    }

    private Proof add(Stance stance, Weight weight, Supplier<String> statement, Segment... frames) {
        return add(Evidence.of(stance, weight, statement, frames));
    }

    private Proof add(Stance stance, Weight weight, String statement, Segment... frames) {
        return add(Evidence.of(stance, weight, statement, frames));
    }

    private Proof add(Evidence fact) {
        decisive += fact.stance() == Stance.FOR && fact.weight() == Weight.DECISIVE ? 1 : 0;
        evidence.add(fact);
        return this;
    }
}
