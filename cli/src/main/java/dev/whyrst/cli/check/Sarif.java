package dev.whyrst.cli.check;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * A check as SARIF 2.1.0 (OASIS): each rule of the policy is a rule, each broken one has results at its line of the policy.
 * The results stay far below the 5,000 that GitHub shows of a run.
 */
final class Sarif {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final int MOST_RESULTS = 1000;

    private Sarif() {}

    static String of(CheckResult check) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            run(json, check);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void run(JsonGenerator json, CheckResult check) throws IOException {
        List<RuleResult> rules = check.all();
        json.writeStartObject();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "whyrst");
        json.writeArrayFieldStart("rules");
        for (RuleResult rule : rules) {
            rule(json, rule);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("results");
        List<Finding> findings = Finding.of(check);
        List<String> ids = new ArrayList<>();
        rules.forEach(rule -> ids.add(id(rule)));
        for (Finding finding : findings.subList(0, Math.min(MOST_RESULTS, findings.size()))) {
            result(json, finding, ids.indexOf(id(finding.result())));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, RuleResult rule) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id(rule));
        json.writeObjectFieldStart("shortDescription");
        json.writeStringField("text", rule.title());
        json.writeEndObject();
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeBooleanField("enabled", rule.level() != Level.OFF);
        json.writeStringField("level", level(rule));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, Finding finding, int index) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", id(finding.result()));
        json.writeNumberField("ruleIndex", index);
        json.writeStringField("level", level(finding.result()));
        json.writeObjectFieldStart("message");
        json.writeStringField("text", finding.message());
        json.writeEndObject();
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(finding.file()));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", finding.line());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("whyrst/v1", finding.fingerprint());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String level(RuleResult rule) {
        return switch (rule.level()) {
            case ERROR -> "error";
            case WARN -> "warning";
            case OFF -> "none";
        };
    }

    /** Ids are short words: GitHub shows them, and takes no more than 255 characters. */
    private static String id(RuleResult rule) {
        return rule.title().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String uri(String file) {
        try {
            return new URI(null, null, file, null).getRawPath();
        } catch (URISyntaxException e) {
            return "policy";
        }
    }
}
