package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.signals.ResetCase;
import dev.whyrst.net.Endpoint;
import dev.whyrst.timeline.NetworkFacts;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Attributes the RSTs of a timeline: each episode's first by the rules, its further copies and answers after it. */
public final class Attributor {

    private final Arbiter arbiter = new Arbiter(RuleCatalogue.RULES);
    private final NetworkFacts facts;
    private final Function<Endpoint, OptionalLong> timeouts;
    private final LongFunction<String> ids;

    /**
     * @param timeouts the configured connect timeout in nanoseconds of a responder
     * @param ids names a RST by its trace position
     */
    public Attributor(NetworkFacts facts, Function<Endpoint, OptionalLong> timeouts, LongFunction<String> ids) {
        this.facts = facts;
        this.timeouts = timeouts;
        this.ids = ids;
    }

    /** One attribution for each RST of the timeline, in its order. */
    public List<Attribution> attribute(Timeline timeline) {
        OptionalLong timeout = timeouts.apply(timeline.responder());
        List<ResetCase> cases = new ArrayList<>();
        for (Reset reset : timeline.resets()) {
            cases.add(new ResetCase(timeline, reset, facts, timeout));
        }
        List<Integer> primaries = Episodes.primaries(cases);
        List<List<Claim>> verdicts = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            verdicts.add(primaries.get(i) == i ? arbiter.judge(cases.get(i)) : null);
        }
        List<Attribution> attributions = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            int primary = primaries.get(i);
            attributions.add(
                    primary == i
                            ? first(cases.get(i), verdicts.get(i))
                            : further(
                                    cases.get(i),
                                    cases.get(primary),
                                    verdicts.get(primary).get(0)));
        }
        return attributions;
    }

    private Attribution first(ResetCase c, List<Claim> claims) {
        Claim claim = claims.get(0);
        return build(c, claim, Arbiter.alternatives(claims), Optional.empty());
    }

    private Attribution further(ResetCase c, ResetCase primary, Claim claim) {
        Claim follow = Episodes.further(c, primary, claim);
        return build(c, follow, List.of(), Optional.of(ids.apply(primary.reset().tracePosition())));
    }

    private Attribution build(
            ResetCase c,
            Claim claim,
            List<dev.whyrst.attribution.Alternative> alternatives,
            Optional<String> repeatOf) {
        return new Attribution(
                ids.apply(c.reset().tracePosition()),
                c.timeline(),
                c.reset(),
                claim.cause(),
                claim.confidence(),
                claim.emitter(),
                c.shape(),
                c.trigger(),
                claim.evidence(),
                alternatives,
                claim.settle(),
                Optional.empty(),
                repeatOf,
                Optional.empty(),
                c.unansweredBytes(),
                c.unacknowledgedBytes(),
                c.silenceNanos(),
                Applications.see(c, claim.cause()));
    }
}
