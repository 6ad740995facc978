package dev.whyrst.api;

import dev.whyrst.timeline.FrameRef;
import java.util.List;

/**
 * One observed fact.
 *
 * @param speaksFor whether it speaks for the cause, and not against it
 * @param sentence the fact, with numbers
 * @param frames the frames that show it
 */
public record RstEvidence(boolean speaksFor, String sentence, List<FrameRef> frames) {}
