package dev.whyrst.incident.build;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Harm;
import dev.whyrst.attribution.InternalErrors;
import dev.whyrst.incident.Incident;
import dev.whyrst.incident.KnownTimer;
import dev.whyrst.incident.StoryName;
import dev.whyrst.incident.cases.CaseBook;
import dev.whyrst.incident.recognise.Recognisers;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.tell.ToldIncidents;
import dev.whyrst.timeline.NetworkFacts;
import java.util.List;
import java.util.Optional;

/**
 * Groups attributions into the few stories that a post-mortem needs. Fed in capture order, asked afterwards.
 *
 * <p>Every RST belongs to exactly one incident; what is ordinary life belongs to the one of kind {@code normal-noise}.
 * Takes 4 bytes a RST and about 80 a conversation that was reset, up to a bound; what comes beyond is only counted, see
 * {@link #notes}.
 */
public final class IncidentBuilder {

    private final NetworkFacts facts;
    private final List<KnownTimer> timers;
    private final int maxCases;
    private final CaseBook book;
    private final InternalErrors errors;

    /** What was recognised; null until it is asked for. */
    private ToldIncidents told;

    /**
     * A builder that may ask for what the whole input tells of hosts and ports.
     *
     * @param timers timers that silences are held against
     * @param maxCases conversations with a reset that are looked at
     * @param resets how many RSTs there will be, at about
     */
    public IncidentBuilder(NetworkFacts facts, List<KnownTimer> timers, int maxCases, int resets) {
        this(facts, timers, maxCases, resets, new InternalErrors());
    }

    /**
     * A builder that may ask for what the whole input tells of hosts and ports.
     *
     * @param timers timers that silences are held against
     * @param maxCases conversations with a reset that are looked at
     * @param resets how many RSTs there will be, at about
     * @param errors takes what fails without costing more than some incidents
     */
    public IncidentBuilder(
            NetworkFacts facts, List<KnownTimer> timers, int maxCases, int resets, InternalErrors errors) {
        this.facts = facts;
        this.timers = timers;
        this.maxCases = maxCases;
        this.book = new CaseBook(maxCases, resets);
        this.errors = errors;
    }

    /**
     * Takes the next attribution, from a capture whose clock was ahead of that by which the incidents are told.
     *
     * @param clockAhead nanoseconds
     * @param name what its conversation is called in the incidents
     */
    public void accept(Attribution attribution, long clockAhead, StoryName name) {
        if (told != null) {
            throw new IllegalStateException("the incidents were asked for already");
        }
        try {
            book.add(attribution, clockAhead, name);
        } catch (RuntimeException e) {
            // It belongs to no incident then.
            errors.incidents("reading of cases", e);
        }
    }

    /** The incidents, the largest first; complete after the last {@link #accept}. */
    public List<Incident> incidents() {
        return told().all();
    }

    /**
     * The incident that the RST at that position of the report, from 0, belongs to; empty for one that was not
     * accepted.
     */
    public Optional<String> incidentOf(int reset) {
        int row = row(reset);
        return row < 0 ? Optional.empty() : Optional.of(told().idOf(row));
    }

    /**
     * What the silences of all connections tell of a RST, which no rule can see that looks at one connection.
     *
     * @param reset position of the RST that the incidents know, which may be this one in the peer capture
     */
    public Optional<Evidence> remark(Attribution attribution, int reset) {
        int row = row(reset);
        return row < 0 || attribution.repeatOf().isPresent() ? Optional.empty() : told().remark(attribution, row);
    }

    /**
     * What a RST did, seen with all that belongs to its incident.
     *
     * @param alone what its conversation alone shows
     * @param reset position of the RST that the incidents know
     */
    public Harm harm(Harm alone, int reset) {
        int row = row(reset);
        return row < 0 ? alone : told().harm(alone, row);
    }

    /** The same of a RST of which no more is at hand than how much it did. */
    public Harm.Level harm(Harm.Level alone, int reset) {
        int row = row(reset);
        return row >= 0 && told().isProbe(row) ? Harm.Level.NONE : alone;
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

    private ToldIncidents told() {
        if (told == null) {
            Scene scene = new Scene(book.cases(), book.endpoints(), facts, timers);
            Recognisers.examine(scene, errors);
            told = new ToldIncidents(scene, book, errors);
        }
        return told;
    }
}
