package dev.whyrst.attribution;

import java.util.Locale;

/**
 * What a RST did to the applications, as far as the capture shows. That it did none has to be shown by a sign that is named; where
 * nothing shows, it is unknown.
 *
 * @param reason one clause that says what shows it, or what does not
 */
public record Harm(Level level, String reason) {

    /** How sure harm is, from none to certain. */
    public enum Level {
        /** A sign shows that nothing was lost. */
        NONE,
        /** The capture does not show what the applications lost. */
        UNKNOWN,
        /** A connection or an attempt to connect failed, or bytes may have been lost. */
        LIKELY,
        /** Bytes were sent and never acknowledged. */
        CERTAIN;

        private final String label = name().toLowerCase(Locale.ROOT);

        /** The name in reports. */
        public String label() {
            return label;
        }
    }

    /** Whether a sign shows that nothing was lost. */
    public boolean isNone() {
        return level == Level.NONE;
    }
}
