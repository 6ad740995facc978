package dev.whyrst.cli.check;

/** A check as GitLab's code quality report: a list of issues with fingerprints. */
final class GitlabCodeQuality {

    private GitlabCodeQuality() {}

    static String of(CheckResult check) {
        return JsonText.of(json -> {
            json.writeStartArray();
            for (Finding finding : Finding.of(check)) {
                json.writeStartObject();
                json.writeStringField("description", finding.message());
                json.writeStringField("check_name", finding.result().title());
                json.writeStringField("fingerprint", finding.fingerprint());
                json.writeStringField("severity", finding.result().isError() ? "major" : "minor");
                json.writeObjectFieldStart("location");
                json.writeStringField("path", finding.file());
                json.writeObjectFieldStart("lines");
                json.writeNumberField("begin", finding.line());
                json.writeEndObject();
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
