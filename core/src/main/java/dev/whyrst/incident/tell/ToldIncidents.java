package dev.whyrst.incident.tell;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Harm;
import dev.whyrst.attribution.InternalErrors;
import dev.whyrst.incident.Incident;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseBook;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Story;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The stories of a scene as a report shows them, and to which of them each case belongs. */
public final class ToldIncidents {

    private static final String ID_PREFIX = "incident-";

    private final Scene scene;
    private final InternalErrors errors;
    private final Silences silences;
    private final Scopes scopes;
    private final String[] idOfCase;
    private final List<Incident> incidents;

    /** Tells the stories of a scene in which all recognisers have been. */
    public ToldIncidents(Scene scene, CaseBook book, InternalErrors errors) {
        this.scene = scene;
        this.errors = errors;
        this.silences = new Silences(scene);
        this.scopes = new Scopes(scene);
        this.idOfCase = new String[scene.cases().size()];
        this.incidents =
                told(new Statements(scene, book.peerNames(), silences, scopes), new StoryResets(scene.stories(), book));
    }

    /** The incidents, the worst first, and of equally bad ones that with the most connections. */
    public List<Incident> all() {
        return incidents;
    }

    /** The id of the incident that a case belongs to. */
    public String idOf(int row) {
        return idOfCase[row];
    }

    /** What a RST of that case did, where its story tells more than its conversation. */
    public Harm harm(Harm alone, int row) {
        return isProbe(row) ? HarmOfStories.PROBED : alone;
    }

    /** Whether the case is one probe of many: a refusal is the answer to it. */
    public boolean isProbe(int row) {
        Story story = scene.stories().of(row);
        return story != null && story.kind() == IncidentKind.SCAN;
    }

    /** What the silences of all connections tell of a RST of that case; empty if nothing. */
    public Optional<Evidence> remark(Attribution attribution, int row) {
        return SilenceEvidence.of(attribution, silences.sentence(row));
    }

    private List<Incident> told(Statements statements, StoryResets resets) {
        List<Story> stories = new ArrayList<>(scene.stories().all());
        stories.removeIf(story -> story.size() == 0);
        stories.sort(Comparator.comparing(scopes::severity)
                .thenComparingLong(Story::size)
                .reversed()
                .thenComparingLong(Story::first)
                .thenComparingInt(Story::number));
        List<Incident> told = new ArrayList<>(stories.size());
        for (Story story : stories) {
            String id = ID_PREFIX + (told.size() + 1);
            for (int member = 0; member < story.size(); member++) {
                idOfCase[story.member(member)] = id;
            }
            told.add(incident(id, story, statement(statements, story), resets.of(story)));
        }
        return List.copyOf(told);
    }

    private String statement(Statements statements, Story story) {
        try {
            return statements.of(story);
        } catch (RuntimeException e) {
            errors.incidents("sentence of " + story.kind().id(), e);
            return story.kind().title() + ", which cannot be told because of an internal error";
        }
    }

    private Incident incident(String id, Story story, String statement, List<String> resets) {
        return new Incident(
                id,
                story.kind(),
                mainCause(story),
                statement,
                scene.endpoints().text(story.subject()),
                story.resets(),
                story.first(),
                story.last(),
                resets,
                remedy(story),
                harm(story),
                scopes.of(story));
    }

    private Harm harm(Story story) {
        if (story.kind().benign() && story.kind() != IncidentKind.NORMAL_NOISE) {
            return HarmOfStories.PROBED;
        }
        Harm.Level worst = Harm.Level.NONE;
        for (int i = 0; i < story.size(); i++) {
            Harm.Level level = scene.cases().harm(story.member(i));
            worst = level.compareTo(worst) > 0 ? level : worst;
        }
        return HarmOfStories.of(worst);
    }

    private String remedy(Story story) {
        boolean seen = story.kind() != IncidentKind.NORMAL_NOISE || harm(story).isNone();
        return seen ? story.kind().remedy() : HarmOfStories.HOW_TO_SEE;
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
