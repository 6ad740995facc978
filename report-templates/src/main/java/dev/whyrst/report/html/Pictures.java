package dev.whyrst.report.html;

import dev.whyrst.attribution.InternalErrors;
import java.util.function.Supplier;

/** Draws pictures. One that fails is missed, and its page is not. */
final class Pictures {

    /** Stands in the place of a picture that failed. */
    static final String MISSING = "<p>The picture could not be drawn because of an internal error.</p>";

    private final InternalErrors errors;

    Pictures(InternalErrors errors) {
        this.errors = errors;
    }

    /** The picture, or what stands in its place. */
    String drawn(String of, Supplier<String> picture) {
        return made(of, picture, MISSING);
    }

    /** What a picture needs, or something else. */
    <T> T made(String of, Supplier<T> part, T instead) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            errors.picture(of, e);
            return instead;
        }
    }
}
