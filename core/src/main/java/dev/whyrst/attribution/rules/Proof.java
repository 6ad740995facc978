package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.Limit;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.timeline.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes one claim for one RST. It begins as certain; each doubt has a price, the surest that the claim may be while the doubt stands,
 * and the claim is as sure as its dearest doubt allows. So a doubt is said and counted in one place, and the report can tell which of
 * them kept the verdict from being surer.
 *
 * <p>Sentences with numbers in them are given as suppliers: they are written if a report asks for them. A sentence is told of what
 * {@code holds}; where the condition is false, nothing is added.
 */
final class Proof {

    private final Cause cause;
    private final List<Evidence> evidence = new ArrayList<>(4);
    private List<Limit> limits = List.of();
    private Confidence confidence = Confidence.CERTAIN;
    private Emitter emitter;
    private Supplier<String> settle;
    private int decisive;

    private Proof(Cause cause, Emitter emitter, Supplier<String> settle) {
        this.cause = cause;
        this.emitter = emitter;
        this.settle = settle;
    }

    /** A proof whose emitter is the sender that the header names, and which is settled there. */
    static Proof of(Cause cause, RstContext c) {
        return new Proof(cause, Emitter.of(c.sender()), () -> Words.atTheSender(c, cause));
    }

    /** Says that somebody else made the RST than its header names. */
    Proof by(Emitter who) {
        emitter = who;
        return this;
    }

    /**
     * Says how sure such a claim can be at best, and why it cannot be surer.
     *
     * @param why what the bytes of no capture like this one could show; not told as evidence
     */
    Proof base(Confidence best, String why, Segment... frames) {
        return limit(best, Evidence.of(Stance.AGAINST, Weight.WEAK, why, frames));
    }

    /** Lowers the claim for what the capture does not show, which is no evidence but keeps it from being surer. */
    Proof limit(Confidence price, boolean holds, String why, Segment... frames) {
        return holds ? base(price, why, frames) : this;
    }

    /** A fact that decides for the claim. */
    Proof decisive(Supplier<String> statement, Segment... frames) {
        return add(Evidence.of(Stance.FOR, Weight.DECISIVE, statement, frames));
    }

    /** A fact that decides for the claim. */
    Proof decisive(String statement, Segment... frames) {
        return add(Evidence.of(Stance.FOR, Weight.DECISIVE, statement, frames));
    }

    /** A fact that speaks for the claim. */
    Proof strong(Supplier<String> statement, Segment... frames) {
        return add(Evidence.of(Stance.FOR, Weight.STRONG, statement, frames));
    }

    /** A fact that speaks for the claim. */
    Proof strong(String statement, Segment... frames) {
        return add(Evidence.of(Stance.FOR, Weight.STRONG, statement, frames));
    }

    /** A fact that speaks for the claim, if it holds. */
    Proof strong(boolean holds, Supplier<String> statement, Segment... frames) {
        return holds ? strong(statement, frames) : this;
    }

    /** A fact that speaks for the claim, if it holds. */
    Proof strong(boolean holds, String statement, Segment... frames) {
        return holds ? strong(statement, frames) : this;
    }

    /** A fact that goes well with the claim. */
    Proof weak(Supplier<String> statement, Segment... frames) {
        return add(Evidence.of(Stance.FOR, Weight.WEAK, statement, frames));
    }

    /** A fact that goes well with the claim. */
    Proof weak(String statement, Segment... frames) {
        return add(Evidence.of(Stance.FOR, Weight.WEAK, statement, frames));
    }

    /** A fact that goes well with the claim, if it holds. */
    Proof weak(boolean holds, Supplier<String> statement, Segment... frames) {
        return holds ? weak(statement, frames) : this;
    }

    /** A fact that goes well with the claim, if it holds. */
    Proof weak(boolean holds, String statement, Segment... frames) {
        return holds ? weak(statement, frames) : this;
    }

    /** A fact that speaks against the claim. */
    Proof against(Confidence price, Supplier<String> statement, Segment... frames) {
        return lower(price, Evidence.of(Stance.AGAINST, Weight.STRONG, statement, frames));
    }

    /** A fact that speaks against the claim. */
    Proof against(Confidence price, String statement, Segment... frames) {
        return lower(price, Evidence.of(Stance.AGAINST, Weight.STRONG, statement, frames));
    }

    /** A fact that speaks against the claim, if it holds. */
    Proof against(Confidence price, boolean holds, Supplier<String> statement, Segment... frames) {
        return holds ? against(price, statement, frames) : this;
    }

    /** A fact that speaks against the claim, if it holds. */
    Proof against(Confidence price, boolean holds, String statement, Segment... frames) {
        return holds ? against(price, statement, frames) : this;
    }

    /** Another story that would look the same. */
    Proof doubt(Confidence price, Supplier<String> statement, Segment... frames) {
        return lower(price, Evidence.of(Stance.AGAINST, Weight.WEAK, statement, frames));
    }

    /** Another story that would look the same. */
    Proof doubt(Confidence price, String statement, Segment... frames) {
        return lower(price, Evidence.of(Stance.AGAINST, Weight.WEAK, statement, frames));
    }

    /** Another story that would look the same, if it may be. */
    Proof doubt(Confidence price, boolean holds, Supplier<String> statement, Segment... frames) {
        return holds ? doubt(price, statement, frames) : this;
    }

    /** Another story that would look the same, if it may be. */
    Proof doubt(Confidence price, boolean holds, String statement, Segment... frames) {
        return holds ? doubt(price, statement, frames) : this;
    }

    /** Says what would settle what the bytes leave open. */
    Proof settledBy(Supplier<String> what) {
        settle = what;
        return this;
    }

    /** Says what would settle what the bytes leave open. */
    Proof settledBy(String what) {
        return settledBy(() -> what);
    }

    /** The claim with all that was said. */
    Claim claim() {
        return new Claim(cause, confidence, emitter, evidence, limits, decisive, settle);
    }

    private Proof add(Evidence fact) {
        decisive += fact.stance() == Stance.FOR && fact.weight() == Weight.DECISIVE ? 1 : 0;
        evidence.add(fact);
        return this;
    }

    private Proof lower(Confidence price, Evidence fact) {
        evidence.add(fact);
        return limit(price, fact);
    }

    private Proof limit(Confidence most, Evidence reason) {
        if (most != Confidence.CERTAIN) {
            limits = limits.isEmpty() ? new ArrayList<>(4) : limits;
            limits.add(new Limit(most, reason));
            confidence = confidence.atMost(most);
        }
        return this;
    }
}
