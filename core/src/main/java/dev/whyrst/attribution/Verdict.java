package dev.whyrst.attribution;

import java.util.List;
import java.util.function.Supplier;

/**
 * What was decided of one RST, and why.
 *
 * @param cause exactly one cause
 * @param harm what it did to the applications
 * @param emitter who is believed to have sent it
 * @param evidence what speaks for the cause (and what speaks against it and was outweighed)
 * @param limits all that lowered the confidence, see {@link #limitedBy}
 * @param alternatives causes that were claimed and lost, the likeliest first
 * @param notConsidered finds out why rivals of the cause were not claimed; asked by reports only
 * @param settling writes what capture, counter or command would settle what is left open; empty where nothing is open
 */
public record Verdict(
        Cause cause,
        Confidence confidence,
        Harm harm,
        Emitter emitter,
        List<Evidence> evidence,
        List<Limit> limits,
        List<Alternative> alternatives,
        Supplier<List<NotConsidered>> notConsidered,
        Supplier<String> settling) {

    /** A verdict whose words are at hand, and of which no rival was looked for. */
    public Verdict(
            Cause cause,
            Confidence confidence,
            Harm harm,
            Emitter emitter,
            List<Evidence> evidence,
            List<Limit> limits,
            List<Alternative> alternatives,
            String settle) {
        this(cause, confidence, harm, emitter, evidence, limits, alternatives, List::of, () -> settle);
    }

    /** What keeps the verdict from being surer, in the order in which it was found; empty for a certain one. */
    public List<Evidence> limitedBy() {
        return Limit.reached(limits, confidence);
    }

    /** The same verdict of a RST that did something else than its conversation shows. */
    Verdict with(Harm other) {
        return new Verdict(cause, confidence, other, emitter, evidence, limits, alternatives, notConsidered, settling);
    }

    /** The same verdict with other evidence. */
    Verdict with(List<Evidence> facts) {
        return new Verdict(cause, confidence, harm, emitter, facts, limits, alternatives, notConsidered, settling);
    }
}
