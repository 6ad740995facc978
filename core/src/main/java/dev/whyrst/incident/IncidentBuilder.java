package dev.whyrst.incident;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.timeline.NetworkFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Groups attributions into the few stories that a post-mortem needs. Fed in capture order, asked afterwards.
 *
 * <p>Every RST belongs to exactly one incident; what is ordinary life belongs to the one of kind {@code normal-noise}. Takes
 * 4 bytes a RST and about 80 a conversation that was reset, up to a bound; what comes beyond is
 * only counted, see {@link #notes}.
 */
public final class IncidentBuilder {

    private static final String ID_PREFIX = "incident-";

    private static final List<Recogniser> RECOGNISERS = List.of(
            new Scans(),
            new StrayPackets(),
            new PathDevices(),
            new LostHosts(),
            new ServiceTrouble(),
            new TlsRefusals(),
            new ServerEndings(),
            Bystanders.leaving(),
            new ClientEndings(),
            Bystanders.ofRoutine(),
            new Remainder());

    private final NetworkFacts facts;
    private final int maxCases;
    private final CaseBook book;
    private String[] idOfCase;
    private List<Incident> incidents = List.of();

    /**
     * A builder that may ask for what the whole input tells of hosts and ports.
     *
     * @param maxCases conversations with a reset that are looked at
     */
    public IncidentBuilder(NetworkFacts facts, int maxCases) {
        this.facts = facts;
        this.maxCases = maxCases;
        this.book = new CaseBook(maxCases);
    }

    /** Takes the next attribution. */
    public void accept(Attribution attribution) {
        accept(attribution, 0);
    }

    /**
     * Takes the next attribution, from a capture whose clock was ahead of that by which the incidents are told.
     *
     * @param clockAhead nanoseconds
     */
    public void accept(Attribution attribution, long clockAhead) {
        if (idOfCase != null) {
            throw new IllegalStateException("the incidents were asked for already");
        }
        book.add(attribution, clockAhead);
    }

    /** The incidents, the largest first; complete after the last {@link #accept}. */
    public List<Incident> incidents() {
        recognise();
        return incidents;
    }

    /** The incident that a RST belongs to; empty for a RST that was not accepted. */
    public Optional<String> incidentOf(String resetId) {
        recognise();
        int reset = ResetIds.position(resetId);
        int row = reset < 0 || reset >= book.resets() ? -1 : book.caseOf(reset);
        return row < 0 ? Optional.empty() : Optional.of(idOfCase[row]);
    }

    /** One sentence for each limit that was hit. */
    public List<String> notes() {
        return book.overflowed() == 0
                ? List.of()
                : List.of("Incidents were recognised from the first " + maxCases + " conversations with a reset; "
                        + book.overflowed() + " resets of later ones are only counted");
    }

    private void recognise() {
        if (idOfCase != null) {
            return;
        }
        Scene scene = new Scene(book.cases(), book.endpoints(), facts, new Stories(book.cases()));
        for (Recogniser recogniser : RECOGNISERS) {
            recogniser.examine(scene);
        }
        tell(scene);
    }

    private void tell(Scene scene) {
        List<Story> told = new ArrayList<>(scene.stories().all());
        told.removeIf(story -> story.size() == 0);
        told.sort(Comparator.comparingLong(Story::resets)
                .reversed()
                .thenComparingLong(Story::first)
                .thenComparingInt(Story::number));
        idOfCase = new String[book.cases().size()];
        for (int i = 0; i < told.size(); i++) {
            String id = ID_PREFIX + (i + 1);
            for (int row : told.get(i).members()) {
                idOfCase[row] = id;
            }
        }
        incidents = new Telling(scene, ResetIds.byStory(scene.stories(), book)).incidents(told, ID_PREFIX);
    }
}
