package dev.whyrst.attribution;

import java.util.Locale;

/** How sure an attribution is; each band is a promise that tests on labelled captures hold. */
public enum Confidence {
    /** Only a sure mistake in the capture itself could make it wrong; never wrong on labelled captures. */
    CERTAIN(4),
    /** Right in at least 97 of 100 labelled cases. */
    HIGH(3),
    /** Right in at least 85 of 100: the likelier of causes that look alike. */
    MEDIUM(2),
    /** The best of weak guesses; the report says what would settle it. */
    LOW(1);

    private final int rank;
    private final String label = name().toLowerCase(Locale.ROOT);

    Confidence(int rank) {
        this.rank = rank;
    }

    /** Larger is surer. */
    public int rank() {
        return rank;
    }

    /** The less sure of the two. */
    public Confidence atMost(Confidence limit) {
        return rank <= limit.rank ? this : limit;
    }

    /** The name in reports. */
    public String label() {
        return label;
    }
}
