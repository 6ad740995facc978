package dev.whyrst.incident.tell;

import static dev.whyrst.incident.IncidentThresholds.PROVING;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.IncidentKind.Peculiarity;
import dev.whyrst.incident.StoryWords;
import dev.whyrst.incident.cases.PeerNames;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Story;
import dev.whyrst.text.Counts;
import dev.whyrst.text.Sentence;

/** Puts a story into one sentence that a manager can read: the words of its kind, and how sure it is. */
final class Statements {

    private final Scene scene;
    private final Moments moments;
    private final PeerNames peerNames;
    private final Silences silences;
    private final Scopes scopes;

    Statements(Scene scene, PeerNames peerNames, Silences silences, Scopes scopes) {
        this.scopes = scopes;
        this.scene = scene;
        this.moments = Moments.of(scene.cases());
        this.peerNames = peerNames;
        this.silences = silences;
    }

    String of(Story story) {
        String subject = peerNames.with(scene.endpoints().text(story.subject()));
        Hedge hedge = isTold(story.kind()) ? Hedge.of(confidence(story)) : Hedge.NONE;
        StoryWords words = new StoryFigures(scene, moments, story, subject, hedge.adverb());
        String sentence = story.kind().sentence(words) + silences.clause(story) + drawn(story) + ".";
        return hedge == Hedge.LOOKS ? "It looks as if " + Sentence.inMidst(sentence) : sentence;
    }

    /** How sure the sentence may be. */
    private Confidence confidence(Story story) {
        return isGuess(story) ? Confidence.LOW : scopes.confidence(story);
    }

    /** What only counts resets, or tries, claims nothing that could be doubted. */
    private static boolean isTold(IncidentKind kind) {
        return kind != IncidentKind.NORMAL_NOISE && kind != IncidentKind.SCAN;
    }

    private static String drawn(Story story) {
        return story.drawn() == 0
                ? ""
                : "; " + Counts.of(story.drawn(), "further reset", "further resets") + " around it";
    }

    /** How the words follow the confidence. */
    private enum Hedge {
        NONE(""),
        PROBABLY("probably "),
        LOOKS("");

        private final String adverb;

        Hedge(String adverb) {
            this.adverb = adverb;
        }

        static Hedge of(Confidence confidence) {
            return switch (confidence) {
                case CERTAIN, HIGH -> NONE;
                case MEDIUM -> PROBABLY;
                case LOW -> LOOKS;
            };
        }

        /** Stands before the verb. */
        String adverb() {
            return adverb;
        }
    }

    /** Whether none of what tells of it is sure, and there is too little of it to make it so. */
    private boolean isGuess(Story story) {
        int signs = 0;
        int unsure = 0;
        for (int i = 0; i < story.size(); i++) {
            int row = story.member(i);
            if (isSign(story.kind(), scene.cases().behaviour(row))) {
                signs++;
                unsure += scene.cases().has(row, Trait.UNSURE) ? 1 : 0;
            }
        }
        return story.kind() != IncidentKind.NORMAL_NOISE && signs > 0 && signs < PROVING && unsure == signs;
    }

    private static boolean isSign(IncidentKind kind, Behaviour behaviour) {
        return !kind.is(Peculiarity.SHOWN_BY_LOSSES) || behaviour.isAbsence();
    }
}
