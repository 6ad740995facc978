package dev.whyrst.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CaptureSummary;
import dev.whyrst.analysis.CauseCount;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.CausePage;
import dev.whyrst.capture.CaptureFile;
import dev.whyrst.incident.Incident;
import dev.whyrst.incident.IncidentScope;
import dev.whyrst.report.text.CauseTexts;
import dev.whyrst.report.text.FailureTexts;
import dev.whyrst.report.text.UtcTime;
import dev.whyrst.report.text.VisibleText;
import dev.whyrst.timeline.Failure;
import dev.whyrst.timeline.FrameRef;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Writes the part of {@code report.json} that does not grow with the number of RSTs. */
final class JsonSummary {

    private final JsonGenerator json;
    private final Function<Cause, CausePage> pages;

    JsonSummary(JsonGenerator json, Function<Cause, CausePage> pages) {
        this.json = json;
        this.pages = pages;
    }

    void write(AnalysisSummary summary, String toolVersion) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", "whyrst");
        json.writeStringField("version", toolVersion);
        json.writeEndObject();
        options(summary.options());
        totals(summary);
        captures(summary.captures());
        causes(summary.causes());
        incidents(summary.incidents());
        failures(summary);
    }

    private void options(Map<String, String> options) throws IOException {
        json.writeObjectFieldStart("options");
        for (Map.Entry<String, String> option : options.entrySet()) {
            text(option.getKey(), option.getValue());
        }
        json.writeEndObject();
    }

    private void totals(AnalysisSummary summary) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("resets", summary.resets());
        json.writeObjectFieldStart("harm");
        json.writeNumberField("none", summary.harm().none());
        json.writeNumberField("unknown", summary.harm().unknown());
        json.writeNumberField("likely", summary.harm().likely());
        json.writeNumberField("certain", summary.harm().certain());
        json.writeEndObject();
        json.writeNumberField("silentDeaths", summary.silentDeaths());
        text("vantage", summary.vantage());
        texts("notes", summary.notes());
        json.writeEndObject();
    }

    private void captures(List<CaptureSummary> captures) throws IOException {
        json.writeArrayFieldStart("captures");
        for (CaptureSummary capture : captures) {
            capture(capture);
        }
        json.writeEndArray();
    }

    private void capture(CaptureSummary capture) throws IOException {
        CaptureFile file = capture.file();
        json.writeStartObject();
        text("path", file.path());
        text("format", file.format());
        json.writeNumberField("frames", file.frames());
        json.writeNumberField("tcpSegments", capture.tcpSegments());
        json.writeNumberField("conversations", capture.conversations());
        json.writeNumberField("resets", capture.resets());
        time("firstTimestamp", file.frames() > 0, file.firstNanos());
        time("lastTimestamp", file.frames() > 0, file.lastNanos());
        json.writeStringField("end", file.end().name().toLowerCase(Locale.ROOT));
        texts("problems", file.problems());
        json.writeEndObject();
    }

    private void causes(List<CauseCount> counts) throws IOException {
        json.writeObjectFieldStart("causes");
        for (CauseCount count : counts) {
            cause(count);
        }
        json.writeEndObject();
    }

    private void cause(CauseCount count) throws IOException {
        Cause cause = count.cause();
        CausePage page = pages.apply(cause);
        json.writeObjectFieldStart(cause.id());
        json.writeStringField("title", cause.title());
        json.writeBooleanField("documented", cause.documented());
        json.writeStringField("meaning", CauseTexts.meaning(page));
        json.writeStringField("remedy", page.remedy());
        json.writeNumberField("count", count.count());
        json.writeNumberField("repeats", count.repeats());
        json.writeObjectFieldStart("confidence");
        json.writeNumberField("certain", count.certain());
        json.writeNumberField("high", count.high());
        json.writeNumberField("medium", count.medium());
        json.writeNumberField("low", count.low());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void incidents(List<Incident> incidents) throws IOException {
        json.writeArrayFieldStart("incidents");
        for (Incident incident : incidents) {
            incident(incident);
        }
        json.writeEndArray();
    }

    private void incident(Incident incident) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", incident.id());
        json.writeStringField("kind", incident.kind().id());
        json.writeStringField("cause", incident.cause().id());
        text("statement", incident.statement());
        text("endpoint", incident.endpoint());
        json.writeObjectFieldStart("harm");
        json.writeStringField("level", incident.harm().level().label());
        json.writeStringField("reason", incident.harm().reason());
        json.writeEndObject();
        scope(incident.scope());
        json.writeNumberField("count", incident.count());
        time("firstTimestamp", true, incident.firstNanos());
        time("lastTimestamp", true, incident.lastNanos());
        json.writeNumberField("durationNanos", Math.max(0, incident.lastNanos() - incident.firstNanos()));
        texts("resets", incident.resets());
        json.writeNumberField(
                "resetsOmitted", incident.count() - incident.resets().size());
        text("remedy", incident.remedy());
        json.writeEndObject();
    }

    private void failures(AnalysisSummary summary) throws IOException {
        json.writeArrayFieldStart("failures");
        for (Failure failure : summary.failures()) {
            json.writeStartObject();
            json.writeStringField("kind", failure.kind().id());
            text("endpoint", failure.service().toString());
            json.writeNumberField("endpoints", failure.services());
            json.writeNumberField("connections", failure.connections());
            json.writeNumberField("clients", failure.clients());
            text("statement", FailureTexts.statement(failure) + ".");
            text("detail", failure.detail());
            text("advice", failure.kind().advice());
            json.writeArrayFieldStart("frames");
            for (FrameRef frame : failure.frames()) {
                json.writeStartObject();
                text("capture", summary.captures().get(frame.capture()).file().path());
                json.writeNumberField("frame", frame.number());
                json.writeEndObject();
            }
            json.writeEndArray();
            text("wiresharkFilter", FailureTexts.filter(failure));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void scope(IncidentScope scope) throws IOException {
        json.writeObjectFieldStart("confidence");
        json.writeStringField("level", scope.confidence().label());
        json.writeEndObject();
        json.writeStringField("severity", scope.severity().label());
        json.writeNumberField("connections", scope.connections());
        json.writeNumberField("clients", scope.clients());
        texts("endpoints", scope.endpoints());
        json.writeNumberField("endpointsOmitted", scope.moreEndpoints());
        texts("names", scope.names());
        json.writeObjectFieldStart("causes");
        for (Map.Entry<Cause, Long> cause : scope.causes().entrySet()) {
            json.writeNumberField(cause.getKey().id(), cause.getValue());
        }
        json.writeEndObject();
        text("wiresharkFilter", scope.wiresharkFilter());
        text("fingerprint", scope.fingerprint());
    }

    private void text(String name, String value) throws IOException {
        json.writeStringField(name, VisibleText.encodable(value));
    }

    private void texts(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(VisibleText.encodable(value));
        }
        json.writeEndArray();
    }

    private void time(String name, boolean known, long nanos) throws IOException {
        if (known) {
            json.writeStringField(name, UtcTime.iso(nanos));
        } else {
            json.writeNullField(name);
        }
    }
}
