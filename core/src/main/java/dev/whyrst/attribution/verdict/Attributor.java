package dev.whyrst.attribution.verdict;

import dev.whyrst.attribution.Alternative;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.InternalErrors;
import dev.whyrst.attribution.Learned;
import dev.whyrst.attribution.NotConsidered;
import dev.whyrst.attribution.Observation;
import dev.whyrst.attribution.Place;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.Testimony;
import dev.whyrst.attribution.Verdict;
import dev.whyrst.attribution.facts.Pending;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.Surroundings;
import dev.whyrst.attribution.rules.Claim;
import dev.whyrst.net.Endpoint;
import dev.whyrst.timeline.NetworkFacts;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Timeline;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Attributes the RSTs of a timeline: each episode's first by the stages, its further copies and answers after it.
 *
 * <p>Keeps nothing between timelines, so several threads may use one at the same time.
 */
public final class Attributor {

    private static final Evidence OUTWEIGHED =
            new Evidence(Stance.AGAINST, Weight.WEAK, "Another cause was claimed as surely or more", List.of());

    private final NetworkFacts facts;
    private final Function<Endpoint, OptionalLong> timeouts;
    private final LongFunction<String> ids;
    private final Witness witness;
    private final InternalErrors errors;
    private final List<Stage> stages;

    /**
     * @param timeouts the configured connect timeout in nanoseconds of a responder
     * @param ids names a RST by its trace position
     */
    public Attributor(NetworkFacts facts, Function<Endpoint, OptionalLong> timeouts, LongFunction<String> ids) {
        this(facts, timeouts, ids, c -> Testimony.NONE, new InternalErrors());
    }

    /**
     * @param timeouts the configured connect timeout in nanoseconds of a responder
     * @param ids names a RST by its trace position
     * @param witness what was captured at another point of the path
     * @param errors takes what fails without costing more than a verdict
     */
    public Attributor(
            NetworkFacts facts,
            Function<Endpoint, OptionalLong> timeouts,
            LongFunction<String> ids,
            Witness witness,
            InternalErrors errors) {
        this(facts, timeouts, ids, witness, errors, Stages.ALL);
    }

    Attributor(
            NetworkFacts facts,
            Function<Endpoint, OptionalLong> timeouts,
            LongFunction<String> ids,
            Witness witness,
            InternalErrors errors,
            List<Stage> stages) {
        this.facts = facts;
        this.timeouts = timeouts;
        this.ids = ids;
        this.witness = witness;
        this.errors = errors;
        this.stages = stages;
    }

    /** One attribution for each RST of the timeline, in its order. */
    public List<Attribution> attribute(Timeline timeline) {
        try {
            return judged(timeline);
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            return unjudged(timeline, e);
        }
    }

    private List<Attribution> unjudged(Timeline timeline, RuntimeException why) {
        List<Attribution> attributions = new ArrayList<>(timeline.resets().size());
        for (Reset reset : timeline.resets()) {
            String id = ids.apply(reset.tracePosition());
            errors.verdict(id, why);
            attributions.add(Unjudged.attribution(id, timeline, reset, why));
        }
        return attributions;
    }

    private List<Attribution> judged(Timeline timeline) {
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
        PeerVerdict.separate(cases, primaries, heard);
        return attribute(cases, heard, primaries);
    }

    private List<Attribution> attribute(List<RstContext> cases, List<Testimony> heard, int[] primaries) {
        Draft[] drafts = new Draft[primaries.length];
        for (int i = 0; i < drafts.length; i++) {
            drafts[i] = primaries[i] == i ? judged(new Draft(cases.get(i), heard.get(i))) : null;
        }
        List<Attribution> attributions = new ArrayList<>(drafts.length);
        for (int i = 0; i < drafts.length; i++) {
            Draft first = drafts[primaries[i]];
            attributions.add(primaries[i] == i ? first(first) : further(cases.get(i), heard.get(i), first));
            if (first.failure().isPresent()) {
                errors.verdict(attributions.get(i).id(), first.failure().get().why());
            }
        }
        return attributions;
    }

    private Draft judged(Draft draft) {
        for (Stage stage : stages) {
            stage.work(draft);
        }
        return draft;
    }

    private Attribution first(Draft draft) {
        Verdict verdict =
                verdict(draft.context(), draft.best(), alternatives(draft.claims()), () -> Rivals.notConsidered(draft));
        return attribution(draft.context(), draft.testimony(), verdict, Optional.empty());
    }

    private Attribution further(RstContext c, Testimony testimony, Draft first) {
        Claim claim = PeerVerdict.further(c, Episodes.further(c, first.context(), first.best()), testimony);
        Optional<String> repeatOf =
                Optional.of(ids.apply(first.context().reset().tracePosition()));
        return attribution(c, testimony, verdict(c, claim, List.of(), List::of), repeatOf);
    }

    private static Verdict verdict(
            RstContext c, Claim claim, List<Alternative> alternatives, Supplier<List<NotConsidered>> notConsidered) {
        return new Verdict(
                claim.cause(),
                claim.confidence(),
                HarmDone.by(c, claim),
                claim.emitter(),
                Evidence.strongestFirst(claim.evidence(), isCertain(claim)),
                claim.limits(),
                alternatives,
                notConsidered,
                isCertain(claim) ? Attributor::nothing : claim.settle());
    }

    private static boolean isCertain(Claim claim) {
        return claim.confidence() == Confidence.CERTAIN;
    }

    /** What would settle a verdict that is certain. */
    private static String nothing() {
        return "";
    }

    /** The claims that lost: none of them is likely. */
    private static List<Alternative> alternatives(List<Claim> claims) {
        if (claims.size() == 1) {
            return List.of();
        }
        List<Alternative> alternatives = new ArrayList<>(claims.size() - 1);
        for (Claim lost : claims.subList(1, claims.size())) {
            Claim claim = lost.atMost(Confidence.MEDIUM, OUTWEIGHED);
            List<Evidence> evidence = Evidence.strongestFirst(claim.evidence(), false);
            alternatives.add(new Alternative(claim.cause(), claim.confidence(), evidence, claim.limits()));
        }
        return Collections.unmodifiableList(alternatives);
    }

    /** Whether a stack that had given up in silence answers what came later. */
    private static boolean gaveUpBefore(RstContext c, Cause cause) {
        return cause.senderLearns() == Learned.TIMED_OUT && c.shape() != Shape.ACTIVE;
    }

    private Attribution attribution(RstContext c, Testimony testimony, Verdict verdict, Optional<String> repeatOf) {
        Place place =
                new Place(ids.apply(c.reset().tracePosition()), c.timeline(), c.reset(), repeatOf, testimony.frame());
        boolean abort = verdict.cause().isAbort() && !gaveUpBefore(c, verdict.cause());
        Observation observation = new Observation(
                c.shape(),
                abort ? Optional.empty() : PeerVerdict.trigger(c, testimony),
                abort ? Pending.acknowledged(c) : Optional.empty(),
                Pending.unanswered(c),
                Pending.unacknowledged(c),
                PeerVerdict.silence(c, testimony),
                Applications.see(c, verdict.cause()),
                verdict.cause() == Cause.HANDSHAKE_TIMEOUT ? c.connectTimeout() : OptionalLong.empty());
        return new Attribution(place, observation, verdict);
    }
}
