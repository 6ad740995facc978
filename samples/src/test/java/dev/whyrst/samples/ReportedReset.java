package dev.whyrst.samples;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a report says about a RST. */
record ReportedReset(
        long frame, String cause, String confidence, String emitter, boolean repeat, List<String> reasons) {

    /** Reads an item of {@code resets[]}. */
    static ReportedReset of(JsonNode reset) {
        List<String> reasons = new ArrayList<>();
        addReasons("", reset, reasons);
        for (JsonNode alternative : reset.path("alternatives")) {
            addReasons(alternative.path("cause").asText() + ": ", alternative, reasons);
        }
        return new ReportedReset(
                reset.path("frame").asLong(),
                reset.path("cause").asText(),
                reset.path("confidence").path("level").asText(),
                reset.path("emitter").asText(),
                !reset.path("repeatOf").isNull(),
                reasons);
    }

    private static void addReasons(String prefix, JsonNode holder, List<String> reasons) {
        for (JsonNode evidence : holder.path("evidence")) {
            reasons.add(prefix + evidence.path("stance").asText() + ", "
                    + evidence.path("weight").asText() + ": "
                    + evidence.path("statement").asText());
        }
    }
}
