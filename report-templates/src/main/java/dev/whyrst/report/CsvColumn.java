package dev.whyrst.report;

import dev.whyrst.attribution.Alternative;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.net.Endpoint;
import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.IcmpError;
import dev.whyrst.timeline.Segment;
import java.util.List;
import java.util.Optional;

/**
 * A column of {@code resets.csv}.
 *
 * @param header the name in the first row
 * @param cell what a RST has there
 */
record CsvColumn(String header, Cell cell) {

    /** What a RST has in a column; empty for unknown or none. */
    @FunctionalInterface
    interface Cell {
        String of(Attribution attribution, ReportFacts facts);
    }

    /** All columns in their order, which never changes within a schema version. */
    static final List<CsvColumn> ALL = List.of(
            new CsvColumn("id", (a, facts) -> a.id()),
            new CsvColumn("capture", (a, facts) -> facts.path(rst(a).at())),
            new CsvColumn("frame", (a, facts) -> text(rst(a).at().number())),
            new CsvColumn("timestamp", (a, facts) -> UtcTime.iso(rst(a).timeNanos())),
            new CsvColumn("stream", (a, facts) -> text(a.timeline().id().stream())),
            new CsvColumn("chapter", (a, facts) -> text(a.timeline().id().chapter())),
            new CsvColumn(
                    "initiator_address", (a, facts) -> address(a.timeline().initiator())),
            new CsvColumn("initiator_port", (a, facts) -> port(a.timeline().initiator())),
            new CsvColumn(
                    "responder_address", (a, facts) -> address(a.timeline().responder())),
            new CsvColumn("responder_port", (a, facts) -> port(a.timeline().responder())),
            new CsvColumn("roles_from", (a, facts) -> a.timeline().roles().label()),
            new CsvColumn("history", (a, facts) -> a.timeline().history()),
            new CsvColumn("completeness", (a, facts) -> text(a.timeline().completeness())),
            new CsvColumn("encapsulation", (a, facts) -> a.timeline().encapsulation()),
            new CsvColumn("server_name", (a, facts) -> a.timeline().serverName()),
            new CsvColumn("sender_address", (a, facts) -> address(sender(a))),
            new CsvColumn("sender_port", (a, facts) -> port(sender(a))),
            new CsvColumn("emitter", (a, facts) -> a.emitter().label()),
            new CsvColumn("cause", (a, facts) -> a.cause().id()),
            new CsvColumn("documented", (a, facts) -> String.valueOf(a.cause().documented())),
            new CsvColumn("benign", (a, facts) -> String.valueOf(facts.benign(a))),
            new CsvColumn("confidence_level", (a, facts) -> a.confidence().label()),
            new CsvColumn("shape", (a, facts) -> a.shape().label()),
            new CsvColumn("standing", (a, facts) -> a.reset().standing().label()),
            new CsvColumn("rst_flags", (a, facts) -> rst(a).flagNames()),
            new CsvColumn("rst_seq", (a, facts) -> text(rst(a).seq())),
            new CsvColumn("rst_raw_seq", (a, facts) -> Integer.toUnsignedString(rst(a).rawSeq())),
            new CsvColumn("rst_raw_ack", (a, facts) -> Integer.toUnsignedString(rst(a).rawAck())),
            new CsvColumn("rst_window", (a, facts) -> known(rst(a).rawWindow())),
            new CsvColumn("rst_ttl", (a, facts) -> text(rst(a).ttl())),
            new CsvColumn("rst_ip_id", (a, facts) -> text(rst(a).ipId())),
            new CsvColumn("rst_text", (a, facts) -> a.reset().text()),
            new CsvColumn("rst_mptcp_reason", (a, facts) -> known(a.reset().mptcpReason())),
            new CsvColumn("trigger_capture", (a, facts) -> path(triggerFrame(a), facts)),
            new CsvColumn("trigger_frame", (a, facts) -> number(triggerFrame(a))),
            new CsvColumn("trigger_delay_nanos", (a, facts) -> a.trigger()
                    .map(trigger -> text(trigger.delayNanos()))
                    .orElse("")),
            new CsvColumn("evidence", (a, facts) -> evidence(a.evidence(), rst(a).at(), facts)),
            new CsvColumn("alternatives", (a, facts) -> alternatives(a)),
            new CsvColumn("settle", (a, facts) -> a.settle()),
            new CsvColumn("incident", (a, facts) -> a.incident().orElse("")),
            new CsvColumn("repeat_of", (a, facts) -> a.repeatOf().orElse("")),
            new CsvColumn("peer_frame_capture", (a, facts) -> path(a.peerFrame(), facts)),
            new CsvColumn("peer_frame_frame", (a, facts) -> number(a.peerFrame())),
            new CsvColumn("unread_bytes", (a, facts) -> known(a.unreadBytes())),
            new CsvColumn("unacknowledged_bytes", (a, facts) -> known(a.unacknowledgedBytes())),
            new CsvColumn("silence_nanos", (a, facts) -> known(a.silenceNanos())),
            new CsvColumn(
                    "configured_timeout_nanos",
                    (a, facts) -> known(a.configuredTimeoutNanos().orElse(-1))),
            new CsvColumn("application_sees_initiator", (a, facts) -> a.applicationSees()
                    .initiator()),
            new CsvColumn("application_sees_responder", (a, facts) -> a.applicationSees()
                    .responder()),
            new CsvColumn("icmp_errors", (a, facts) -> icmpErrors(a.timeline().icmpErrors(), rst(a).at(), facts)),
            new CsvColumn("wireshark_filter", (a, facts) -> a.timeline().wiresharkFilter()));

    String value(Attribution attribution, ReportFacts facts) {
        return cell.of(attribution, facts);
    }

    private static Segment rst(Attribution attribution) {
        return attribution.reset().segment();
    }

    private static Endpoint sender(Attribution attribution) {
        return attribution.timeline().endpoint(rst(attribution).from());
    }

    private static Optional<FrameRef> triggerFrame(Attribution attribution) {
        return attribution.trigger().map(trigger -> trigger.segment().at());
    }

    private static String address(Endpoint endpoint) {
        return endpoint.address().toString();
    }

    private static String port(Endpoint endpoint) {
        return Integer.toString(endpoint.port());
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    private static String known(long numberOrMinusOne) {
        return numberOrMinusOne < 0 ? "" : text(numberOrMinusOne);
    }

    private static String path(Optional<FrameRef> frame, ReportFacts facts) {
        return frame.map(facts::path).orElse("");
    }

    private static String number(Optional<FrameRef> frame) {
        return frame.map(at -> text(at.number())).orElse("");
    }

    /** {@code for decisive: statement [frame 3, frame 5] | against weak: ...}. */
    private static String evidence(List<Evidence> evidence, FrameRef rst, ReportFacts facts) {
        StringBuilder cell = new StringBuilder();
        for (Evidence fact : evidence) {
            separate(cell);
            cell.append(fact.stance().label()).append(' ').append(fact.weight().label());
            cell.append(": ").append(fact.statement());
            for (int i = 0; i < fact.frames().size(); i++) {
                cell.append(i == 0 ? " [" : ", ");
                appendFrame(cell, fact.frames().get(i), rst, facts);
            }
            cell.append(fact.frames().isEmpty() ? "" : "]");
        }
        return cell.toString();
    }

    private static String alternatives(Attribution attribution) {
        StringBuilder cell = new StringBuilder();
        for (Alternative alternative : attribution.alternatives()) {
            separate(cell);
            cell.append(alternative.cause().id()).append(" (");
            cell.append(alternative.confidence().label()).append(')');
        }
        return cell.toString();
    }

    private static String icmpErrors(List<IcmpError> errors, FrameRef rst, ReportFacts facts) {
        StringBuilder cell = new StringBuilder();
        for (IcmpError error : errors) {
            separate(cell);
            cell.append(error.ipv6() ? "icmpv6" : "icmp").append(" type ").append(error.type());
            cell.append(" code ")
                    .append(error.code())
                    .append(" from ")
                    .append(error.from())
                    .append(" [");
            appendFrame(cell, error.at(), rst, facts);
            cell.append(']');
        }
        return cell.toString();
    }

    private static void separate(StringBuilder cell) {
        if (cell.length() > 0) {
            cell.append(" | ");
        }
    }

    private static void appendFrame(StringBuilder cell, FrameRef frame, FrameRef rst, ReportFacts facts) {
        cell.append("frame ").append(frame.number());
        if (frame.capture() != rst.capture()) {
            cell.append(" of ").append(facts.path(frame));
        }
    }
}
