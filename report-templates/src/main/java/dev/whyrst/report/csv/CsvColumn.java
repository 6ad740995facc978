package dev.whyrst.report.csv;

import dev.whyrst.attribution.Alternative;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.NotConsidered;
import dev.whyrst.net.Endpoint;
import dev.whyrst.report.text.ReportFacts;
import dev.whyrst.report.text.UtcTime;
import dev.whyrst.report.text.Utf8Text;
import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.IcmpError;
import dev.whyrst.timeline.Segment;
import java.util.List;
import java.util.Optional;

/**
 * A column of {@code resets.csv}.
 *
 * @param header the name in the first row
 * @param foreign whether its cells may hold text from packets or from the user, or what CSV must quote
 * @param cell what a RST has there
 */
record CsvColumn(String header, boolean foreign, Cell cell) {

    private static final String SEPARATOR = " | ";

    /** Appends what a RST has in a column; nothing for unknown or none. */
    @FunctionalInterface
    interface Cell {
        void append(Utf8Text row, Attribution attribution, ReportFacts facts);
    }

    /** All columns in their order, which never changes within a schema version. */
    static final List<CsvColumn> ALL = List.of(
            own("id", (row, a, facts) -> row.append(a.id())),
            foreign("capture", (row, a, facts) -> row.append(facts.path(rst(a).at()))),
            own("frame", (row, a, facts) -> row.append(rst(a).at().number())),
            own("timestamp", (row, a, facts) -> row.append(UtcTime.iso(rst(a).timeNanos()))),
            own("stream", (row, a, facts) -> row.append(a.timeline().id().stream())),
            own("chapter", (row, a, facts) -> row.append(a.timeline().id().chapter())),
            own(
                    "initiator_address",
                    (row, a, facts) -> address(row, a.timeline().initiator(), facts)),
            own(
                    "initiator_port",
                    (row, a, facts) -> row.append(a.timeline().initiator().port())),
            own(
                    "responder_address",
                    (row, a, facts) -> address(row, a.timeline().responder(), facts)),
            own(
                    "responder_port",
                    (row, a, facts) -> row.append(a.timeline().responder().port())),
            own("roles_from", (row, a, facts) -> row.append(a.timeline().roles().label())),
            foreign("history", (row, a, facts) -> row.append(a.timeline().history())),
            own("completeness", (row, a, facts) -> row.append(a.timeline().completeness())),
            foreign("encapsulation", (row, a, facts) -> row.append(a.timeline().encapsulation())),
            foreign("server_name", (row, a, facts) -> row.append(a.timeline().serverName())),
            own("sender_address", (row, a, facts) -> address(row, sender(a), facts)),
            own("sender_port", (row, a, facts) -> row.append(sender(a).port())),
            own("emitter", (row, a, facts) -> row.append(a.emitter().label())),
            own("cause", (row, a, facts) -> row.append(a.cause().id())),
            own("documented", (row, a, facts) -> row.append(a.cause().documented())),
            own("harm", (row, a, facts) -> row.append(a.harm().level().label())),
            own("harm_reason", (row, a, facts) -> row.append(a.harm().reason())),
            own("confidence_level", (row, a, facts) -> row.append(a.confidence().label())),
            own("shape", (row, a, facts) -> row.append(a.shape().label())),
            own("standing", (row, a, facts) -> row.append(a.reset().standing().label())),
            own("effect", (row, a, facts) -> row.append(a.effect().label())),
            foreign("rst_flags", (row, a, facts) -> row.append(rst(a).flagNames())),
            own("rst_seq", (row, a, facts) -> row.append(rst(a).seq())),
            own("rst_raw_seq", (row, a, facts) -> row.append(Integer.toUnsignedLong(rst(a).rawSeq()))),
            own("rst_raw_ack", (row, a, facts) -> row.append(Integer.toUnsignedLong(rst(a).rawAck()))),
            own("rst_window", (row, a, facts) -> known(row, rst(a).rawWindow())),
            own("rst_ttl", (row, a, facts) -> row.append(rst(a).ttl())),
            own("rst_ip_id", (row, a, facts) -> row.append(rst(a).ipId())),
            foreign("rst_text", (row, a, facts) -> row.append(a.reset().text())),
            own("rst_mptcp_reason", (row, a, facts) -> known(row, a.reset().mptcpReason())),
            foreign("trigger_capture", (row, a, facts) -> path(row, triggerFrame(a), facts)),
            own("trigger_frame", (row, a, facts) -> number(row, triggerFrame(a))),
            own("trigger_delay_nanos", (row, a, facts) -> a.trigger()
                    .ifPresent(trigger -> row.append(trigger.delayNanos()))),
            foreign(
                    "acknowledges_capture",
                    (row, a, facts) -> path(row, a.acknowledged().map(Segment::at), facts)),
            own(
                    "acknowledges_frame",
                    (row, a, facts) -> number(row, a.acknowledged().map(Segment::at))),
            foreign("evidence", (row, a, facts) -> evidence(row, a.evidence(), rst(a).at(), facts)),
            own("alternatives", (row, a, facts) -> alternatives(row, a)),
            foreign("limited_by", (row, a, facts) -> evidence(row, a.limitedBy(), rst(a).at(), facts)),
            own("not_considered", (row, a, facts) -> notConsidered(row, a)),
            foreign("settle", (row, a, facts) -> row.append(a.settle())),
            own("incident", (row, a, facts) -> a.incident().ifPresent(row::append)),
            own("repeat_of", (row, a, facts) -> a.repeatOf().ifPresent(row::append)),
            foreign("peer_frame_capture", (row, a, facts) -> path(row, a.peerFrame(), facts)),
            own("peer_frame_frame", (row, a, facts) -> number(row, a.peerFrame())),
            own("unread_bytes", (row, a, facts) -> known(row, a.unreadBytes())),
            own("unacknowledged_bytes", (row, a, facts) -> known(row, a.unacknowledgedBytes())),
            own("silence_nanos", (row, a, facts) -> known(row, a.silenceNanos())),
            own(
                    "configured_timeout_nanos",
                    (row, a, facts) -> known(row, a.configuredTimeoutNanos().orElse(-1))),
            foreign(
                    "application_sees_initiator",
                    (row, a, facts) -> row.append(a.applicationSees().initiator())),
            foreign(
                    "application_sees_responder",
                    (row, a, facts) -> row.append(a.applicationSees().responder())),
            foreign(
                    "icmp_errors",
                    (row, a, facts) -> icmpErrors(row, a.timeline().icmpErrors(), rst(a).at(), facts)),
            own("wireshark_filter", (row, a, facts) -> row.append(facts.filter(a.timeline()))));

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

    private static void address(Utf8Text cell, Endpoint endpoint, ReportFacts facts) {
        cell.append(facts.text(endpoint.address()));
    }

    private static void known(Utf8Text cell, long numberOrMinusOne) {
        if (numberOrMinusOne >= 0) {
            cell.append(numberOrMinusOne);
        }
    }

    private static void path(Utf8Text cell, Optional<FrameRef> frame, ReportFacts facts) {
        if (frame.isPresent()) {
            cell.append(facts.path(frame.get()));
        }
    }

    private static void number(Utf8Text cell, Optional<FrameRef> frame) {
        if (frame.isPresent()) {
            cell.append(frame.get().number());
        }
    }

    /** {@code for decisive: statement [frame 3, frame 5] | against weak: ...}. */
    private static void evidence(Utf8Text cell, List<Evidence> evidence, FrameRef rst, ReportFacts facts) {
        String separator = "";
        for (Evidence fact : evidence) {
            cell.append(separator).append(fact.stance().label()).append(' ');
            cell.append(fact.weight().label()).append(": ").append(fact.statement());
            List<FrameRef> frames = fact.frames();
            for (int i = 0; i < frames.size(); i++) {
                cell.append(i == 0 ? " [" : ", ");
                frame(cell, frames.get(i), rst, facts);
            }
            cell.append(frames.isEmpty() ? "" : "]");
            separator = SEPARATOR;
        }
    }

    private static void alternatives(Utf8Text cell, Attribution attribution) {
        String separator = "";
        for (Alternative alternative : attribution.alternatives()) {
            cell.append(separator).append(alternative.cause().id()).append(" (");
            cell.append(alternative.confidence().label()).append(')');
            separator = SEPARATOR;
        }
    }

    private static void notConsidered(Utf8Text cell, Attribution attribution) {
        if (attribution.confidence() == Confidence.CERTAIN) {
            return;
        }
        String separator = "";
        for (NotConsidered rival : attribution.notConsidered()) {
            cell.append(separator).append(rival.cause().id());
            cell.append(" (").append(rival.because()).append(')');
            separator = SEPARATOR;
        }
    }

    private static void icmpErrors(Utf8Text cell, List<IcmpError> errors, FrameRef rst, ReportFacts facts) {
        String separator = "";
        for (IcmpError error : errors) {
            cell.append(separator).append(error.ipv6() ? "icmpv6" : "icmp");
            cell.append(" type ").append(error.type()).append(" code ").append(error.code());
            cell.append(" from ").append(error.from().toString()).append(" [");
            frame(cell, error.at(), rst, facts);
            cell.append(']');
            separator = SEPARATOR;
        }
    }

    private static void frame(Utf8Text cell, FrameRef frame, FrameRef rst, ReportFacts facts) {
        cell.append("frame ").append(frame.number());
        if (frame.capture() != rst.capture()) {
            cell.append(" of ").append(facts.path(frame));
        }
    }
}
