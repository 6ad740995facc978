package dev.whyrst.attribution;

import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.Segment;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * One observed fact that speaks for or against a cause. Its sentence is written when a report first asks for it: most are
 * never read, since the claims that lose have evidence too. Safe for use by several threads.
 */
public final class Evidence {

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
