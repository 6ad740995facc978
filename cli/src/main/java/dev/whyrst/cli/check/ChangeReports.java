package dev.whyrst.cli.check;

import dev.whyrst.report.text.VisibleText;
import java.util.List;
import java.util.Locale;

/** How two recordings differ, for people and for scripts. */
public final class ChangeReports {

    private static final int MOST = 1000;

    private ChangeReports() {}

    /** One line for each change, the alike left out. */
    public static String text(List<Change> changes) {
        StringBuilder text = new StringBuilder();
        for (Change change : changes) {
            if (change.kind() != Change.Kind.ALIKE) {
                text.append(String.format(
                        Locale.ROOT,
                        "%-9s %8d -> %-8d (%.2f -> %.2f of 1,000 conversations)  ",
                        change.kind().id(),
                        change.before(),
                        change.after(),
                        change.perThousandBefore(),
                        change.perThousandAfter()));
                text.append(VisibleText.of(change.fingerprint())).append('\n');
            }
        }
        return text.length() == 0 ? "no difference\n" : text.toString();
    }

    /** A table of all changes. */
    public static String markdown(List<Change> changes) {
        return MarkdownSummary.changes(changes, MOST);
    }

    /** A list of all changes. */
    public static String json(List<Change> changes) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("changes");
            for (Change change : changes) {
                json.writeStartObject();
                json.writeStringField("fingerprint", change.fingerprint());
                json.writeStringField("change", change.kind().id());
                json.writeNumberField("before", change.before());
                json.writeNumberField("after", change.after());
                json.writeNumberField("perThousandBefore", change.perThousandBefore());
                json.writeNumberField("perThousandAfter", change.perThousandAfter());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
