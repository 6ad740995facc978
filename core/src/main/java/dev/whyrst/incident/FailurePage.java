package dev.whyrst.incident;

import dev.whyrst.attribution.ReferencePage;
import dev.whyrst.timeline.FailureKind;
import java.util.Map;

/**
 * The page of a kind of failure without a RST, read from the resource {@code failures/<id>.md}: a heading {@code # Title}, then the
 * fixed sections {@code ## What it means}, {@code ## How to recognise it}, {@code ## What looks like it}, {@code ## What to do},
 * {@code ## How to capture it better}, {@code ## References}.
 *
 * @param sections the text of each section by its heading, in the page's order, trimmed
 */
public record FailurePage(FailureKind kind, Map<String, String> sections) {

    /** Reads the page of a kind. */
    public static FailurePage of(FailureKind kind) {
        return new FailurePage(kind, ReferencePage.sections("/failures/" + kind.id() + ".md"));
    }
}
