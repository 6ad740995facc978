package dev.whyrst.incident.recognise;

import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.KnownTimer;
import dev.whyrst.incident.cases.CaseRows;
import dev.whyrst.incident.scene.KnownFacts;
import dev.whyrst.incident.scene.Scene;
import java.util.List;

/** A scene of cases that a test wrote down, for one recogniser alone. */
final class RowScene {

    private final CaseRows rows;
    private final Scene scene;

    private RowScene(CaseRows rows, KnownFacts facts) {
        this.rows = rows;
        this.scene = new Scene(rows.cases(), rows.endpoints(), facts, KnownTimer.shipped());
    }

    static RowScene of(CaseRows rows) {
        return of(rows, new KnownFacts());
    }

    static RowScene of(CaseRows rows, KnownFacts facts) {
        return new RowScene(rows, facts);
    }

    /** Has a story told before, of the cases in these rows. */
    RowScene with(IncidentKind kind, String subject, int... members) {
        scene.stories().tell(kind, rows.number(subject), members);
        return this;
    }

    /** The stories that are there when the recogniser has looked: {@code scan at 10.0.0.1 of 8}. */
    List<String> after(Recogniser recogniser) {
        recogniser.examine(scene);
        return scene.stories().all().stream()
                .filter(story -> story.size() > 0)
                .map(story ->
                        story.kind().id() + " at " + rows.endpoints().text(story.subject()) + " of " + story.size())
                .toList();
    }
}
