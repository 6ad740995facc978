package dev.whyrst.incident.cases;

/** The traits of the conversation that is being read. */
final class TraitSet {

    private long bits;

    void clear() {
        bits = 0;
    }

    void add(Trait trait) {
        bits |= trait.bit;
    }

    /** Adds the trait if it applies. */
    void add(Trait trait, boolean applies) {
        bits |= applies ? trait.bit : 0;
    }

    boolean has(Trait trait) {
        return (bits & trait.bit) != 0;
    }

    /** All of them, each by its {@link Trait#bit}. */
    long bits() {
        return bits;
    }
}
