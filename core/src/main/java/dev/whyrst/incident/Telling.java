package dev.whyrst.incident;

import dev.whyrst.attribution.Cause;
import java.util.ArrayList;
import java.util.List;

/** Turns stories into what a report shows. */
final class Telling {

    private final Scene scene;
    private final List<List<String>> resetIds;
    private final Statements statements;

    Telling(Scene scene, Aliases aliases, List<List<String>> resetIds, Silences silences) {
        this.scene = scene;
        this.resetIds = resetIds;
        this.statements = new Statements(scene, aliases, silences);
    }

    List<Incident> incidents(List<Story> stories, String idPrefix) {
        List<Incident> incidents = new ArrayList<>(stories.size());
        for (Story story : stories) {
            incidents.add(incident(story, idPrefix + (incidents.size() + 1)));
        }
        return List.copyOf(incidents);
    }

    private Incident incident(Story story, String id) {
        return new Incident(
                id,
                story.kind(),
                mainCause(story),
                statements.of(story),
                scene.endpoints().text(story.subject()),
                story.resets(),
                story.first(),
                story.last(),
                List.copyOf(resetIds.get(story.number())),
                story.kind().remedy(),
                story.kind().benign());
    }

    private Cause mainCause(Story story) {
        long[] resets = new long[Cause.values().length];
        int most = 0;
        for (int i = 0; i < story.size(); i++) {
            int row = story.member(i);
            int cause = scene.cases().cause(row).ordinal();
            resets[cause] += scene.cases().resets(row);
            most = resets[cause] > resets[most] ? cause : most;
        }
        return Cause.values()[most];
    }
}
