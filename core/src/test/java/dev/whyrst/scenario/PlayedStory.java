package dev.whyrst.scenario;

import dev.whyrst.capture.FrameView;
import dev.whyrst.conversation.dossier.DossierReader;
import dev.whyrst.conversation.dossier.Dossiers;
import dev.whyrst.conversation.tracking.ConversationTracker;
import dev.whyrst.conversation.tracking.TrackerLimits;
import dev.whyrst.decode.DecodeOutcome;
import dev.whyrst.decode.FrameDecoder;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.timeline.NetworkFacts;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What decoder and tracker make of a scenario.
 *
 * @param sent its captured segments; the frame of each has its place, from 1, as number
 * @param timelines of all conversations, in the order of their first frames
 * @param resets the RSTs of all timelines in the order of the capture
 */
record PlayedStory(
        Scenario scenario, List<WireSegment> sent, List<Timeline> timelines, List<Reset> resets, NetworkFacts facts) {

    private static final int MANY = 100_000;
    private static final TrackerLimits LIMITS = new TrackerLimits(MANY, MANY, MANY, MANY, MANY, 1 << 24, false);

    static PlayedStory of(Scenario scenario) {
        List<WireSegment> sent = new ScenarioPlayer(scenario).play();
        ConversationTracker tracker = new ConversationTracker(LIMITS, 7);
        tracker.keepAll();
        FrameDecoder decoder = new FrameDecoder();
        feed(tracker, decoder, scenario.setup(), sent);
        try (Dossiers dossiers = tracker.endOfCapture()) {
            dossiers.encapsulations(decoder::encapsulation);
            List<Timeline> timelines = timelines(dossiers);
            return new PlayedStory(scenario, sent, timelines, resets(timelines), tracker.facts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The place of the last RST with an expectation, or of the last one; negative without RST. */
    int meant() {
        int last = resets.size() - 1;
        for (int place = last; place >= 0; place--) {
            if (expectation(place).isPresent()) {
                return place;
            }
        }
        return last;
    }

    Optional<Expectation> expectation(int place) {
        int frame = (int) resets.get(place).segment().at().number();
        return sent.get(frame - 1).expectation();
    }

    /** The segment of a timeline that has that name in the scenario. */
    Segment segment(String name) {
        for (int i = 0; i < sent.size(); i++) {
            if (name.equals(sent.get(i).step().attributes().text("as").orElse(null))) {
                return segment(i + 1);
            }
        }
        throw new IllegalArgumentException("no captured segment is named \"" + name + "\"");
    }

    private Segment segment(int frame) {
        return timelines.stream()
                .flatMap(timeline -> timeline.segments().stream())
                .filter(segment -> segment.at().number() == frame)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("frame " + frame + " is in no timeline"));
    }

    private static void feed(
            ConversationTracker tracker, FrameDecoder decoder, CaptureSetup setup, List<WireSegment> sent) {
        FrameBuilder builder = new FrameBuilder(setup);
        FrameView frame = new FrameView();
        SegmentView segment = new SegmentView();
        for (int i = 0; i < sent.size(); i++) {
            byte[] bytes = builder.frame(sent.get(i));
            int kept = Math.min(bytes.length, setup.snap());
            frame.wrap(
                    bytes,
                    0,
                    kept,
                    bytes.length,
                    sent.get(i).timeNanos(),
                    i + 1,
                    setup.link().number());
            if (decoder.decode(frame, segment) == DecodeOutcome.TCP_SEGMENT) {
                tracker.accept(segment);
            }
        }
    }

    private static List<Timeline> timelines(Dossiers dossiers) {
        List<Timeline> timelines = new ArrayList<>();
        DossierReader reader = new DossierReader(dossiers);
        for (int source = 0; source < dossiers.sources(); source++) {
            timelines.add(reader.timeline(source));
        }
        timelines.sort(Comparator.comparingLong(
                timeline -> timeline.segments().get(0).at().number()));
        return List.copyOf(timelines);
    }

    private static List<Reset> resets(List<Timeline> timelines) {
        return timelines.stream()
                .flatMap(timeline -> timeline.resets().stream())
                .sorted(Comparator.comparingLong(Reset::tracePosition))
                .toList();
    }
}
