package dev.whyrst.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.verdict.VerdictCase;
import dev.whyrst.incident.build.IncidentBuilder;
import dev.whyrst.scenario.Case;
import dev.whyrst.scenario.ExpectedIncident;
import dev.whyrst.scenario.ExpectedIncident.Told;
import java.util.List;

/** Tells the incidents of short stories. */
public final class IncidentCase {

    private IncidentCase() {}

    /** The incidents that are told of a story by all recognisers; verdicts and incidents must be as the story expects. */
    public static List<Incident> incidents(Case story) {
        List<Attribution> attributions = VerdictCase.attributions(story);
        IncidentBuilder builder =
                new IncidentBuilder(story.facts(), KnownTimer.shipped(), attributions.size(), attributions.size());
        attributions.forEach(one -> builder.accept(one, 0, StoryName.of(one.timeline())));
        List<Incident> incidents = builder.incidents();
        check(story.expectedIncidents(), incidents);
        return incidents;
    }

    private static void check(List<ExpectedIncident> expected, List<Incident> incidents) {
        List<Told> told = incidents.stream()
                .map(incident -> new Told(incident.kind().id(), incident.endpoint()))
                .toList();
        assertThat(expected).as("told: %s", told).allMatch(one -> one.isMetBy(told));
    }
}
