package dev.whyrst.incident.tell;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.IncidentKind.Peculiarity;
import dev.whyrst.incident.KnownTimer;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.SilencePeak;
import dev.whyrst.incident.scene.Story;
import dev.whyrst.text.Counts;
import dev.whyrst.text.Durations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How long all connections of the capture had been silent before they were forgotten on the path, or closed by a server
 * while a request was on its way; and which known timers that fits. Read when all stories are told.
 *
 * <p>Takes 8 bytes for each such connection while it reads them, and nothing after.
 */
final class Silences {

    /** More products than this are not listed. */
    private static final int LISTED = 3;

    private final Scene scene;
    private final List<Told> forgotten;
    private final List<Told> closed;

    /** A peak and the sentence on it. */
    private record Told(SilencePeak peak, String sentence) {}

    Silences(Scene scene) {
        this.scene = scene;
        this.forgotten = told(this::isForgotten, " before the reset of ", KnownTimer::resets, " are alike");
        this.closed = told(this::isClosed, " before the close of ", KnownTimer::closes, "");
    }

    /** A clause on the peak in which most of the story's silences lie; empty if they lie in none. */
    String clause(Story story) {
        String best = "";
        int most = 0;
        for (Told told : peaks(story.kind())) {
            int members = 0;
            for (int i = 0; i < story.size(); i++) {
                int row = story.member(i);
                members += isCounted(row) && told.peak.holds(scene.cases().silence(row)) ? 1 : 0;
            }
            if (members > most) {
                most = members;
                best = "; " + told.sentence;
            }
        }
        return best;
    }

    /** A sentence on the peak in which the silence of a connection lies; empty if it lies in none. */
    String sentence(int row) {
        Story story = scene.stories().of(row);
        if (story == null || !isCounted(row)) {
            return "";
        }
        for (Told told : peaks(story.kind())) {
            if (told.peak.holds(scene.cases().silence(row))) {
                return told.sentence;
            }
        }
        return "";
    }

    private List<Told> peaks(IncidentKind kind) {
        if (kind.is(Peculiarity.SHOWN_BY_SILENCES_BEFORE_RESET)) {
            return forgotten;
        }
        return kind.is(Peculiarity.SHOWN_BY_SILENCES_BEFORE_CLOSE) ? closed : List.of();
    }

    private List<Told> told(IntPredicate choice, String before, Predicate<KnownTimer> doesSo, String ifUnknown) {
        List<Told> all = new ArrayList<>();
        for (SilencePeak peak : SilencePeak.of(sorted(choice))) {
            String products = products(peak, doesSo);
            String verdict = products.isEmpty() ? ifUnknown : " fit the idle timer of " + products;
            if (!verdict.isEmpty()) {
                String silences = "silences of " + Durations.range(peak.low(), peak.high());
                all.add(new Told(peak, silences + before + Counts.of(peak.count(), "connection") + verdict));
            }
        }
        return List.copyOf(all);
    }

    private String products(SilencePeak peak, Predicate<KnownTimer> doesSo) {
        List<KnownTimer> fitting = scene.timers().stream()
                .filter(doesSo)
                .filter(peak::fits)
                .sorted(Comparator.comparingLong(peak::distance))
                .toList();
        return fitting.stream().limit(LISTED).map(KnownTimer::inWords).collect(Collectors.joining(" or "))
                + (fitting.size() > LISTED ? " or another" : "");
    }

    private long[] sorted(IntPredicate choice) {
        CaseTable cases = scene.cases();
        long[] silences = new long[cases.size()];
        int count = 0;
        for (int row = 0; row < cases.size(); row++) {
            if (choice.test(row)) {
                silences[count++] = cases.silence(row);
            }
        }
        long[] sorted = Arrays.copyOf(silences, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private boolean isCounted(int row) {
        return isForgotten(row) || isClosed(row);
    }

    private boolean isForgotten(int row) {
        CaseTable cases = scene.cases();
        Story story = scene.stories().of(row);
        boolean onPath = cases.behaviour(row) == Behaviour.CUT_ON_PATH || cases.behaviour(row) == Behaviour.LOST;
        return cases.has(row, Trait.AFTER_SILENCE)
                && story != null
                && (story.kind().is(Peculiarity.SHOWN_BY_SILENCES_BEFORE_RESET)
                        || onPath && story.kind() == IncidentKind.NORMAL_NOISE);
    }

    private boolean isClosed(int row) {
        CaseTable cases = scene.cases();
        Story story = scene.stories().of(row);
        return cases.behaviour(row) == Behaviour.SERVER_CLOSED
                && cases.has(row, Trait.PAUSED)
                && story != null
                && (story.kind().is(Peculiarity.SHOWN_BY_SILENCES_BEFORE_CLOSE)
                        || story.kind() == IncidentKind.NORMAL_NOISE);
    }
}
