package dev.whyrst.incident;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Evidence;
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
            new StrayPackets(),
            new Scans(),
            new PathDevices(),
            new LostHosts(),
            new LossesAtOnce(),
            new ServiceTrouble(),
            new TlsRefusals(),
            new ServerEndings(),
            Bystanders.leaving(),
            new ClientEndings(),
            Bystanders.ofRoutine(),
            new Remainder());

    private final NetworkFacts facts;
    private final List<KnownTimer> timers;
    private final int maxCases;
    private final CaseBook book;
    private String[] idOfCase;
    private Silences silences;
    private List<Incident> incidents = List.of();

    /**
     * A builder that may ask for what the whole input tells of hosts and ports.
     *
     * @param timers timers that silences are held against
     * @param maxCases conversations with a reset that are looked at
     * @param resets how many RSTs there will be, at about
     */
    public IncidentBuilder(NetworkFacts facts, List<KnownTimer> timers, int maxCases, int resets) {
        this.facts = facts;
        this.timers = timers;
        this.maxCases = maxCases;
        this.book = new CaseBook(maxCases, resets);
    }

    /**
     * Takes the next attribution, from a capture whose clock was ahead of that by which the incidents are told.
     *
     * @param clockAhead nanoseconds
     * @param name what its conversation is called in the incidents
     */
    public void accept(Attribution attribution, long clockAhead, StoryName name) {
        if (idOfCase != null) {
            throw new IllegalStateException("the incidents were asked for already");
        }
        book.add(attribution, clockAhead, name);
    }

    /** The incidents, the largest first; complete after the last {@link #accept}. */
    public List<Incident> incidents() {
        recognise();
        return incidents;
    }

    /** The incident that the RST at that position of the report, from 0, belongs to; empty for one that was not accepted. */
    public Optional<String> incidentOf(int reset) {
        recognise();
        int row = row(reset);
        return row < 0 ? Optional.empty() : Optional.of(idOfCase[row]);
    }

    /**
     * What the silences of all connections tell of a RST, which no rule can see that looks at one connection.
     *
     * @param reset position of the RST that the incidents know, which may be this one in the peer capture
     */
    public Optional<Evidence> remark(Attribution attribution, int reset) {
        recognise();
        int row = row(reset);
        return row < 0 || attribution.repeatOf().isPresent()
                ? Optional.empty()
                : SilenceEvidence.of(attribution, silences.sentence(row));
    }

    private int row(int reset) {
        return reset >= book.resets() ? -1 : book.caseOf(reset);
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
        Scene scene = new Scene(book.cases(), book.endpoints(), facts, new Stories(book.cases()), timers);
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
            Story story = told.get(i);
            for (int member = 0; member < story.size(); member++) {
                idOfCase[story.member(member)] = id;
            }
        }
        silences = new Silences(scene);
        incidents = new Telling(scene, book.aliases(), ResetIds.byStory(scene.stories(), book), silences)
                .incidents(told, ID_PREFIX);
    }
}
