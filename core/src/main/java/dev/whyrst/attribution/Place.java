package dev.whyrst.attribution;

import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Timeline;
import java.util.Optional;

/**
 * Where a RST stands: in its conversation, among the incidents, and in the other capture.
 *
 * @param id stable within a report: {@code rst-} and the position of the RST in capture order
 * @param timeline the conversation
 * @param reset the RST
 * @param incident id of the incident that it belongs to
 * @param repeatOf id of the earlier RST of the same episode
 * @param peerFrame the same segment in the peer capture
 */
public record Place(
        String id,
        Timeline timeline,
        Reset reset,
        Optional<String> incident,
        Optional<String> repeatOf,
        Optional<FrameRef> peerFrame) {

    /** A RST that belongs to no incident yet. */
    public Place(String id, Timeline timeline, Reset reset, Optional<String> repeatOf, Optional<FrameRef> peerFrame) {
        this(id, timeline, reset, Optional.empty(), repeatOf, peerFrame);
    }

    Place within(Optional<String> incidentId) {
        return new Place(id, timeline, reset, incidentId, repeatOf, peerFrame);
    }

    Place after(Optional<String> first) {
        return new Place(id, timeline, reset, incident, first, peerFrame);
    }
}
