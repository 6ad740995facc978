package dev.whyrst.report.text;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CaptureSummary;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Trigger;
import dev.whyrst.capture.CaptureEnd;
import dev.whyrst.incident.Incident;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.net.Endpoint;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The verdicts in words: of a whole analysis, and of one RST.
 *
 * <p>Public for the formats.
 */
public final class Sentences {

    private static final int MOST_ALARMS = 3;

    /** 1980: nobody recorded TCP before; made captures begin in 1970. */
    private static final long EARLIEST_NANOS = 315_532_800L * 1_000_000_000L;

    /** Two years: longer recordings are one with a wrong clock. */
    private static final long LONGEST_NANOS = 2 * 365L * 86_400L * 1_000_000_000L;

    /** An incident of a smaller part of all resets than one of so many is none that the whole could be told by. */
    private static final long CRUMB = 50;

    /** From so many incidents of a kind on the kind is told, not one of them. */
    private static final int MANY_OF_A_KIND = 4;

    private Sentences() {}

    /**
     * What a reader wants to know first.
     *
     * @param only the RST, where the analysis has exactly one
     */
    public static String headline(AnalysisSummary summary, Optional<Attribution> only) {
        if (summary.resets() == 0) {
            return nothingReset(summary);
        }
        if (only.isPresent()) {
            return verdict(only.get());
        }
        if (summary.harm().none() == summary.events()) {
            return "All " + Wording.count(summary.events()) + " resets did no harm" + harmless(summary);
        }
        return worst(summary)
                .map(event -> byEvent(summary, event))
                .orElseGet(() -> byCause(summary) + ofUnknownEffect(summary));
    }

    /** What makes the whole report doubtful: damage of the inputs, and times that cannot be true; at most a few sentences. */
    public static List<String> alarms(AnalysisSummary summary) {
        List<String> alarms = new ArrayList<>();
        for (CaptureSummary capture : summary.captures()) {
            if (alarms.size() < MOST_ALARMS && !summary.nothingRead()) {
                alarm(capture).ifPresent(alarms::add);
            }
        }
        return alarms;
    }

    private static Optional<String> alarm(CaptureSummary capture) {
        String path = Wording.shown(capture.file().path());
        if (capture.file().end() != CaptureEnd.COMPLETE) {
            if (capture.file().frames() == 0) {
                return Optional.of(path + " could not be read: nothing that is said is about it.");
            }
            String how = capture.file().end() == CaptureEnd.TRUNCATED ? " is cut off" : " is damaged";
            return Optional.of(path + how + ": what is said holds for the part that could be read.");
        }
        boolean timed = capture.file().frames() > 0;
        boolean wrong = timed
                && (capture.file().firstNanos() < EARLIEST_NANOS
                        || capture.file().lastNanos() - capture.file().firstNanos() > LONGEST_NANOS);
        return wrong
                ? Optional.of(path + " has times that cannot be true ("
                        + UtcTime.iso(capture.file().firstNanos()) + " to "
                        + UtcTime.iso(capture.file().lastNanos()) + "): durations and delays may be wrong.")
                : Optional.empty();
    }

    /** Who reset which connection, and why. */
    public static String verdict(Attribution attribution) {
        Timeline timeline = attribution.timeline();
        Side from = attribution.reset().from();
        Endpoint sender = timeline.endpoint(from);
        Endpoint peer = timeline.endpoint(from.opposite());
        String why = attribution.cause() == Cause.UNDETERMINED
                ? "; the capture does not tell why."
                : ": " + Wording.inSentence(attribution.cause().title()) + ".";
        if (attribution.emitter() == Emitter.MIDDLEBOX) {
            return "A device on the path reset the connection of " + peer + " in the name of " + sender + why;
        }
        if (attribution.emitter() == Emitter.UNKNOWN) {
            return sender + ", or somebody in its name, reset the connection with " + peer + why;
        }
        boolean refused = attribution
                .trigger()
                .map(Trigger::segment)
                .filter(Segment::isInitialSyn)
                .isPresent();
        return sender + (refused ? " refused the connection of " : " reset its connection with ") + peer + why;
    }

    /** What was lost, as far as that is known; empty where it is not. */
    public static String losses(Attribution attribution) {
        String unread = attribution.unreadBytes() > 0
                ? "up to " + Wording.count(attribution.unreadBytes(), "byte")
                        + " acknowledged that may never have been read"
                : "";
        String unacknowledged = attribution.unacknowledgedBytes() > 0
                ? Wording.count(attribution.unacknowledgedBytes(), "byte") + " sent, but never acknowledged"
                : "";
        if (!unread.isEmpty() && !unacknowledged.isEmpty()) {
            return unread + "; " + unacknowledged;
        }
        boolean nothing = attribution.unreadBytes() == 0 && attribution.unacknowledgedBytes() == 0;
        return nothing ? "nothing" : unread + unacknowledged;
    }

    private static String nothingReset(AnalysisSummary summary) {
        if (summary.nothingRead()) {
            return "Nothing could be read: this report says nothing about any connection.";
        }
        boolean whole = summary.unseen() == 0
                && summary.captures().stream().allMatch(c -> c.file().end() == CaptureEnd.COMPLETE);
        String where = summary.captures().size() == 1 ? "in this capture" : "in these captures";
        String said = "No connection was reset " + where + (whole ? "." : ", as far as it could be read.");
        if (!summary.failures().isEmpty()) {
            return said + " But " + failures(summary);
        }
        if (summary.silentDeaths() == 1) {
            return said + " But one died in silence: its retries were exhausted without any RST.";
        }
        if (summary.silentDeaths() > 1) {
            return said + " But " + Wording.count(summary.silentDeaths())
                    + " died in silence: their retries were exhausted without any RST.";
        }
        boolean noTcp = summary.captures().stream()
                        .mapToLong(CaptureSummary::tcpSegments)
                        .sum()
                == 0;
        if (!noTcp) {
            return said;
        }
        return said
                + (summary.options().containsKey("filter")
                        ? " The frames that match the filter hold no TCP segment."
                        : " It holds no TCP segment at all.");
    }

    /** The failure of most connections, and how many others there are. */
    private static String failures(AnalysisSummary summary) {
        int others = summary.failures().size() - 1;
        String first = FailureTexts.statement(summary.failures().get(0));
        return others == 0
                ? first + "."
                : first + "; " + Wording.count(others, "other failure") + " without a reset "
                        + (others == 1 ? "is" : "are") + " listed below.";
    }

    /** The worst that did harm, or may have; the incidents come in that order. */
    private static Optional<Incident> worst(AnalysisSummary summary) {
        return summary.incidents().stream()
                .filter(incident -> !incident.harm().isNone())
                .findFirst()
                .filter(incident -> incident.kind() != IncidentKind.NORMAL_NOISE);
    }

    /** What harmless resets belong to: a scan is told as one. */
    private static String harmless(AnalysisSummary summary) {
        return summary.incidents().stream()
                .filter(incident -> incident.kind() != IncidentKind.NORMAL_NOISE)
                .findFirst()
                .map(incident -> ": " + Wording.shown(incident.statement()))
                .orElseGet(() -> mostFrequent(summary));
    }

    /** What cannot be seen is said: silence about it would read as if nothing had happened. */
    private static String ofUnknownEffect(AnalysisSummary summary) {
        return summary.harm().unknown() == 0
                ? ""
                : " What " + Wording.count(summary.harm().unknown())
                        + " of them did to the applications cannot be seen.";
    }

    /** The worst incident; where there are many of its kind, the kind; and how much of all that is. */
    private static String byEvent(AnalysisSummary summary, Incident event) {
        List<Incident> alike = summary.incidents().stream()
                .filter(incident -> incident.kind() == event.kind())
                .toList();
        String statement = Wording.shown(event.statement());
        if (event.count() * CRUMB < summary.events()) {
            return byCause(summary) + " The worst of "
                    + Wording.count(summary.incidents().size(), "incident") + ", with " + Wording.count(event.count())
                    + " of them: " + statement;
        }
        if (alike.size() >= MANY_OF_A_KIND) {
            long connections = alike.stream()
                    .mapToLong(incident -> incident.scope().connections())
                    .sum();
            return event.kind().title() + ", " + Wording.count(alike.size()) + " times, with "
                    + Wording.count(connections, "connection") + " in all. The worst: " + statement;
        }
        return event.count() == summary.events() ? statement : statement + " " + share(summary, event);
    }

    /** A crumb must not pass for the whole. */
    private static String share(AnalysisSummary summary, Incident event) {
        return "That is " + Wording.count(event.count()) + " of " + Wording.count(summary.events(), "reset") + ".";
    }

    private static String byCause(AnalysisSummary summary) {
        if (summary.causes().size() == 1) {
            return "All " + Wording.count(summary.resets()) + " resets have one cause" + mostFrequent(summary);
        }
        return Wording.count(summary.resets(), "reset") + " of "
                + Wording.count(summary.causes().size(), "cause")
                + ", the most frequent with "
                + Wording.count(summary.causes().get(0).count())
                + mostFrequent(summary);
    }

    private static String mostFrequent(AnalysisSummary summary) {
        return ": " + Wording.inSentence(summary.causes().get(0).cause().title()) + ".";
    }
}
