package dev.whyrst.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CauseCount;
import dev.whyrst.analysis.HarmCount;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Harm;
import dev.whyrst.attribution.Shape;
import dev.whyrst.incident.Incident;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.IncidentScope;
import dev.whyrst.incident.Severity;
import dev.whyrst.report.ModelFixtures;
import dev.whyrst.report.Story;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BestResetsTest {

    @Test
    void a_rare_cause_is_kept_beside_a_frequent_one() {
        BestResets best = new BestResets(10, summary(1000, 2, List.of()));
        for (int i = 0; i < 1000; i++) {
            best.offer(reset(Cause.PORT_NOT_LISTENING, Confidence.HIGH, "often-" + i)
                    .end("often-" + i));
        }
        best.offer(reset(Cause.INJECTED_RST, Confidence.LOW, "").end("rare-1"));
        best.offer(reset(Cause.INJECTED_RST, Confidence.LOW, "").end("rare-2"));
        assertThat(ids(best)).hasSize(10).contains("rare-1", "rare-2", "often-0", "often-7");
    }

    @Test
    void the_surest_go_first_and_repeats_go_last() {
        BestResets best = new BestResets(2, summary(4, 0, List.of()));
        best.offer(reset(Cause.PORT_NOT_LISTENING, Confidence.CERTAIN, "")
                .repeats("x")
                .end("repeat"));
        best.offer(reset(Cause.PORT_NOT_LISTENING, Confidence.MEDIUM, "").end("medium"));
        best.offer(reset(Cause.PORT_NOT_LISTENING, Confidence.CERTAIN, "").end("certain"));
        best.offer(reset(Cause.PORT_NOT_LISTENING, Confidence.LOW, "").end("low"));
        assertThat(ids(best)).containsExactly("certain", "medium");
    }

    @Test
    void each_incident_is_represented() {
        List<Incident> incidents =
                IntStream.range(0, 5).mapToObj(i -> incident("incident-" + i)).toList();
        BestResets best = new BestResets(8, summary(100, 0, incidents));
        for (int i = 0; i < 100; i++) {
            String incident = "incident-" + i / 20;
            best.offer(
                    reset(Cause.PORT_NOT_LISTENING, Confidence.HIGH, incident).end("rst-" + i));
        }
        assertThat(ids(best)).hasSize(8).contains("rst-0", "rst-20", "rst-40", "rst-60", "rst-80");
    }

    private static List<String> ids(BestResets best) {
        return best.inOrderOfUse().stream().map(Attribution::id).toList();
    }

    private static Story reset(Cause cause, Confidence confidence, String incident) {
        Story story = Story.between(ModelFixtures.host(1, 4000), ModelFixtures.host(2, 80))
                .responder(Story.RST, 0, 0, 0)
                .because(cause, confidence, Emitter.RESPONDER, Shape.PASSIVE);
        return incident.isEmpty() ? story : story.partOf(incident);
    }

    private static final HarmCount NOBODY_HARMED = new HarmCount(0, 0, 0, 0);

    private static AnalysisSummary summary(long refused, long injected, List<Incident> incidents) {
        List<CauseCount> counts = List.of(
                new CauseCount(Cause.PORT_NOT_LISTENING, refused, 0, 0, refused, 0, 0),
                new CauseCount(Cause.INJECTED_RST, injected, 0, 0, 0, 0, injected));
        return new AnalysisSummary(
                Map.of(),
                List.of(),
                counts,
                incidents,
                refused + injected,
                refused + injected,
                NOBODY_HARMED,
                0,
                0,
                "",
                List.of());
    }

    private static Incident incident(String id) {
        return new Incident(
                id,
                IncidentKind.SERVICE_DOWN,
                Cause.PORT_NOT_LISTENING,
                "Down.",
                "10.0.0.2:80",
                20,
                0,
                1,
                List.of(),
                "",
                new Harm(Harm.Level.LIKELY, "attempts failed"),
                new IncidentScope(
                        Confidence.HIGH,
                        Severity.HIGH,
                        20,
                        2,
                        List.of("10.0.0.2:80"),
                        0,
                        List.of(),
                        Map.of(Cause.PORT_NOT_LISTENING, 20L),
                        "",
                        "service-down/10.0.0.2:80"));
    }
}
