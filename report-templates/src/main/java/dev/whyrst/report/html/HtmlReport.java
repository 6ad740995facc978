package dev.whyrst.report.html;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.Glance;
import dev.whyrst.analysis.ReportSink;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.CausePage;
import dev.whyrst.incident.Incident;
import dev.whyrst.report.html.PageViews.Rendered;
import dev.whyrst.report.html.drawing.ResetsOverTime;
import dev.whyrst.report.text.CauseTexts;
import dev.whyrst.report.text.ReportFacts;
import dev.whyrst.timeline.FrameRef;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModelException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes {@code report.html}: one file that loads nothing, runs nothing, and reads without its style sheet.
 *
 * <p>Captures hold millions of RSTs, readers have one morning: the page shows the best few dozen in detail, each cause
 * and each incident among them, and counts the others. Memory and size are bounded whatever the number of RSTs.
 */
public final class HtmlReport implements ReportSink {

    /** How many RSTs are shown in detail unless told otherwise. */
    public static final int DEFAULT_LIMIT = 60;

    /** Characters of markup that the RSTs in detail may fill. */
    private static final int ROOM = 2_800_000;

    private final OutputStream out;
    private final String toolVersion;
    private final FrameBytes frameBytes;
    private final int limit;
    private final Function<Cause, CausePage> pages;
    private final FutureTask<Templates> templates = new FutureTask<>(Templates::new);
    private AnalysisSummary summary;
    private ReportFacts facts;
    private BestResets best;
    private ResetsOverTime pulse;

    /**
     * @param out where the page goes, closed by {@link #close}
     * @param toolVersion the version of whyrst
     * @param frameBytes the bytes of the frames that are shown, asked once
     */
    public HtmlReport(OutputStream out, String toolVersion, FrameBytes frameBytes) {
        this(out, toolVersion, frameBytes, DEFAULT_LIMIT);
    }

    /** @param limit how many RSTs are shown in detail at the most */
    public HtmlReport(OutputStream out, String toolVersion, FrameBytes frameBytes, int limit) {
        this(out, toolVersion, frameBytes, limit, CauseTexts::page);
    }

    HtmlReport(
            OutputStream out, String toolVersion, FrameBytes frameBytes, int limit, Function<Cause, CausePage> pages) {
        this.out = out;
        this.toolVersion = toolVersion;
        this.frameBytes = frameBytes;
        this.limit = limit;
        this.pages = pages;
    }

    /** Loads the templates, which takes about as long as a small capture. */
    @Override
    public void prepare() {
        Thread thread = new Thread(templates, "templates");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void begin(AnalysisSummary complete) {
        summary = complete;
        facts = new ReportFacts(complete);
        best = new BestResets(limit, complete);
        pulse = new ResetsOverTime(complete);
    }

    @Override
    public boolean choosy() {
        return true;
    }

    @Override
    public boolean wants(Glance reset) {
        pulse.add(reset);
        return best.wouldTake(reset);
    }

    @Override
    public void accept(Attribution attribution) {
        best.offer(attribution);
    }

    @Override
    public void finish() throws IOException {
        try {
            Templates prepared = prepared();
            Pictures pictures = new Pictures(summary.errors());
            String overTime = pictures.drawn("resets over time", pulse::draw);
            View.Page page = new PageViews(summary, pages, details(prepared, pictures)).page(overTime, toolVersion);
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            prepared.render(Templates.PAGE, Map.of("page", page), writer);
            writer.flush();
        } catch (TemplateModelException e) {
            throw new IllegalStateException("FreeMarker takes no markup", e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private Templates prepared() throws IOException {
        // Nothing happens here if it has been done.
        templates.run();
        try {
            return templates.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the templates cannot be loaded", e.getCause());
        }
    }

    /** The markup of each RST that the page has room for, in the order of their use. */
    private List<Rendered> details(Templates prepared, Pictures pictures) throws IOException, TemplateModelException {
        List<Attribution> chosen = best.inOrderOfUse();
        ResetViews views = new ResetViews(facts, bytesOf(chosen), onPage(chosen), pictures);
        List<Rendered> rendered = new ArrayList<>();
        int room = ROOM;
        for (Attribution attribution : chosen) {
            StringWriter markup = new StringWriter();
            View.Reset view = views.of(attribution, PageViews.opened(summary));
            prepared.render(Templates.RESET, Map.of("reset", view), markup);
            room -= markup.getBuffer().length();
            if (room < 0) {
                break;
            }
            rendered.add(new Rendered(attribution, HTMLOutputFormat.INSTANCE.fromMarkup(markup.toString())));
        }
        return rendered;
    }

    private Set<String> onPage(List<Attribution> chosen) {
        Set<String> ids = new HashSet<>();
        chosen.forEach(attribution -> ids.add(attribution.id()));
        summary.incidents().stream()
                .limit(PageViews.MOST_INCIDENTS)
                .map(Incident::id)
                .forEach(ids::add);
        return ids;
    }

    /** A report without anatomy is better than none. */
    private Map<FrameRef, RawFrame> bytesOf(List<Attribution> chosen) {
        try {
            return frameBytes.read(
                    chosen.stream().map(a -> a.reset().segment().at()).collect(Collectors.toUnmodifiableSet()));
        } catch (IOException gone) {
            return Map.of();
        }
    }
}
