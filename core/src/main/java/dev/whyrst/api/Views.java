package dev.whyrst.api;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CaptureSummary;
import dev.whyrst.analysis.CauseCount;
import dev.whyrst.attribution.Alternative;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.capture.CaptureEnd;
import dev.whyrst.capture.CaptureFile;
import dev.whyrst.incident.Incident;
import dev.whyrst.incident.IncidentScope;
import dev.whyrst.timeline.Failure;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Timeline;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an analysis found, in the records of this package. */
final class Views {

    private Views() {}

    static RstFinding finding(Attribution attribution) {
        Segment rst = attribution.reset().segment();
        return new RstFinding(
                attribution.id(),
                rst.at(),
                time(rst.timeNanos()),
                attribution.cause(),
                attribution.confidence(),
                attribution.harm(),
                attribution.effect(),
                attribution.timeline().endpoint(rst.from()),
                conversation(attribution.timeline()),
                attribution.evidence().stream().map(Views::evidence).toList(),
                attribution.alternatives().stream().map(Alternative::cause).toList(),
                attribution.settle(),
                attribution.repeatOf(),
                attribution.incident());
    }

    private static RstConversation conversation(Timeline timeline) {
        return new RstConversation(
                timeline.id().stream(),
                timeline.initiator(),
                timeline.responder(),
                timeline.serverName(),
                timeline.wiresharkFilter());
    }

    private static RstEvidence evidence(Evidence evidence) {
        return new RstEvidence(evidence.stance() == Stance.FOR, evidence.statement(), evidence.frames());
    }

    static RstOverview overview(AnalysisSummary summary) {
        Map<Cause, Long> causes = new LinkedHashMap<>();
        for (CauseCount cause : summary.causes()) {
            causes.put(cause.cause(), cause.count());
        }
        return new RstOverview(
                summary.resets(),
                Collections.unmodifiableMap(causes),
                summary.incidents().stream().map(Views::incident).toList(),
                summary.failures().stream().map(Views::failure).toList(),
                new RstQuality(
                        summary.captures().stream().map(Views::capture).toList(),
                        summary.unseen(),
                        summary.vantage(),
                        summary.notes(),
                        summary.errors().sentences()));
    }

    private static RstIncident incident(Incident incident) {
        IncidentScope scope = incident.scope();
        return new RstIncident(
                incident.id(),
                incident.kind(),
                incident.statement(),
                incident.endpoint(),
                incident.cause(),
                scope.confidence(),
                scope.severity(),
                incident.harm(),
                incident.count(),
                time(incident.firstNanos()),
                time(incident.lastNanos()),
                incident.resets(),
                incident.remedy(),
                scope.fingerprint());
    }

    private static RstFailure failure(Failure failure) {
        return new RstFailure(
                failure.kind(),
                failure.service(),
                failure.connections(),
                failure.clients(),
                failure.frames(),
                failure.detail());
    }

    private static CaptureQuality capture(CaptureSummary capture) {
        CaptureFile file = capture.file();
        boolean timed = file.firstNanos() != 0;
        return new CaptureQuality(
                file.path(),
                file.format(),
                file.frames(),
                capture.tcpSegments(),
                capture.conversations(),
                capture.resets(),
                timed ? Optional.of(time(file.firstNanos())) : Optional.empty(),
                timed ? Optional.of(time(file.lastNanos())) : Optional.empty(),
                file.end() == CaptureEnd.COMPLETE,
                file.problems());
    }

    private static Instant time(long nanos) {
        return Instant.EPOCH.plusNanos(nanos);
    }
}
