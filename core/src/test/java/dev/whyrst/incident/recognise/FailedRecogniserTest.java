package dev.whyrst.incident.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.InternalErrors;
import dev.whyrst.attribution.verdict.VerdictCase;
import dev.whyrst.incident.Incident;
import dev.whyrst.incident.KnownTimer;
import dev.whyrst.incident.StoryName;
import dev.whyrst.incident.cases.CaseBook;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.tell.ToldIncidents;
import dev.whyrst.scenario.Case;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A recogniser that fails costs its stories, and no report. */
class FailedRecogniserTest {

    private final InternalErrors errors = new InternalErrors();

    @Test
    void the_others_tell_theirs_and_what_it_would_have_claimed_is_left_to_them() {
        List<Recogniser> recognisers = new ArrayList<>(Recognisers.IN_ORDER);
        recognisers.add(0, FailedRecogniserTest::fails);

        assertThat(kinds(recognisers)).containsExactly("scan");
        assertThat(errors.sentences()).singleElement().asString().startsWith("Incidents may be missing");
    }

    @Test
    void each_reset_has_an_incident_even_where_the_last_one_fails() {
        assertThat(kinds(List.of(FailedRecogniserTest::fails))).containsExactly("normal-noise");
    }

    private static void fails(Scene scene) {
        throw new IllegalStateException(
                "nothing like it was seen: " + scene.cases().size());
    }

    private List<String> kinds(List<Recogniser> recognisers) {
        StringBuilder knocks = new StringBuilder();
        for (int port = 9000; port < 9010; port++) {
            knocks.append("+10ms A > B:").append(port).append(" SYN\n");
            knocks.append("+10ms B:").append(port).append(" > A RST,ACK answers # expect port-not-listening\n");
        }
        Case story = Case.of(knocks.toString());
        List<Attribution> attributions = VerdictCase.attributions(story);
        CaseBook book = new CaseBook(attributions.size(), attributions.size());
        attributions.forEach(one -> book.add(one, 0, StoryName.of(one.timeline())));
        Scene scene = new Scene(book.cases(), book.endpoints(), story.facts(), KnownTimer.shipped());
        Recognisers.examine(recognisers, scene, errors);
        List<Incident> told = new ToldIncidents(scene, book, errors).all();
        assertThat(told.stream().mapToLong(Incident::count).sum()).isEqualTo(attributions.size());
        return told.stream().map(incident -> incident.kind().id()).toList();
    }
}
