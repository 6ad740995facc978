package dev.whyrst.attribution;

import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The decision for one RST. What is asked most is passed on from its three parts. */
public record Attribution(Place place, Observation observation, Verdict verdict) {

    /** See {@link Place}. */
    public String id() {
        return place.id();
    }

    /** See {@link Place}. */
    public Timeline timeline() {
        return place.timeline();
    }

    /** See {@link Place}. */
    public Reset reset() {
        return place.reset();
    }

    /** See {@link Place}. */
    public Optional<String> incident() {
        return place.incident();
    }

    /** See {@link Place}. */
    public Optional<String> repeatOf() {
        return place.repeatOf();
    }

    /** See {@link Place}. */
    public Optional<FrameRef> peerFrame() {
        return place.peerFrame();
    }

    /** What the RST did to its receiver's connection. */
    public Effect effect() {
        return Effect.of(timeline(), reset());
    }

    /** See {@link Observation}. */
    public Shape shape() {
        return observation.shape();
    }

    /** See {@link Observation}. */
    public Optional<Trigger> trigger() {
        return observation.trigger();
    }

    /** See {@link Observation}. */
    public Optional<Segment> acknowledged() {
        return observation.acknowledged();
    }

    /** What it looks back at: the segment that it answers or, of an abort, the last one that it acknowledges. */
    public Optional<Segment> counterpart() {
        return trigger().map(Trigger::segment).or(this::acknowledged);
    }

    /** See {@link Observation}. */
    public long unreadBytes() {
        return observation.unreadBytes();
    }

    /** See {@link Observation}. */
    public long unacknowledgedBytes() {
        return observation.unacknowledgedBytes();
    }

    /** See {@link Observation}. */
    public long silenceNanos() {
        return observation.silenceNanos();
    }

    /** See {@link Observation}. */
    public ApplicationSees applicationSees() {
        return observation.applicationSees();
    }

    /** See {@link Observation}. */
    public OptionalLong configuredTimeoutNanos() {
        return observation.configuredTimeoutNanos();
    }

    /** See {@link Verdict}. */
    public Cause cause() {
        return verdict.cause();
    }

    /** See {@link Verdict}. */
    public Confidence confidence() {
        return verdict.confidence();
    }

    /** See {@link Verdict}. */
    public Harm harm() {
        return verdict.harm();
    }

    /** See {@link Verdict}. */
    public Emitter emitter() {
        return verdict.emitter();
    }

    /** See {@link Verdict}. */
    public List<Evidence> evidence() {
        return verdict.evidence();
    }

    /** See {@link Verdict#limitedBy}. */
    public List<Evidence> limitedBy() {
        return verdict.limitedBy();
    }

    /** See {@link Verdict}. */
    public List<Alternative> alternatives() {
        return verdict.alternatives();
    }

    /** Why rivals of the cause were not claimed. */
    public List<NotConsidered> notConsidered() {
        return verdict.notConsidered().get();
    }

    /** What capture, counter or command would settle what is left open; empty where nothing is open. */
    public String settle() {
        return verdict.settling().get();
    }

    /**
     * The same attribution as part of an incident, or of none.
     *
     * @param harm what it did, seen with all that belongs to the incident
     * @param remark what is to be added to the evidence
     */
    public Attribution within(Optional<String> incidentId, Harm harm, Optional<Evidence> remark) {
        Verdict seen = harm.equals(verdict.harm()) ? verdict : verdict.with(harm);
        Verdict remarked = remark.isEmpty() ? seen : seen.with(evidenceWith(remark.get()));
        return new Attribution(place.within(incidentId), observation, remarked);
    }

    private List<Evidence> evidenceWith(Evidence remark) {
        List<Evidence> more = new ArrayList<>(verdict.evidence());
        more.add(remark);
        return List.copyOf(more);
    }

    /**
     * The same RST with another verdict.
     *
     * @param first id of the earlier RST of the same episode
     */
    public Attribution because(Verdict other, Optional<String> first) {
        return new Attribution(place.after(first), observation, other);
    }
}
