package dev.whyrst.report.html;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CaptureSummary;
import dev.whyrst.analysis.CauseCount;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.CausePage;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.capture.CaptureEnd;
import dev.whyrst.capture.CaptureFile;
import dev.whyrst.incident.Incident;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.IncidentPage;
import dev.whyrst.incident.IncidentScope;
import dev.whyrst.report.html.View.Band;
import dev.whyrst.report.html.View.CaptureRow;
import dev.whyrst.report.html.View.CauseRow;
import dev.whyrst.report.html.View.FailureRow;
import dev.whyrst.report.html.View.Figure;
import dev.whyrst.report.html.View.Group;
import dev.whyrst.report.html.View.IncidentCard;
import dev.whyrst.report.html.View.IncidentRow;
import dev.whyrst.report.html.View.IncidentTable;
import dev.whyrst.report.html.View.KindText;
import dev.whyrst.report.html.View.Link;
import dev.whyrst.report.html.View.Pair;
import dev.whyrst.report.text.CauseTexts;
import dev.whyrst.report.text.FailureTexts;
import dev.whyrst.report.text.Sentences;
import dev.whyrst.report.text.UtcTime;
import dev.whyrst.report.text.Wording;
import dev.whyrst.timeline.Failure;
import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.Segment;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prepares the page around the single RSTs for its template. */
final class PageViews {

    /** How many incidents a page shows. */
    static final int MOST_INCIDENTS = 40;

    /** Most links to single RSTs for an incident or cause. */
    private static final int MOST_LINKS = 8;

    /** Most captures that a page lists. */
    private static final int MOST_CAPTURES = 200;

    /** Most problems of a capture that a page lists. */
    private static final int MOST_PROBLEMS = 12;

    /** Most failures without a RST that a page lists. */
    private static final int MOST_FAILURES = 100;

    private static final int FEW = 2;

    private static final Comparator<Segment> IN_CAPTURE_ORDER = Comparator.comparingLong(Segment::timeNanos)
            .thenComparingInt(segment -> segment.at().capture())
            .thenComparingLong(segment -> segment.at().number());

    private final AnalysisSummary summary;
    private final Function<Cause, CausePage> pages;
    private final List<Rendered> rendered;

    /** A RST with its markup. */
    record Rendered(Attribution attribution, TemplateModel markup) {}

    /** @param rendered the RSTs that the page shows with their markup, in the order of their use */
    PageViews(AnalysisSummary summary, Function<Cause, CausePage> pages, List<Rendered> rendered) {
        this.summary = summary;
        this.pages = pages;
        this.rendered = rendered;
    }

    View.Page page(String pulse, String toolVersion) throws TemplateModelException {
        Optional<Attribution> only = summary.resets() == 1 ? attributions().findFirst() : Optional.empty();
        IncidentSelection selection = IncidentSelection.of(summary.incidents(), MOST_INCIDENTS);
        List<Incident> incidents = selection.cards();
        return new View.Page(
                title(),
                Sentences.headline(summary, only),
                Sentences.alarms(summary),
                figures(only),
                place(),
                pulse.isEmpty() ? null : HTMLOutputFormat.INSTANCE.fromMarkup(pulse),
                incidents.stream()
                        .filter(incident -> !incident.harm().isNone())
                        .map(this::card)
                        .toList(),
                incidents.stream()
                        .filter(incident -> incident.harm().isNone())
                        .map(this::card)
                        .toList(),
                selection.tables().entrySet().stream()
                        .map(kind -> table(kind.getKey(), kind.getValue()))
                        .toList(),
                selection.leftOut(),
                summary.failures().stream().limit(MOST_FAILURES).map(this::row).toList(),
                Math.max(0, summary.failures().size() - MOST_FAILURES),
                summary.causes().stream().map(this::row).toList(),
                incidents.stream()
                        .map(Incident::kind)
                        .distinct()
                        .map(IncidentPage::of)
                        .map(PageViews::kind)
                        .toList(),
                groups(),
                Wording.count(rendered.size()),
                Wording.count(summary.resets()),
                rendered.size() == summary.resets(),
                opened(summary),
                summary.captures().stream()
                        .limit(MOST_CAPTURES)
                        .map(PageViews::row)
                        .toList(),
                Math.max(0, summary.captures().size() - MOST_CAPTURES),
                Wording.shown(summary.vantage()),
                summary.notes().stream().map(Wording::shown).toList(),
                summary.options().entrySet().stream()
                        .map(option -> new Pair(Wording.shown(option.getKey()), Wording.shown(option.getValue())))
                        .toList(),
                toolVersion);
    }

    /** Few RSTs stand open. */
    static boolean opened(AnalysisSummary summary) {
        return summary.resets() <= FEW;
    }

    private String title() {
        String about = summary.captures().isEmpty()
                ? ""
                : Wording.shown(summary.captures().get(0).file().path());
        String more =
                summary.captures().size() > 1 ? " and " + (summary.captures().size() - 1) + " more" : "";
        return Wording.count(summary.resets(), "reset") + " in " + about + more;
    }

    private List<Figure> figures(Optional<Attribution> only) {
        List<Figure> figures = new ArrayList<>();
        long conversations = summary.captures().stream()
                .mapToLong(CaptureSummary::conversations)
                .sum();
        long sure = summary.causes().stream()
                .mapToLong(count -> count.certain() + count.high())
                .sum();
        boolean listedTwice = summary.events() < summary.resets();
        figures.add(new Figure(
                Wording.count(summary.events()),
                summary.events() == 1 ? "reset" : "resets",
                listedTwice
                        ? "listed " + Wording.count(summary.resets()) + " times, by capture"
                        : "in " + Wording.count(conversations, "conversation")));
        only.ifPresent(
                attribution -> figures.add(new Figure(attribution.confidence().label(), "confidence", "in the cause")));
        if (summary.resets() > 1) {
            figures.add(new Figure(
                    Wording.count(summary.incidents().size()),
                    summary.incidents().size() == 1 ? "incident" : "incidents",
                    largestIncident()));
            figures.add(
                    new Figure(Wording.share(sure, summary.resets()), "certain or high", "confidence in the cause"));
            figures.add(new Figure(
                    Wording.share(summary.harm().none(), summary.events()),
                    "harmless",
                    Wording.count(summary.harm().unknown()) + " of unknown effect"));
        }
        figures.add(new Figure(
                Wording.count(summary.silentDeaths()),
                summary.silentDeaths() == 1 ? "silent death" : "silent deaths",
                "retries exhausted, no RST"));
        return figures;
    }

    private String largestIncident() {
        OptionalLong most =
                summary.incidents().stream().mapToLong(Incident::count).max();
        return most.isPresent() ? "the largest: " + Wording.count(most.getAsLong(), "reset") : "none recognised";
    }

    private String place() {
        List<CaptureSummary> captures = summary.captures();
        long frames = captures.stream().mapToLong(c -> c.file().frames()).sum();
        String counted = Wording.count(captures.size(), "capture") + ", " + Wording.count(frames, "frame");
        List<CaptureSummary> timed =
                captures.stream().filter(c -> c.file().frames() > 0).toList();
        if (timed.isEmpty()) {
            return counted;
        }
        long first = timed.stream().mapToLong(CaptureSummary::firstNanos).min().orElseThrow();
        long last = timed.stream().mapToLong(CaptureSummary::lastNanos).max().orElseThrow();
        return counted + ", " + UtcTime.span(first, last);
    }

    /** {@code 2026-11-20 15:01:27 to 15:02:47 (1 min 20 s)}. */
    private static String when(long first, long last) {
        String from = UtcTime.iso(first);
        String to = UtcTime.iso(last);
        String begin = from.substring(0, 10) + " " + from.substring(11, 19);
        if (from.substring(0, 19).equals(to.substring(0, 19))) {
            return begin;
        }
        boolean sameDay = from.substring(0, 10).equals(to.substring(0, 10));
        String end = (sameDay ? "" : to.substring(0, 10) + " ") + to.substring(11, 19);
        return begin + " to " + end + " (" + Wording.duration(last - first) + ")";
    }

    private IncidentCard card(Incident incident) {
        List<Link> links = attributions()
                .filter(a -> a.incident().filter(incident.id()::equals).isPresent())
                .limit(MOST_LINKS)
                .sorted(Comparator.comparing(a -> a.reset().segment(), IN_CAPTURE_ORDER))
                .map(a -> new Link(a.id(), a.id()))
                .toList();
        return new IncidentCard(
                incident.id(),
                incident.kind().id(),
                incident.kind().id().replace('-', ' '),
                Wording.shown(incident.statement()),
                Wording.shown(incident.endpoint()),
                Wording.count(incident.count(), "reset"),
                when(incident.firstNanos(), incident.lastNanos()),
                incident.cause().id(),
                incident.cause().title(),
                incident.scope().confidence().label(),
                reach(incident.scope()),
                Wording.shown(incident.scope().wiresharkFilter()),
                links,
                Wording.shown(incident.remedy()),
                Markdown.blocks(Commands.of(incident)));
    }

    private FailureRow row(Failure failure) {
        return new FailureRow(
                failure.kind().title(),
                Wording.shown(FailureTexts.statement(failure)),
                failure.frames().stream().map(this::frame).collect(Collectors.joining(", ")),
                failure.kind().advice(),
                FailureTexts.filter(failure));
    }

    /** A frame's number, with its capture where there are several. */
    private String frame(FrameRef frame) {
        return summary.captures().size() == 1
                ? String.valueOf(frame.number())
                : frame.number() + " of "
                        + Wording.shown(
                                summary.captures().get(frame.capture()).file().path());
    }

    private static IncidentTable table(IncidentKind kind, List<Incident> incidents) {
        return new IncidentTable(
                kind.id(),
                kind.title(),
                incidents.stream()
                        .map(incident -> new IncidentRow(
                                incident.id(),
                                Wording.shown(incident.endpoint()),
                                reach(incident.scope()),
                                Wording.count(incident.count()),
                                when(incident.firstNanos(), incident.lastNanos())))
                        .toList());
    }

    private static String reach(IncidentScope scope) {
        return Wording.count(scope.connections(), "connection")
                + (scope.clients() == 0 ? "" : " of " + Wording.count(scope.clients(), "client"))
                + (scope.endpoints().size() + scope.moreEndpoints() > 1
                        ? " at " + Wording.count(scope.endpoints().size() + scope.moreEndpoints(), "endpoint")
                        : "");
    }

    private static KindText kind(IncidentPage page) {
        return new KindText(
                page.kind().id(),
                page.kind().title(),
                Markdown.blocks(page.meaning()),
                Markdown.blocks(page.noticed()),
                Markdown.blocks(page.remedy()));
    }

    private CauseRow row(CauseCount count) {
        CausePage page = pages.apply(count.cause());
        return new CauseRow(
                count.cause().id(),
                count.cause().title(),
                count.cause().documented(),
                count.cause() == Cause.BENIGN_AFTER_TEARDOWN,
                Wording.count(count.count()),
                Wording.share(count.count(), summary.resets()),
                (int) Math.max(1, 100 * count.count() / Math.max(1, summary.resets())),
                bands(count),
                count.repeats() == 0 ? "" : Wording.count(count.repeats()),
                Markdown.blocks(CauseTexts.meaning(page)),
                Markdown.blocks(page.remedy()),
                attributions().anyMatch(a -> a.cause() == count.cause()));
    }

    private static List<Band> bands(CauseCount count) {
        List<Band> bands = new ArrayList<>();
        long before = 0;
        for (Confidence level : Confidence.values()) {
            long number = number(count, level);
            if (number > 0) {
                double start = 100.0 * before / count.count();
                bands.add(new Band(level.label(), Wording.count(number), start, 100.0 * number / count.count()));
            }
            before += number;
        }
        return bands;
    }

    private static long number(CauseCount count, Confidence level) {
        return switch (level) {
            case CERTAIN -> count.certain();
            case HIGH -> count.high();
            case MEDIUM -> count.medium();
            case LOW -> count.low();
        };
    }

    private List<Group> groups() {
        Map<Cause, List<Rendered>> byCause = rendered.stream()
                .collect(Collectors.groupingBy(reset -> reset.attribution().cause()));
        List<Group> groups = new ArrayList<>();
        for (CauseCount count : summary.causes()) {
            List<Rendered> shown = byCause.getOrDefault(count.cause(), List.of());
            if (!shown.isEmpty()) {
                groups.add(new Group(
                        count.cause().id(),
                        count.cause().title(),
                        Wording.count(shown.size()),
                        Wording.count(count.count()),
                        inCaptureOrder(shown)));
            }
        }
        return groups;
    }

    private static List<TemplateModel> inCaptureOrder(List<Rendered> shown) {
        return shown.stream()
                .sorted(Comparator.comparing(
                        reset -> reset.attribution().reset().segment(), IN_CAPTURE_ORDER))
                .map(Rendered::markup)
                .toList();
    }

    private Stream<Attribution> attributions() {
        return rendered.stream().map(Rendered::attribution);
    }

    private static CaptureRow row(CaptureSummary capture) {
        CaptureFile file = capture.file();
        boolean timed = file.frames() > 0;
        return new CaptureRow(
                Wording.shown(file.path()),
                Wording.shown(file.format()),
                Wording.count(file.frames()),
                Wording.count(capture.tcpSegments()),
                Wording.count(capture.conversations()),
                Wording.count(capture.resets()),
                timed ? UtcTime.iso(file.firstNanos()) : "",
                timed ? UtcTime.iso(file.lastNanos()) : "",
                file.end().name().toLowerCase(Locale.ROOT),
                file.end() == CaptureEnd.COMPLETE,
                file.problems().stream()
                        .limit(MOST_PROBLEMS)
                        .map(Wording::shown)
                        .toList(),
                Math.max(0, file.problems().size() - MOST_PROBLEMS));
    }
}
