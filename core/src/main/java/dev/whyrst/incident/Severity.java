package dev.whyrst.incident;

import java.util.Locale;

/** How much an incident of a kind costs those who use the service; says nothing of how often it happened. */
public enum Severity {
    /** Nothing needs to be done. */
    NONE,
    /** Single requests fail; those who repeat them are served. */
    LOW,
    /** Some clients are not served, or only after a wait. */
    MEDIUM,
    /** Everybody who uses it loses connections or is not served. */
    HIGH;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name in reports. */
    public String label() {
        return label;
    }
}
