package dev.whyrst.cli.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A report.json of a few lines, with the fields that a check reads. */
final class ReportText {

    private final List<String> captures = new ArrayList<>();
    private final List<String> incidents = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> resets = new ArrayList<>();
    private int frame = 1;

    /** A whole capture of two minutes. */
    ReportText capture(String path, int conversations) {
        captures.add(
                """
                {"path": "%s", "format": "pcap", "frames": 9, "tcpSegments": 9, "conversations": %d, "resets": 1,
                "firstTimestamp": "2026-03-01T10:00:00.000000000Z", "lastTimestamp": "2026-03-01T10:02:00.000000000Z",
                "end": "complete", "problems": []}"""
                        .formatted(path, conversations));
        return this;
    }

    ReportText damagedCapture(String path) {
        captures.add(
                """
                {"path": "%s", "format": "pcap", "frames": 9, "tcpSegments": 9, "conversations": 3, "resets": 0,
                "firstTimestamp": null, "lastTimestamp": null, "end": "truncated", "problems": ["it ends in frame 10"]}"""
                        .formatted(path));
        return this;
    }

    ReportText emptyCapture(String path) {
        captures.add(
                """
                {"path": "%s", "format": "pcap", "frames": 9, "tcpSegments": 0, "conversations": 0, "resets": 0,
                "firstTimestamp": null, "lastTimestamp": null, "end": "complete", "problems": []}"""
                        .formatted(path));
        return this;
    }

    /** A RST of the responder, with likely harm. */
    ReportText reset(String capture, String cause, String responder) {
        return reset(capture, cause, responder, "responder", "high", "likely", "null");
    }

    ReportText reset(
            String capture,
            String cause,
            String responder,
            String emitter,
            String confidence,
            String harm,
            String repeatOf) {
        int colon = responder.lastIndexOf(':');
        frame++;
        resets.add(
                """
                {"id": "rst-%d", "capture": "%s", "frame": %d, "conversation": {"initiator": {"address": "10.9.0.1", "port": %d},
                "responder": {"address": "%s", "port": %s}, "serverName": "api.example.com"}, "emitter": "%s", "cause": "%s",
                "harm": {"level": "%s", "reason": "x"}, "confidence": {"level": "%s"}, "repeatOf": %s, "peerFrame": null,
                "evidence": [{"stance": "for", "weight": "strong", "statement": "it says so <b>", "frames": [%d]}]}"""
                        .formatted(
                                frame,
                                capture,
                                frame,
                                40_000 + frame,
                                responder.substring(0, colon),
                                responder.substring(colon + 1),
                                emitter,
                                cause,
                                harm,
                                confidence,
                                repeatOf,
                                frame));
        return this;
    }

    ReportText incident(String kind, String endpoint) {
        incidents.add(
                """
                {"id": "incident-1", "kind": "%s", "statement": "it happened", "endpoint": "%s",
                "harm": {"level": "likely", "reason": "x"}, "count": 3}"""
                        .formatted(kind, endpoint));
        return this;
    }

    ReportText failure(String kind, String endpoint, int connections) {
        failures.add(
                """
                {"kind": "%s", "endpoint": "%s", "connections": %d, "statement": "no answer"}"""
                        .formatted(kind, endpoint, connections));
        return this;
    }

    Path write(Path file) throws IOException {
        return Files.writeString(
                file,
                "{\"schemaVersion\": 2,\n\"captures\": " + captures + ",\n\"incidents\": " + incidents
                        + ",\n\"failures\": " + failures + ",\n\"resets\": " + resets + "}\n");
    }
}
