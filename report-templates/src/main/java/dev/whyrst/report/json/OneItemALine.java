package dev.whyrst.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;

/**
 * Lays out JSON for line-wise tools: each field of the root, and each item of such a field, stands on a line of its
 * own.
 */
final class OneItemALine implements PrettyPrinter {

    private static final int BROKEN_LEVELS = 2;
    private static final String[] LINE = {"\n", "\n  ", "\n    "};

    private int depth;

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        // There is one root value.
    }

    @Override
    public void writeStartObject(JsonGenerator json) throws IOException {
        json.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) throws IOException {
        breakLine(json);
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(':');
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
        json.writeRaw(',');
        breakLine(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) throws IOException {
        end(json, entries, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) throws IOException {
        json.writeRaw('[');
        depth++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
        breakLine(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(',');
        breakLine(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
        end(json, values, ']');
    }

    private void breakLine(JsonGenerator json) throws IOException {
        if (depth <= BROKEN_LEVELS) {
            json.writeRaw(LINE[depth]);
        }
    }

    private void end(JsonGenerator json, int items, char bracket) throws IOException {
        depth--;
        if (items > 0 && depth < BROKEN_LEVELS) {
            json.writeRaw(LINE[depth]);
        }
        json.writeRaw(bracket);
    }
}
