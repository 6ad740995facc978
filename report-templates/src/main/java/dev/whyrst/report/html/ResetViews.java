package dev.whyrst.report.html;

import dev.whyrst.attribution.Alternative;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.NotConsidered;
import dev.whyrst.dissect.FrameAnatomy;
import dev.whyrst.net.Endpoint;
import dev.whyrst.report.html.View.AnatomyLayer;
import dev.whyrst.report.html.View.Fact;
import dev.whyrst.report.html.View.Link;
import dev.whyrst.report.html.View.Pair;
import dev.whyrst.report.html.View.Passed;
import dev.whyrst.report.html.View.Rival;
import dev.whyrst.report.html.drawing.LadderDrawing;
import dev.whyrst.report.html.drawing.LadderRows;
import dev.whyrst.report.html.drawing.SegmentText;
import dev.whyrst.report.text.ReportFacts;
import dev.whyrst.report.text.Sentences;
import dev.whyrst.report.text.UtcTime;
import dev.whyrst.report.text.Wording;
import dev.whyrst.text.Sentence;
import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.IcmpError;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Timeline;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Prepares single RSTs for their template. */
final class ResetViews {

    private static final Link NOWHERE = new Link("", "");
    private static final LadderRows.Chosen NO_ROWS = new LadderRows.Chosen(List.of(), 0);

    /** Most pieces of evidence that are shown of a RST. */
    private static final int MOST_FACTS = 16;

    /** Most frames that are named for one. */
    private static final int MOST_FRAMES = 12;

    /** Most ICMP errors that are shown of a conversation. */
    private static final int MOST_ERRORS = 8;

    private final ReportFacts facts;
    private final Map<FrameRef, RawFrame> frames;
    private final Set<String> onPage;
    private final Pictures pictures;

    /** @param onPage ids of the RSTs and incidents that a link can lead to */
    ResetViews(ReportFacts facts, Map<FrameRef, RawFrame> frames, Set<String> onPage, Pictures pictures) {
        this.facts = facts;
        this.frames = frames;
        this.onPage = onPage;
        this.pictures = pictures;
    }

    View.Reset of(Attribution attribution, boolean opened) throws TemplateModelException {
        Segment segment = attribution.reset().segment();
        Optional<RawFrame> bytes = Optional.ofNullable(frames.get(segment.at()));
        String id = attribution.id();
        LadderRows.Chosen segments = pictures.made(id, () -> LadderRows.of(attribution), NO_ROWS);
        Endpoint sender = attribution.timeline().endpoint(segment.from());
        Endpoint receiver = attribution.timeline().endpoint(segment.from().opposite());
        return new View.Reset(
                id,
                UtcTime.ofDay(segment.timeNanos()),
                Sentences.verdict(attribution),
                sender + " \u2192 " + receiver,
                attribution.cause().id(),
                attribution.cause().title(),
                attribution.cause().documented(),
                attribution.harm().isNone(),
                "harm: " + attribution.harm().level().label() + ", "
                        + attribution.harm().reason(),
                opened,
                attribution.confidence() == Confidence.CERTAIN,
                attribution.confidence().label(),
                Wording.dots(attribution.confidence()),
                place(segment.at()),
                facts(attribution.evidence(), Stance.FOR, segment.at()),
                facts(attribution.limitedBy(), Stance.AGAINST, segment.at()),
                facts(outweighed(attribution), Stance.AGAINST, segment.at()),
                attribution.alternatives().stream()
                        .map(alternative -> rival(alternative, segment.at()))
                        .toList(),
                attribution.notConsidered().stream().map(ResetViews::passed).toList(),
                Wording.shown(attribution.settle()),
                Sentences.losses(attribution),
                Wording.shown(attribution.applicationSees().initiator()),
                Wording.shown(attribution.applicationSees().responder()),
                attribution.incident().map(this::link).orElse(NOWHERE),
                attribution.repeatOf().map(this::link).orElse(NOWHERE),
                particulars(attribution),
                HTMLOutputFormat.INSTANCE.fromMarkup(pictures.drawn(id, () -> LadderDrawing.of(attribution, segments))),
                ladderNote(segments, segment.at()),
                SegmentText.of(attribution, segments),
                filters(attribution),
                bytes.map(ResetViews::layers).orElse(List.of()),
                bytes.map(frame -> HexDump.of(frame.bytes())).orElse(""));
    }

    private Link link(String id) {
        return new Link(onPage.contains(id) ? id : "", id);
    }

    private static List<AnatomyLayer> layers(RawFrame frame) {
        return FrameAnatomy.of(frame.bytes(), frame.linkType()).layers().stream()
                .map(AnatomyLayer::of)
                .toList();
    }

    private List<Fact> facts(List<Evidence> evidence, Stance stance, FrameRef rst) {
        return evidence.stream()
                .filter(fact -> fact.stance() == stance)
                .limit(MOST_FACTS)
                .map(fact ->
                        new Fact(fact.weight().label(), Wording.shown(fact.statement()), frames(fact.frames(), rst)))
                .toList();
    }

    /** What speaks against the cause, but for what the page says already of its confidence. */
    private static List<Evidence> outweighed(Attribution attribution) {
        List<Evidence> rest = new ArrayList<>(attribution.evidence());
        rest.removeAll(attribution.limitedBy());
        return rest;
    }

    private static Passed passed(NotConsidered rival) {
        return new Passed(rival.cause().id(), rival.cause().title(), Sentence.begin(rival.because()) + ".");
    }

    private Rival rival(Alternative alternative, FrameRef rst) {
        return new Rival(
                alternative.cause().id(),
                alternative.cause().title(),
                alternative.confidence().label(),
                facts(alternative.evidence(), Stance.AGAINST, rst),
                facts(alternative.evidence(), Stance.FOR, rst));
    }

    /** {@code frames 3, 5; frame 7 of other.pcap}. */
    private String frames(List<FrameRef> cited, FrameRef rst) {
        List<String> own = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (FrameRef frame : cited.subList(0, Math.min(cited.size(), MOST_FRAMES))) {
            if (frame.capture() == rst.capture()) {
                own.add(Long.toString(frame.number()));
            } else {
                others.add("frame\u00a0" + frame.number() + " of " + Wording.shown(facts.path(frame)));
            }
        }
        if (!own.isEmpty()) {
            others.add(0, (own.size() == 1 ? "frame\u00a0" : "frames\u00a0") + String.join(", ", own));
        }
        int left = cited.size() - MOST_FRAMES;
        return String.join("; ", others) + (left > 0 ? " and " + Wording.count(left) + " more" : "");
    }

    private String place(FrameRef frame) {
        String number = "frame " + frame.number();
        return facts.severalCaptures() ? number + " of " + Wording.shown(facts.path(frame)) : number;
    }

    private List<Pair> particulars(Attribution attribution) {
        Timeline timeline = attribution.timeline();
        Segment segment = attribution.reset().segment();
        List<Pair> pairs = new ArrayList<>();
        pairs.add(new Pair("Recorded", UtcTime.iso(segment.timeNanos()) + ", " + place(segment.at())));
        pairs.add(new Pair(
                "Sent in the name of", timeline.endpoint(segment.from()).toString()));
        pairs.add(new Pair("Believed sender", Wording.emitter(attribution.emitter())));
        pairs.add(new Pair("Shape", Wording.shape(attribution.shape())));
        pairs.add(new Pair("Standing", Wording.standing(attribution.reset().standing())));
        pairs.add(new Pair("Effect", Wording.effect(attribution.effect())));
        attribution
                .trigger()
                .ifPresent(trigger -> pairs.add(new Pair(
                        "Trigger",
                        place(trigger.segment().at()) + ", " + trigger.segment().flagNames() + ", "
                                + Wording.duration(trigger.delayNanos()) + " before")));
        attribution
                .acknowledged()
                .ifPresent(
                        last -> pairs.add(new Pair("Acknowledges up to", place(last.at()) + ", " + last.flagNames())));
        if (attribution.silenceNanos() > 0) {
            pairs.add(new Pair("Silence before", Wording.duration(attribution.silenceNanos())));
        }
        pairs.add(new Pair("Conversation", conversation(timeline)));
        addText(pairs, "Server name", timeline.serverName());
        addText(pairs, "Carried in", timeline.encapsulation());
        addText(pairs, "Payload of the RST", attribution.reset().text());
        if (attribution.reset().mptcpReason() >= 0) {
            pairs.add(new Pair(
                    "MP_TCPRST reason", Integer.toString(attribution.reset().mptcpReason())));
        }
        attribution.peerFrame().ifPresent(at -> pairs.add(new Pair("In the peer capture", place(at))));
        timeline.icmpErrors().stream().limit(MOST_ERRORS).forEach(error -> pairs.add(icmp(error)));
        return pairs;
    }

    private static void addText(List<Pair> pairs, String name, String text) {
        if (!text.isEmpty()) {
            pairs.add(new Pair(name, Wording.shown(text)));
        }
    }

    private static String conversation(Timeline timeline) {
        String roles = "client and server known " + Wording.roles(timeline.roles());
        return "stream " + timeline.id().stream() + ", history " + timeline.history() + ", completeness "
                + timeline.completeness() + "; " + roles.replace("known guessed", "guessed");
    }

    private Pair icmp(IcmpError error) {
        String protocol = error.ipv6() ? "ICMPv6" : "ICMP";
        return new Pair(
                protocol + " error",
                "type " + error.type() + " code " + error.code() + " from " + error.from() + " about a segment of the "
                        + Wording.role(error.quoted()) + ", " + place(error.at()));
    }

    private static String ladderNote(LadderRows.Chosen segments, FrameRef rst) {
        boolean cited = false;
        boolean elsewhere = false;
        for (LadderRows.Row row : segments.rows()) {
            cited |= row.cited();
            elsewhere |= row.segment().at().capture() != rst.capture();
        }
        return (cited ? "\u2022 named by the evidence" : "") + (elsewhere ? " * frame of another capture" : "");
    }

    private static List<Pair> filters(Attribution attribution) {
        FrameRef rst = attribution.reset().segment().at();
        SortedSet<Long> numbers = new TreeSet<>(List.of(rst.number()));
        attribution.counterpart().map(Segment::at).ifPresent(at -> addFrame(numbers, at, rst));
        attribution.evidence().forEach(fact -> fact.frames().forEach(at -> addFrame(numbers, at, rst)));
        String listed = numbers.stream()
                .limit(4 * MOST_FRAMES)
                .map(String::valueOf)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return List.of(
                new Pair("The conversation", attribution.timeline().wiresharkFilter()),
                new Pair("The frames named here", "frame.number in {" + listed + "}"));
    }

    private static void addFrame(Set<Long> numbers, FrameRef at, FrameRef rst) {
        if (at.capture() == rst.capture()) {
            numbers.add(at.number());
        }
    }
}
