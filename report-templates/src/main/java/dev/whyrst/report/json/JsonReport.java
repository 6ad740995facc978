package dev.whyrst.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.ReportSink;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.CausePage;
import dev.whyrst.report.text.CauseTexts;
import dev.whyrst.report.text.ReportFacts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;

/**
 * Writes {@code report.json}: the summary first, then a line for each RST, so that memory does not grow with their
 * number.
 *
 * <p>The resource {@code report.schema.json} beside this class describes every field. Characters outside ASCII are
 * written as escapes, which keeps hostile text harmless on a terminal and loses nothing.
 */
public final class JsonReport implements ReportSink {

    /** Version of the names and meanings in {@code report.json} and {@code resets.csv}. */
    public static final int SCHEMA_VERSION = 2;

    private static final String NEW_ITEM = "\n    ";

    private final JsonFactory factory;
    private final OutputStream out;
    private final JsonGenerator items;
    private final String toolVersion;
    private final Function<Cause, CausePage> pages;
    private JsonReset resets;
    private boolean first = true;

    /**
     * @param out where the report goes, closed by {@link #close}
     * @param toolVersion the version of whyrst
     */
    public JsonReport(OutputStream out, String toolVersion) throws IOException {
        this(out, toolVersion, CauseTexts::page);
    }

    JsonReport(OutputStream out, String toolVersion, Function<Cause, CausePage> pages) throws IOException {
        // A report that was not finished must not look finished, so nothing is closed behind our back.
        this.factory = new JsonFactoryBuilder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .rootValueSeparator("," + NEW_ITEM)
                .build()
                .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        this.out = out;
        this.items = factory.createGenerator(out);
        this.toolVersion = toolVersion;
        this.pages = pages;
    }

    /** Writes the report up to its last field, the RSTs, which have a generator of their own: it lays nothing out. */
    @Override
    public void begin(AnalysisSummary summary) throws IOException {
        try (JsonGenerator json = factory.createGenerator(out).setPrettyPrinter(new OneItemALine())) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            new JsonSummary(json, pages).write(summary, toolVersion);
            json.writeArrayFieldStart("resets");
        }
        resets = new JsonReset(items, new ReportFacts(summary));
    }

    @Override
    public void accept(Attribution attribution) throws IOException {
        if (first) {
            items.writeRaw(NEW_ITEM);
            first = false;
        }
        resets.write(attribution);
    }

    @Override
    public void finish() throws IOException {
        items.writeRaw(first ? "]\n}\n" : "\n  ]\n}\n");
        items.flush();
    }

    @Override
    public void close() throws IOException {
        items.close();
    }
}
