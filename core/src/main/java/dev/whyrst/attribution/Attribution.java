package dev.whyrst.attribution;

import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The decision for one RST.
 *
 * @param id stable within a report: {@code rst-} and the position of the RST in capture order
 * @param timeline the conversation
 * @param reset the RST
 * @param cause exactly one cause
 * @param emitter who is believed to have sent it
 * @param trigger the segment that it answers, if it answers one
 * @param evidence what speaks for the cause (and what speaks against it and was outweighed)
 * @param alternatives causes that lost, the likeliest first
 * @param settling writes what capture, counter or command would settle what is left open; empty where nothing is open
 * @param incident id of the incident that it belongs to
 * @param repeatOf id of the earlier RST of the same episode
 * @param peerFrame the same segment in the peer capture
 * @param unreadBytes bytes that the RST's sender had acknowledged and its application probably never read; -1 unknown
 * @param unacknowledgedBytes bytes that the RST's sender had sent and its peer had not acknowledged; -1 unknown
 * @param silenceNanos how long the conversation had been silent before the trigger (or the RST without one)
 * @param configuredTimeoutNanos the connect timeout that was configured for the responder, where the cause was held against
 *     it: the pictures draw it
 */
public record Attribution(
        String id,
        Timeline timeline,
        Reset reset,
        Cause cause,
        Confidence confidence,
        Emitter emitter,
        Shape shape,
        Optional<Trigger> trigger,
        List<Evidence> evidence,
        List<Alternative> alternatives,
        Supplier<String> settling,
        Optional<String> incident,
        Optional<String> repeatOf,
        Optional<FrameRef> peerFrame,
        long unreadBytes,
        long unacknowledgedBytes,
        long silenceNanos,
        ApplicationSees applicationSees,
        OptionalLong configuredTimeoutNanos) {

    /** An attribution with all its words at hand. */
    public Attribution(
            String id,
            Timeline timeline,
            Reset reset,
            Cause cause,
            Confidence confidence,
            Emitter emitter,
            Shape shape,
            Optional<Trigger> trigger,
            List<Evidence> evidence,
            List<Alternative> alternatives,
            String settle,
            Optional<String> incident,
            Optional<String> repeatOf,
            Optional<FrameRef> peerFrame,
            long unreadBytes,
            long unacknowledgedBytes,
            long silenceNanos,
            ApplicationSees applicationSees,
            OptionalLong configuredTimeoutNanos) {
        this(
                id,
                timeline,
                reset,
                cause,
                confidence,
                emitter,
                shape,
                trigger,
                evidence,
                alternatives,
                () -> settle,
                incident,
                repeatOf,
                peerFrame,
                unreadBytes,
                unacknowledgedBytes,
                silenceNanos,
                applicationSees,
                configuredTimeoutNanos);
    }

    /** What capture, counter or command would settle what is left open; empty where nothing is open. */
    public String settle() {
        return settling.get();
    }

    /**
     * The same attribution as part of an incident, or of none.
     *
     * @param remark what is to be added to the evidence
     */
    public Attribution within(Optional<String> incidentId, Optional<Evidence> remark) {
        return new Attribution(
                id,
                timeline,
                reset,
                cause,
                confidence,
                emitter,
                shape,
                trigger,
                remark.map(this::evidenceWith).orElse(evidence),
                alternatives,
                settling,
                incidentId,
                repeatOf,
                peerFrame,
                unreadBytes,
                unacknowledgedBytes,
                silenceNanos,
                applicationSees,
                configuredTimeoutNanos);
    }

    private List<Evidence> evidenceWith(Evidence remark) {
        List<Evidence> more = new ArrayList<>(evidence);
        more.add(remark);
        return List.copyOf(more);
    }

    /** The same RST with another cause. */
    public Attribution because(
            Cause otherCause,
            Confidence otherConfidence,
            List<Evidence> otherEvidence,
            List<Alternative> otherAlternatives,
            String otherSettle,
            Optional<String> otherRepeatOf) {
        return new Attribution(
                id,
                timeline,
                reset,
                otherCause,
                otherConfidence,
                emitter,
                shape,
                trigger,
                otherEvidence,
                otherAlternatives,
                otherSettle,
                incident,
                otherRepeatOf,
                peerFrame,
                unreadBytes,
                unacknowledgedBytes,
                silenceNanos,
                applicationSees,
                configuredTimeoutNanos);
    }
}
