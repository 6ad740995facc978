package dev.whyrst.cli.check;

import dev.whyrst.net.Endpoint;
import dev.whyrst.report.text.VisibleText;
import dev.whyrst.text.Counts;
import java.util.List;

/** Events in one line. */
final class ExampleText {

    private ExampleText() {}

    /** Each event in a line of its own, which begins with a line end. */
    static String lines(List<Event> events, List<Recording> recordings) {
        StringBuilder text = new StringBuilder();
        events.forEach(event -> text.append('\n').append(of(event, recordings)));
        return text.toString();
    }

    /** What happened, where, and which frame shows it. */
    static String of(Event event, List<Recording> recordings) {
        StringBuilder text = new StringBuilder(event.name());
        if (!event.party().isEmpty()) {
            text.append(" by the ").append(event.party());
        }
        List<Endpoint> endpoints = event.endpoints();
        if (!endpoints.isEmpty()) {
            text.append(" at ").append(endpoints.get(0));
        }
        if (endpoints.size() > 1) {
            text.append(" and ").append(Counts.of(endpoints.size() - 1L, "other"));
        }
        if (event.count() > 1) {
            text.append(", ").append(Counts.of(event.count(), "connection"));
        }
        if (!event.confidence().isEmpty()) {
            text.append(", ").append(event.confidence());
        }
        if (event.frame() > 0) {
            text.append(", frame ").append(event.frame());
            if (recordings.size() > 1) {
                text.append(" of ").append(recordings.get(event.capture()).path());
            }
        }
        if (!event.statement().isEmpty()) {
            text.append(": ").append(event.statement());
        }
        return VisibleText.of(text.toString());
    }
}
