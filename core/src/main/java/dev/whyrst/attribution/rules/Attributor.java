package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Alternative;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Testimony;
import dev.whyrst.attribution.facts.Pending;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.Surroundings;
import dev.whyrst.net.Endpoint;
import dev.whyrst.timeline.NetworkFacts;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Timeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Attributes the RSTs of a timeline: each episode's first by the rules, its further copies and answers after it.
 *
 * <p>Keeps nothing between timelines, so several threads may use one at the same time.
 */
public final class Attributor {

    private final Arbiter arbiter = new Arbiter(RuleCatalogue.RULES);
    private final NetworkFacts facts;
    private final Function<Endpoint, OptionalLong> timeouts;
    private final LongFunction<String> ids;
    private final Witness witness;

    /**
     * @param timeouts the configured connect timeout in nanoseconds of a responder
     * @param ids names a RST by its trace position
     */
    public Attributor(NetworkFacts facts, Function<Endpoint, OptionalLong> timeouts, LongFunction<String> ids) {
        this(facts, timeouts, ids, c -> Testimony.NONE);
    }

    /**
     * @param timeouts the configured connect timeout in nanoseconds of a responder
     * @param ids names a RST by its trace position
     * @param witness what was captured at another point of the path
     */
    public Attributor(
            NetworkFacts facts, Function<Endpoint, OptionalLong> timeouts, LongFunction<String> ids, Witness witness) {
        this.facts = facts;
        this.timeouts = timeouts;
        this.ids = ids;
        this.witness = witness;
    }

    /** One attribution for each RST of the timeline, in its order. */
    public List<Attribution> attribute(Timeline timeline) {
        Surroundings surroundings = new Surroundings(timeline, facts, timeouts.apply(timeline.responder()));
        int count = timeline.resets().size();
        List<RstContext> cases = new ArrayList<>(count);
        List<Testimony> heard = new ArrayList<>(count);
        for (Reset reset : timeline.resets()) {
            RstContext c = new RstContext(surroundings, reset);
            cases.add(c);
            heard.add(witness.about(c));
        }
        int[] primaries = Episodes.primaries(cases);
        Hearing.separate(cases, primaries, heard);
        return attribute(cases, heard, primaries);
    }

    private List<Attribution> attribute(List<RstContext> cases, List<Testimony> heard, int[] primaries) {
        List<List<Claim>> verdicts = new ArrayList<>(primaries.length);
        for (int i = 0; i < primaries.length; i++) {
            RstContext c = cases.get(i);
            verdicts.add(primaries[i] == i ? Hearing.revise(c, arbiter.judge(c), heard.get(i)) : null);
        }
        List<Attribution> attributions = new ArrayList<>(primaries.length);
        for (int i = 0; i < primaries.length; i++) {
            int primary = primaries[i];
            List<Claim> claims = verdicts.get(primary);
            attributions.add(
                    primary == i
                            ? first(cases.get(i), claims, heard.get(i))
                            : further(cases.get(i), cases.get(primary), claims.get(0), heard.get(i)));
        }
        return attributions;
    }

    private Attribution first(RstContext c, List<Claim> claims, Testimony testimony) {
        return build(
                c, IcmpTestimony.heard(c, claims.get(0)), Arbiter.alternatives(claims), Optional.empty(), testimony);
    }

    private Attribution further(RstContext c, RstContext primary, Claim claim, Testimony testimony) {
        Claim follow = Hearing.further(c, Episodes.further(c, primary, claim), testimony);
        return build(c, follow, List.of(), Optional.of(ids.apply(primary.reset().tracePosition())), testimony);
    }

    private Attribution build(
            RstContext c, Claim claim, List<Alternative> alternatives, Optional<String> repeatOf, Testimony testimony) {
        return new Attribution(
                ids.apply(c.reset().tracePosition()),
                c.timeline(),
                c.reset(),
                claim.cause(),
                claim.confidence(),
                claim.emitter(),
                c.shape(),
                Hearing.trigger(c, testimony),
                Collections.unmodifiableList(claim.evidence()),
                alternatives,
                claim.settle(),
                Optional.empty(),
                repeatOf,
                testimony.frame(),
                Pending.unanswered(c),
                Pending.unacknowledged(c),
                Hearing.silence(c, testimony),
                Applications.see(c, claim.cause()),
                claim.cause() == Cause.HANDSHAKE_TIMEOUT ? c.connectTimeout() : OptionalLong.empty());
    }
}
