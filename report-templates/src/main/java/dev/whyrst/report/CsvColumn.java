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
 * @param foreign whether its cells may hold text from packets or from the user
 * @param cell what a RST has there
 */
record CsvColumn(String header, boolean foreign, Cell cell) {

    /** Long enough for most cells. */
    private static final int EVIDENCE_LENGTH = 512;

    /** What a RST has in a column; empty for unknown or none. */
    @FunctionalInterface
    interface Cell {
        String of(Attribution attribution, ReportFacts facts);
    }

    /** All columns in their order, which never changes within a schema version. */
    static final List<CsvColumn> ALL = List.of(
            own("id", (a, facts) -> a.id()),
            foreign("capture", (a, facts) -> facts.path(rst(a).at())),
            own("frame", (a, facts) -> text(rst(a).at().number())),
            own("timestamp", (a, facts) -> UtcTime.iso(rst(a).timeNanos())),
            own("stream", (a, facts) -> text(a.timeline().id().stream())),
            own("chapter", (a, facts) -> text(a.timeline().id().chapter())),
            own(
                    "initiator_address",
                    (a, facts) -> facts.text(a.timeline().initiator().address())),
            own("initiator_port", (a, facts) -> port(a.timeline().initiator())),
            own(
                    "responder_address",
                    (a, facts) -> facts.text(a.timeline().responder().address())),
            own("responder_port", (a, facts) -> port(a.timeline().responder())),
            own("roles_from", (a, facts) -> a.timeline().roles().label()),
            foreign("history", (a, facts) -> a.timeline().history()),
            own("completeness", (a, facts) -> text(a.timeline().completeness())),
            foreign("encapsulation", (a, facts) -> a.timeline().encapsulation()),
            foreign("server_name", (a, facts) -> a.timeline().serverName()),
            own("sender_address", (a, facts) -> facts.text(sender(a).address())),
            own("sender_port", (a, facts) -> port(sender(a))),
            own("emitter", (a, facts) -> a.emitter().label()),
            own("cause", (a, facts) -> a.cause().id()),
            own("documented", (a, facts) -> String.valueOf(a.cause().documented())),
            own("benign", (a, facts) -> String.valueOf(facts.benign(a))),
            own("confidence_level", (a, facts) -> a.confidence().label()),
            own("shape", (a, facts) -> a.shape().label()),
            own("standing", (a, facts) -> a.reset().standing().label()),
            own("rst_flags", (a, facts) -> rst(a).flagNames()),
            own("rst_seq", (a, facts) -> text(rst(a).seq())),
            own("rst_raw_seq", (a, facts) -> Integer.toUnsignedString(rst(a).rawSeq())),
            own("rst_raw_ack", (a, facts) -> Integer.toUnsignedString(rst(a).rawAck())),
            own("rst_window", (a, facts) -> known(rst(a).rawWindow())),
            own("rst_ttl", (a, facts) -> text(rst(a).ttl())),
            own("rst_ip_id", (a, facts) -> text(rst(a).ipId())),
            foreign("rst_text", (a, facts) -> a.reset().text()),
            own("rst_mptcp_reason", (a, facts) -> known(a.reset().mptcpReason())),
            foreign("trigger_capture", (a, facts) -> path(triggerFrame(a), facts)),
            own("trigger_frame", (a, facts) -> number(triggerFrame(a))),
            own("trigger_delay_nanos", (a, facts) -> a.trigger()
                    .map(trigger -> text(trigger.delayNanos()))
                    .orElse("")),
            foreign("evidence", (a, facts) -> evidence(a.evidence(), rst(a).at(), facts)),
            own("alternatives", (a, facts) -> alternatives(a)),
            foreign("settle", (a, facts) -> a.settle()),
            own("incident", (a, facts) -> a.incident().orElse("")),
            own("repeat_of", (a, facts) -> a.repeatOf().orElse("")),
            foreign("peer_frame_capture", (a, facts) -> path(a.peerFrame(), facts)),
            own("peer_frame_frame", (a, facts) -> number(a.peerFrame())),
            own("unread_bytes", (a, facts) -> known(a.unreadBytes())),
            own("unacknowledged_bytes", (a, facts) -> known(a.unacknowledgedBytes())),
            own("silence_nanos", (a, facts) -> known(a.silenceNanos())),
            own(
                    "configured_timeout_nanos",
                    (a, facts) -> known(a.configuredTimeoutNanos().orElse(-1))),
            foreign("application_sees_initiator", (a, facts) -> a.applicationSees()
                    .initiator()),
            foreign("application_sees_responder", (a, facts) -> a.applicationSees()
                    .responder()),
            foreign("icmp_errors", (a, facts) -> icmpErrors(a.timeline().icmpErrors(), rst(a).at(), facts)),
            own("wireshark_filter", (a, facts) -> a.timeline().wiresharkFilter()));

    /** What the RST has in this column, safe to be opened in a spreadsheet. */
    String value(Attribution attribution, ReportFacts facts) {
        String value = cell.of(attribution, facts);
        return foreign ? SpreadsheetCell.of(value) : value;
    }

    private static CsvColumn own(String header, Cell cell) {
        return new CsvColumn(header, false, cell);
    }

    private static CsvColumn foreign(String header, Cell cell) {
        return new CsvColumn(header, true, cell);
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
        StringBuilder cell = new StringBuilder(EVIDENCE_LENGTH);
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
