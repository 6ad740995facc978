package dev.whyrst.report.html;

import dev.whyrst.dissect.Layer;
import dev.whyrst.report.text.Wording;
import freemarker.template.TemplateModel;
import java.util.List;

/** What the templates read: texts that are ready to be shown, but for the escaping. */
final class View {

    // FreeMarker reads public types only: the records are public for it, and hidden in a class that is not.

    private View() {}

    /**
     * The page.
     *
     * @param title of the document
     * @param headline the verdict in one sentence
     * @param alarms what makes the whole report doubtful: damage, and times that cannot be true
     * @param figures the few numbers under it
     * @param place one line: which captures, when
     * @param pulse RSTs over time as a picture, or null where there is nothing to see
     * @param incidents the events that matter
     * @param quietIncidents the events that need no action
     * @param incidentTables further events of kinds that occur often
     * @param incidentsLeftOut how many further incidents are not shown
     * @param failures what failed without a RST
     * @param failuresLeftOut how many further failures are not shown
     * @param causes the table of causes
     * @param kinds the kinds of the incidents that are shown
     * @param groups the RSTs in detail, by cause
     * @param shown how many RSTs are shown, for people
     * @param total how many there are, for people
     * @param all whether all of them are shown
     * @param opened whether the RSTs stand open from the start
     * @param captures the inputs
     * @param capturesLeftOut how many further inputs are not shown
     * @param vantage where the capture was made
     * @param notes limits and doubts
     * @param options what the result depends on
     * @param toolVersion the version of whyrst
     */
    public record Page(
            String title,
            String headline,
            List<String> alarms,
            List<Figure> figures,
            String place,
            TemplateModel pulse,
            List<IncidentCard> incidents,
            List<IncidentCard> quietIncidents,
            List<IncidentTable> incidentTables,
            int incidentsLeftOut,
            List<FailureRow> failures,
            int failuresLeftOut,
            List<CauseRow> causes,
            List<KindText> kinds,
            List<Group> groups,
            String shown,
            String total,
            boolean all,
            boolean opened,
            List<CaptureRow> captures,
            int capturesLeftOut,
            String vantage,
            List<String> notes,
            List<Pair> options,
            String toolVersion) {}

    /**
     * One RST in detail.
     *
     * @param id the permalink
     * @param time of day, for the summary line
     * @param verdict who reset which connection, and why
     * @param route {@code 10.0.0.89:49660 → 10.0.0.27:8888}: from the sender to the receiver
     * @param confidence its level; {@code dots} the same for the eye
     * @param frame the frame of the RST, with its capture where there are several
     * @param evidence what speaks for the cause
     * @param limitedBy what keeps the verdict from being surer
     * @param outweighed what else speaks against it
     * @param alternatives the causes that lost
     * @param notConsidered rivals of the cause that nothing spoke for
     * @param settle what would settle what is open, or empty
     * @param incident what it is part of; without text where it is part of none
     * @param repeatOf the same for the RST that it repeats
     * @param lost bytes that were lost, or empty where unknown
     * @param facts further facts
     * @param ladder the picture
     * @param ladderNote what the picture's marks mean where that needs saying, or empty
     * @param text the same segments as text
     * @param filters display filters
     * @param layers the anatomy of the frame; empty without its bytes
     * @param hex the frame's bytes
     */
    public record Reset(
            String id,
            String time,
            String verdict,
            String route,
            String causeId,
            String causeTitle,
            boolean documented,
            boolean benign,
            String harm,
            boolean opened,
            boolean certain,
            String confidence,
            String dots,
            String frame,
            List<Fact> evidence,
            List<Fact> limitedBy,
            List<Fact> outweighed,
            List<Rival> alternatives,
            List<Passed> notConsidered,
            String settle,
            String lost,
            String clientSees,
            String serverSees,
            Link incident,
            Link repeatOf,
            List<Pair> facts,
            TemplateModel ladder,
            String ladderNote,
            String text,
            List<Pair> filters,
            List<AnatomyLayer> layers,
            String hex) {}

    /** A number with what it counts; {@code note} may be empty. */
    public record Figure(String value, String label, String note) {}

    /** A name and its value. */
    public record Pair(String name, String value) {}

    /** A piece of text, which may be code. */
    public record Span(String text, boolean code) {}

    /** A paragraph (one item), or bullets. */
    public record Block(boolean bullets, List<List<Span>> items) {}

    /** A link within the page; {@code id} is empty where the page does not show the target. */
    public record Link(String id, String text) {}

    /** An event as a card; {@code links} lead to those of its RSTs that the page shows. */
    public record IncidentCard(
            String id,
            String kindId,
            String kind,
            String statement,
            String endpoint,
            String count,
            String when,
            String causeId,
            String causeTitle,
            String confidence,
            String reach,
            String filter,
            List<Link> links,
            String remedy,
            List<Block> commands) {}

    /** The further incidents of a kind that occurs often, a row each. */
    public record IncidentTable(String kindId, String title, List<IncidentRow> rows) {}

    /** A failure without a RST. */
    public record FailureRow(String title, String statement, String frames, String advice, String filter) {}

    /** A row of it. */
    public record IncidentRow(String id, String endpoint, String reach, String count, String when) {}

    /**
     * A row of the table of causes.
     *
     * @param barWidth of 100: its share of all RSTs
     * @param bands the RSTs by confidence, the surest first
     * @param shownHere whether RSTs of this cause are on the page
     */
    public record CauseRow(
            String id,
            String title,
            boolean documented,
            boolean benign,
            String count,
            String share,
            int barWidth,
            List<Band> bands,
            String repeats,
            List<Block> meaning,
            List<Block> remedy,
            boolean shownHere) {}

    /** What the page of a kind of incident says, as far as it is shown. */
    public record KindText(String id, String title, List<Block> meaning, List<Block> noticed, List<Block> remedy) {}

    /** How many RSTs of a cause are that sure; {@code start} and {@code width} of 100 lay out the bar. */
    public record Band(String level, String count, double start, double width) {}

    /** RSTs of one cause, rendered. */
    public record Group(String causeId, String title, String shown, String total, List<TemplateModel> resets) {}

    /** One input. */
    public record CaptureRow(
            String path,
            String format,
            String frames,
            String segments,
            String conversations,
            String resets,
            String first,
            String last,
            String end,
            boolean sound,
            List<String> problems,
            int problemsLeftOut) {}

    /** An observed fact and the frames that show it. */
    public record Fact(String weight, String statement, String frames) {}

    /** A cause that lost, with what was held against it and for it. */
    public record Rival(String causeId, String title, String confidence, List<Fact> against, List<Fact> inFavour) {}

    /** A cause that was not considered, and what is missing for it. */
    public record Passed(String causeId, String title, String because) {}

    /** One header of the frame. */
    public record AnatomyLayer(String name, List<Pair> fields) {

        static AnatomyLayer of(Layer layer) {
            return new AnatomyLayer(
                    layer.name(),
                    layer.fields().stream()
                            .map(field -> new Pair(field.name(), Wording.shown(field.value())))
                            .toList());
        }
    }
}
