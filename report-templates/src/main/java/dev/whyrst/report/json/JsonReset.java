package dev.whyrst.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.whyrst.attribution.Alternative;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.NotConsidered;
import dev.whyrst.attribution.Trigger;
import dev.whyrst.net.Endpoint;
import dev.whyrst.report.text.ReportFacts;
import dev.whyrst.report.text.UtcTime;
import dev.whyrst.report.text.VisibleText;
import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.IcmpError;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Timeline;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes one item of {@code resets[]}. */
final class JsonReset {

    // Names in the form in which they are written: they are half of a report.
    private static final SerializableString ID = new SerializedString("id");
    private static final SerializableString TIMESTAMP = new SerializedString("timestamp");
    private static final SerializableString EMITTER = new SerializedString("emitter");
    private static final SerializableString ROLES_FROM = new SerializedString("rolesFrom");
    private static final SerializableString CAUSE = new SerializedString("cause");
    private static final SerializableString SHAPE = new SerializedString("shape");
    private static final SerializableString EFFECT = new SerializedString("effect");
    private static final SerializableString STANDING = new SerializedString("standing");
    private static final SerializableString FLAGS = new SerializedString("flags");
    private static final SerializableString CAPTURE = new SerializedString("capture");
    private static final SerializableString STANCE = new SerializedString("stance");
    private static final SerializableString WEIGHT = new SerializedString("weight");
    private static final SerializableString PROTOCOL = new SerializedString("protocol");
    private static final SerializableString FROM = new SerializedString("from");
    private static final SerializableString QUOTED = new SerializedString("quoted");
    private static final SerializableString ADDRESS = new SerializedString("address");
    private static final SerializableString LEVEL = new SerializedString("level");
    private static final SerializableString STREAM = new SerializedString("stream");
    private static final SerializableString CHAPTER = new SerializedString("chapter");
    private static final SerializableString COMPLETENESS = new SerializedString("completeness");
    private static final SerializableString SEQ = new SerializedString("seq");
    private static final SerializableString RAW_SEQ = new SerializedString("rawSeq");
    private static final SerializableString RAW_ACK = new SerializedString("rawAck");
    private static final SerializableString WINDOW = new SerializedString("window");
    private static final SerializableString TTL = new SerializedString("ttl");
    private static final SerializableString IP_ID = new SerializedString("ipId");
    private static final SerializableString FRAME = new SerializedString("frame");
    private static final SerializableString DELAY_NANOS = new SerializedString("delayNanos");
    private static final SerializableString TYPE = new SerializedString("type");
    private static final SerializableString CODE = new SerializedString("code");
    private static final SerializableString PORT = new SerializedString("port");
    private static final SerializableString DOCUMENTED = new SerializedString("documented");
    private static final SerializableString HARM = new SerializedString("harm");
    private static final SerializableString REASON = new SerializedString("reason");
    private static final SerializableString CONVERSATION = new SerializedString("conversation");
    private static final SerializableString RST = new SerializedString("rst");
    private static final SerializableString TRIGGER = new SerializedString("trigger");
    private static final SerializableString ACKNOWLEDGES = new SerializedString("acknowledges");
    private static final SerializableString PEER_FRAME = new SerializedString("peerFrame");
    private static final SerializableString APPLICATION_SEES = new SerializedString("applicationSees");
    private static final SerializableString CONFIDENCE = new SerializedString("confidence");
    private static final SerializableString ALTERNATIVES = new SerializedString("alternatives");
    private static final SerializableString LIMITED_BY = new SerializedString("limitedBy");
    private static final SerializableString NOT_CONSIDERED = new SerializedString("notConsidered");
    private static final SerializableString BECAUSE = new SerializedString("because");
    private static final SerializableString EVIDENCE = new SerializedString("evidence");
    private static final SerializableString FRAMES = new SerializedString("frames");
    private static final SerializableString FRAMES_ELSEWHERE = new SerializedString("framesElsewhere");
    private static final SerializableString ICMP_ERRORS = new SerializedString("icmpErrors");
    private static final SerializableString SENDER = new SerializedString("sender");
    private static final SerializableString SETTLE = new SerializedString("settle");
    private static final SerializableString WIRESHARK_FILTER = new SerializedString("wiresharkFilter");
    private static final SerializableString INITIATOR = new SerializedString("initiator");
    private static final SerializableString RESPONDER = new SerializedString("responder");
    private static final SerializableString HISTORY = new SerializedString("history");
    private static final SerializableString ENCAPSULATION = new SerializedString("encapsulation");
    private static final SerializableString SERVER_NAME = new SerializedString("serverName");
    private static final SerializableString TEXT = new SerializedString("text");
    private static final SerializableString MPTCP_REASON = new SerializedString("mptcpReason");
    private static final SerializableString STATEMENT = new SerializedString("statement");
    private static final SerializableString INCIDENT = new SerializedString("incident");
    private static final SerializableString REPEAT_OF = new SerializedString("repeatOf");
    private static final SerializableString UNREAD_BYTES = new SerializedString("unreadBytes");
    private static final SerializableString UNACKNOWLEDGED_BYTES = new SerializedString("unacknowledgedBytes");
    private static final SerializableString SILENCE_NANOS = new SerializedString("silenceNanos");
    private static final SerializableString CONFIGURED_TIMEOUT_NANOS = new SerializedString("configuredTimeoutNanos");

    private final JsonGenerator json;
    private final ReportFacts facts;

    JsonReset(JsonGenerator json, ReportFacts facts) {
        this.json = json;
        this.facts = facts;
    }

    void write(Attribution attribution) throws IOException {
        Segment segment = attribution.reset().segment();
        json.writeStartObject();
        string(ID, attribution.id());
        place(segment.at());
        string(TIMESTAMP, UtcTime.iso(segment.timeNanos()));
        conversation(attribution.timeline());
        endpoint(SENDER, attribution.timeline().endpoint(segment.from()));
        string(EMITTER, attribution.emitter().label());
        verdict(attribution);
        rst(attribution.reset());
        trigger(attribution.trigger(), segment.at());
        acknowledged(attribution.acknowledged(), segment.at());
        evidence(attribution.evidence(), segment.at());
        limits(attribution.limitedBy(), segment.at());
        alternatives(attribution.alternatives(), segment.at());
        notConsidered(attribution);
        text(SETTLE, attribution.settle());
        belonging(attribution);
        losses(attribution);
        icmpErrors(attribution.timeline().icmpErrors());
        string(WIRESHARK_FILTER, facts.filter(attribution.timeline()));
        json.writeEndObject();
    }

    private void conversation(Timeline timeline) throws IOException {
        object(CONVERSATION);
        integer(STREAM, timeline.id().stream());
        integer(CHAPTER, timeline.id().chapter());
        endpoint(INITIATOR, timeline.initiator());
        endpoint(RESPONDER, timeline.responder());
        string(ROLES_FROM, timeline.roles().label());
        string(HISTORY, timeline.history());
        integer(COMPLETENESS, timeline.completeness());
        text(ENCAPSULATION, timeline.encapsulation());
        text(SERVER_NAME, timeline.serverName());
        json.writeEndObject();
    }

    private void verdict(Attribution attribution) throws IOException {
        string(CAUSE, attribution.cause().id());
        bool(DOCUMENTED, attribution.cause().documented());
        object(HARM);
        string(LEVEL, attribution.harm().level().label());
        string(REASON, attribution.harm().reason());
        json.writeEndObject();
        confidence(attribution.confidence());
        string(SHAPE, attribution.shape().label());
        string(STANDING, attribution.reset().standing().label());
        string(EFFECT, attribution.effect().label());
    }

    private void rst(Reset reset) throws IOException {
        Segment segment = reset.segment();
        object(RST);
        string(FLAGS, segment.flagNames());
        integer(SEQ, segment.seq());
        integer(RAW_SEQ, Integer.toUnsignedLong(segment.rawSeq()));
        integer(RAW_ACK, Integer.toUnsignedLong(segment.rawAck()));
        number(WINDOW, segment.rawWindow());
        integer(TTL, segment.ttl());
        integer(IP_ID, segment.ipId());
        text(TEXT, reset.text());
        number(MPTCP_REASON, reset.mptcpReason());
        json.writeEndObject();
    }

    private void trigger(Optional<Trigger> trigger, FrameRef rst) throws IOException {
        if (trigger.isEmpty()) {
            none(TRIGGER);
            return;
        }
        FrameRef at = trigger.get().segment().at();
        object(TRIGGER);
        frame(at, rst);
        integer(DELAY_NANOS, trigger.get().delayNanos());
        json.writeEndObject();
    }

    private void acknowledged(Optional<Segment> last, FrameRef rst) throws IOException {
        if (last.isEmpty()) {
            none(ACKNOWLEDGES);
            return;
        }
        object(ACKNOWLEDGES);
        frame(last.get().at(), rst);
        json.writeEndObject();
    }

    /** A frame, with its capture where that is another than the RST's. */
    private void frame(FrameRef at, FrameRef rst) throws IOException {
        if (at.capture() != rst.capture()) {
            string(CAPTURE, facts.path(at));
        }
        integer(FRAME, at.number());
    }

    private void alternatives(List<Alternative> alternatives, FrameRef rst) throws IOException {
        array(ALTERNATIVES);
        for (Alternative alternative : alternatives) {
            json.writeStartObject();
            string(CAUSE, alternative.cause().id());
            confidence(alternative.confidence());
            limits(alternative.limitedBy(), rst);
            evidence(alternative.evidence(), rst);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void evidence(List<Evidence> evidence, FrameRef rst) throws IOException {
        array(EVIDENCE);
        for (Evidence fact : evidence) {
            json.writeStartObject();
            string(STANCE, fact.stance().label());
            string(WEIGHT, fact.weight().label());
            text(STATEMENT, fact.statement());
            frames(fact.frames(), rst.capture());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A bare number means the RST's own capture; frames of others, if there are any, stand apart with theirs. */
    private void frames(List<FrameRef> frames, int capture) throws IOException {
        int elsewhere = 0;
        array(FRAMES);
        for (FrameRef frame : frames) {
            if (frame.capture() == capture) {
                json.writeNumber(frame.number());
            } else {
                elsewhere++;
            }
        }
        json.writeEndArray();
        if (elsewhere > 0) {
            framesElsewhere(frames, capture);
        }
    }

    private void framesElsewhere(List<FrameRef> frames, int capture) throws IOException {
        array(FRAMES_ELSEWHERE);
        for (FrameRef frame : frames) {
            if (frame.capture() != capture) {
                json.writeStartObject();
                place(frame);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void belonging(Attribution attribution) throws IOException {
        optional(INCIDENT, attribution.incident());
        optional(REPEAT_OF, attribution.repeatOf());
        if (attribution.peerFrame().isPresent()) {
            object(PEER_FRAME);
            place(attribution.peerFrame().get());
            json.writeEndObject();
        } else {
            none(PEER_FRAME);
        }
    }

    private void losses(Attribution attribution) throws IOException {
        number(UNREAD_BYTES, attribution.unreadBytes());
        number(UNACKNOWLEDGED_BYTES, attribution.unacknowledgedBytes());
        number(SILENCE_NANOS, attribution.silenceNanos());
        number(CONFIGURED_TIMEOUT_NANOS, attribution.configuredTimeoutNanos().orElse(-1));
        object(APPLICATION_SEES);
        text(INITIATOR, attribution.applicationSees().initiator());
        text(RESPONDER, attribution.applicationSees().responder());
        json.writeEndObject();
    }

    private void icmpErrors(List<IcmpError> errors) throws IOException {
        array(ICMP_ERRORS);
        for (IcmpError error : errors) {
            json.writeStartObject();
            place(error.at());
            string(TIMESTAMP, UtcTime.iso(error.timeNanos()));
            string(PROTOCOL, error.ipv6() ? "icmpv6" : "icmp");
            string(FROM, error.from().toString());
            string(QUOTED, error.quoted().label());
            integer(TYPE, error.type());
            integer(CODE, error.code());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void place(FrameRef at) throws IOException {
        string(CAPTURE, facts.path(at));
        integer(FRAME, at.number());
    }

    private void endpoint(SerializableString name, Endpoint endpoint) throws IOException {
        object(name);
        string(ADDRESS, facts.text(endpoint.address()));
        integer(PORT, endpoint.port());
        json.writeEndObject();
    }

    private void confidence(Confidence confidence) throws IOException {
        object(CONFIDENCE);
        string(LEVEL, confidence.label());
        json.writeEndObject();
    }

    private void limits(List<Evidence> limitedBy, FrameRef rst) throws IOException {
        array(LIMITED_BY);
        for (Evidence reason : limitedBy) {
            json.writeStartObject();
            text(STATEMENT, reason.statement());
            frames(reason.frames(), rst.capture());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Of a certain verdict nobody asks why its rivals were passed over, and a scan has a million of them. */
    private void notConsidered(Attribution attribution) throws IOException {
        if (attribution.confidence() == Confidence.CERTAIN) {
            return;
        }
        array(NOT_CONSIDERED);
        for (NotConsidered rival : attribution.notConsidered()) {
            json.writeStartObject();
            string(CAUSE, rival.cause().id());
            string(BECAUSE, rival.because());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void text(SerializableString name, String value) throws IOException {
        string(name, VisibleText.encodable(value));
    }

    private void optional(SerializableString name, Optional<String> value) throws IOException {
        json.writeFieldName(name);
        json.writeString(value.orElse(null));
    }

    private void number(SerializableString name, long valueOrMinusOne) throws IOException {
        json.writeFieldName(name);
        if (valueOrMinusOne < 0) {
            json.writeNull();
        } else {
            json.writeNumber(valueOrMinusOne);
        }
    }

    private void string(SerializableString name, String value) throws IOException {
        json.writeFieldName(name);
        json.writeString(value);
    }

    private void integer(SerializableString name, long value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(value);
    }

    private void bool(SerializableString name, boolean value) throws IOException {
        json.writeFieldName(name);
        json.writeBoolean(value);
    }

    private void none(SerializableString name) throws IOException {
        json.writeFieldName(name);
        json.writeNull();
    }

    private void object(SerializableString name) throws IOException {
        json.writeFieldName(name);
        json.writeStartObject();
    }

    private void array(SerializableString name) throws IOException {
        json.writeFieldName(name);
        json.writeStartArray();
    }
}
