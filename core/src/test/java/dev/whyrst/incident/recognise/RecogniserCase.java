package dev.whyrst.incident.recognise;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.verdict.VerdictCase;
import dev.whyrst.incident.KnownTimer;
import dev.whyrst.incident.StoryName;
import dev.whyrst.incident.cases.CaseBook;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.scenario.Case;
import dev.whyrst.scenario.ExpectedIncident.Told;
import java.util.List;

/** Asks one recogniser about a short story. */
final class RecogniserCase {

    private RecogniserCase() {}

    /** What it finds where all cases are free: kind and endpoint of each of its stories, in the order told. */
    static List<Told> found(Recogniser recogniser, Case story) {
        List<Attribution> attributions = VerdictCase.attributions(story);
        CaseBook book = new CaseBook(attributions.size(), attributions.size());
        attributions.forEach(one -> book.add(one, 0, StoryName.of(one.timeline())));
        Scene scene = new Scene(book.cases(), book.endpoints(), story.facts(), KnownTimer.shipped());
        recogniser.examine(scene);
        return scene.stories().all().stream()
                .filter(told -> told.size() > 0)
                .map(told -> new Told(told.kind().id(), book.endpoints().text(told.subject())))
                .toList();
    }
}
