package dev.whyrst.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.whyrst.attribution.Alternative;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Trigger;
import dev.whyrst.net.Endpoint;
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

    private final JsonGenerator json;
    private final ReportFacts facts;

    JsonReset(JsonGenerator json, ReportFacts facts) {
        this.json = json;
        this.facts = facts;
    }

    void write(Attribution attribution) throws IOException {
        Segment segment = attribution.reset().segment();
        json.writeStartObject();
        json.writeStringField("id", attribution.id());
        place(segment.at());
        json.writeStringField("timestamp", UtcTime.iso(segment.timeNanos()));
        conversation(attribution.timeline());
        endpoint("sender", attribution.timeline().endpoint(segment.from()));
        json.writeStringField("emitter", attribution.emitter().label());
        verdict(attribution);
        rst(attribution.reset());
        trigger(attribution.trigger(), segment.at());
        evidence(attribution.evidence(), segment.at());
        alternatives(attribution.alternatives(), segment.at());
        text("settle", attribution.settle());
        belonging(attribution);
        losses(attribution);
        icmpErrors(attribution.timeline().icmpErrors());
        text("wiresharkFilter", attribution.timeline().wiresharkFilter());
        json.writeEndObject();
    }

    private void conversation(Timeline timeline) throws IOException {
        json.writeObjectFieldStart("conversation");
        json.writeNumberField("stream", timeline.id().stream());
        json.writeNumberField("chapter", timeline.id().chapter());
        endpoint("initiator", timeline.initiator());
        endpoint("responder", timeline.responder());
        json.writeStringField("rolesFrom", timeline.roles().label());
        text("history", timeline.history());
        json.writeNumberField("completeness", timeline.completeness());
        text("encapsulation", timeline.encapsulation());
        text("serverName", timeline.serverName());
        json.writeEndObject();
    }

    private void verdict(Attribution attribution) throws IOException {
        json.writeStringField("cause", attribution.cause().id());
        json.writeBooleanField("documented", attribution.cause().documented());
        json.writeBooleanField("benign", facts.benign(attribution));
        confidence(attribution.confidence());
        json.writeStringField("shape", attribution.shape().label());
        json.writeStringField("standing", attribution.reset().standing().label());
    }

    private void rst(Reset reset) throws IOException {
        Segment segment = reset.segment();
        json.writeObjectFieldStart("rst");
        json.writeStringField("flags", segment.flagNames());
        json.writeNumberField("seq", segment.seq());
        json.writeNumberField("rawSeq", Integer.toUnsignedLong(segment.rawSeq()));
        json.writeNumberField("rawAck", Integer.toUnsignedLong(segment.rawAck()));
        number("window", segment.rawWindow());
        json.writeNumberField("ttl", segment.ttl());
        json.writeNumberField("ipId", segment.ipId());
        text("text", reset.text());
        number("mptcpReason", reset.mptcpReason());
        json.writeEndObject();
    }

    private void trigger(Optional<Trigger> trigger, FrameRef rst) throws IOException {
        if (trigger.isEmpty()) {
            json.writeNullField("trigger");
            return;
        }
        FrameRef at = trigger.get().segment().at();
        json.writeObjectFieldStart("trigger");
        if (at.capture() != rst.capture()) {
            json.writeStringField("capture", facts.path(at));
        }
        json.writeNumberField("frame", at.number());
        json.writeNumberField("delayNanos", trigger.get().delayNanos());
        json.writeEndObject();
    }

    private void alternatives(List<Alternative> alternatives, FrameRef rst) throws IOException {
        json.writeArrayFieldStart("alternatives");
        for (Alternative alternative : alternatives) {
            json.writeStartObject();
            json.writeStringField("cause", alternative.cause().id());
            confidence(alternative.confidence());
            evidence(alternative.evidence(), rst);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void evidence(List<Evidence> evidence, FrameRef rst) throws IOException {
        json.writeArrayFieldStart("evidence");
        for (Evidence fact : evidence) {
            json.writeStartObject();
            json.writeStringField("stance", fact.stance().label());
            json.writeStringField("weight", fact.weight().label());
            text("statement", fact.statement());
            frames(fact.frames(), rst.capture());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A bare number means the RST's own capture; frames of others, if there are any, stand apart with theirs. */
    private void frames(List<FrameRef> frames, int capture) throws IOException {
        int elsewhere = 0;
        json.writeArrayFieldStart("frames");
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
        json.writeArrayFieldStart("framesElsewhere");
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
        optional("incident", attribution.incident());
        optional("repeatOf", attribution.repeatOf());
        if (attribution.peerFrame().isPresent()) {
            json.writeObjectFieldStart("peerFrame");
            place(attribution.peerFrame().get());
            json.writeEndObject();
        } else {
            json.writeNullField("peerFrame");
        }
    }

    private void losses(Attribution attribution) throws IOException {
        number("unreadBytes", attribution.unreadBytes());
        number("unacknowledgedBytes", attribution.unacknowledgedBytes());
        number("silenceNanos", attribution.silenceNanos());
        number("configuredTimeoutNanos", attribution.configuredTimeoutNanos().orElse(-1));
        json.writeObjectFieldStart("applicationSees");
        text("initiator", attribution.applicationSees().initiator());
        text("responder", attribution.applicationSees().responder());
        json.writeEndObject();
    }

    private void icmpErrors(List<IcmpError> errors) throws IOException {
        json.writeArrayFieldStart("icmpErrors");
        for (IcmpError error : errors) {
            json.writeStartObject();
            place(error.at());
            json.writeStringField("timestamp", UtcTime.iso(error.timeNanos()));
            json.writeStringField("protocol", error.ipv6() ? "icmpv6" : "icmp");
            json.writeStringField("from", error.from().toString());
            json.writeStringField("quoted", error.quoted().label());
            json.writeNumberField("type", error.type());
            json.writeNumberField("code", error.code());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void place(FrameRef at) throws IOException {
        json.writeStringField("capture", facts.path(at));
        json.writeNumberField("frame", at.number());
    }

    private void endpoint(String name, Endpoint endpoint) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("address", endpoint.address().toString());
        json.writeNumberField("port", endpoint.port());
        json.writeEndObject();
    }

    private void confidence(Confidence confidence) throws IOException {
        json.writeObjectFieldStart("confidence");
        json.writeStringField("level", confidence.label());
        json.writeEndObject();
    }

    private void text(String name, String value) throws IOException {
        json.writeStringField(name, VisibleText.encodable(value));
    }

    private void optional(String name, Optional<String> value) throws IOException {
        json.writeFieldName(name);
        json.writeString(value.orElse(null));
    }

    private void number(String name, long valueOrMinusOne) throws IOException {
        json.writeFieldName(name);
        if (valueOrMinusOne < 0) {
            json.writeNull();
        } else {
            json.writeNumber(valueOrMinusOne);
        }
    }
}
