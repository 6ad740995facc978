package dev.whyrst.attribution;

import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * One observed fact that speaks for or against a cause. Its sentence is written when a report first asks for it: most are
 * never read, since the claims that lose have evidence too. Safe for use by several threads.
 */
public final class Evidence {

    /** More than any weight's place. */
    private static final int STANCE_FIRST = 8;

    private final Stance stance;
    private final Weight weight;
    private final Supplier<String> words;
    private final Segment[] shown;
    private String statement;
    private List<FrameRef> frames;

    /** A fact in words. */
    public Evidence(Stance stance, Weight weight, String statement, List<FrameRef> frames) {
        this(stance, weight, null, statement, null);
        this.frames = List.copyOf(frames);
    }

    private Evidence(Stance stance, Weight weight, Supplier<String> words, String statement, Segment[] shown) {
        this.stance = stance;
        this.weight = weight;
        this.words = words;
        this.shown = shown;
        this.statement = statement;
    }

    /** A fact whose sentence can be written later, and always the same. */
    public static Evidence of(Stance stance, Weight weight, Supplier<String> words, Segment... shown) {
        return new Evidence(stance, weight, words, null, shown);
    }

    /** A fact whose sentence has no numbers in it. */
    public static Evidence of(Stance stance, Weight weight, String statement, Segment... shown) {
        return new Evidence(stance, weight, null, statement, shown);
    }

    public Stance stance() {
        return stance;
    }

    public Weight weight() {
        return weight;
    }

    /** One sentence with computed numbers; it may hold hostile text from packets. */
    public String statement() {
        String written = statement;
        if (written == null) {
            written = written();
            statement = written;
        }
        return written;
    }

    private String written() {
        try {
            return words.get();
        } catch (RuntimeException e) {
            // Reports ask for sentences while they are being written: one that fails must not cost the report.
            return "What was found cannot be told because of an internal error ("
                    + e.getClass().getSimpleName() + ")";
        }
    }

    /** The frames that show it. */
    public List<FrameRef> frames() {
        List<FrameRef> listed = frames;
        if (listed == null) {
            listed = framesOf(shown);
            frames = listed;
        }
        return listed;
    }

    private static List<FrameRef> framesOf(Segment... shown) {
        FrameRef[] frames = new FrameRef[shown.length];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = shown[i].at();
        }
        return List.of(frames);
    }

    /** The same fact; one that would decide for the cause is strong, since other facts leave it open. */
    private Evidence undecided() {
        if (weight != Weight.DECISIVE || stance == Stance.AGAINST) {
            return this;
        }
        Evidence strong = new Evidence(stance, Weight.STRONG, words, statement, shown);
        strong.frames = frames;
        return strong;
    }

    /**
     * The facts of a verdict in the order in which a reader wants them: what speaks for it, the strongest first, then what speaks against
     * it. Facts of the same weight keep their order, which is that of the story.
     *
     * @param decided whether the verdict is certain; where it is not, no fact has decided it, whatever it would do alone
     */
    public static List<Evidence> strongestFirst(List<Evidence> facts, boolean decided) {
        List<Evidence> ordered = new ArrayList<>(facts.size());
        for (Evidence fact : facts) {
            Evidence weighed = decided ? fact : fact.undecided();
            int at = ordered.size();
            while (at > 0 && weighed.order() < ordered.get(at - 1).order()) {
                at--;
            }
            ordered.add(at, weighed);
        }
        return Collections.unmodifiableList(ordered);
    }

    private int order() {
        return (stance == Stance.FOR ? 0 : STANCE_FIRST) + weight.ordinal();
    }

    @Override
    public String toString() {
        return stance.label() + " (" + weight.label() + "): " + statement();
    }

    /** Which way a fact points. */
    public enum Stance {
        FOR,
        AGAINST;

        private final String label = name().toLowerCase(Locale.ROOT);

        /** The name in reports. */
        public String label() {
            return label;
        }
    }

    /** How much a fact weighs. */
    public enum Weight {
        DECISIVE,
        STRONG,
        WEAK;

        private final String label = name().toLowerCase(Locale.ROOT);

        /** The name in reports. */
        public String label() {
            return label;
        }
    }
}
