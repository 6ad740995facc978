package dev.whyrst.scenario;

import java.util.ArrayList;
import java.util.List;

/** The capture that a scenario becomes. */
public final class ScenarioCapture {

    private final byte[] file;
    private final int frames;
    private final List<ExpectedReset> resets;

    private ScenarioCapture(byte[] file, int frames, List<ExpectedReset> resets) {
        this.file = file;
        this.frames = frames;
        this.resets = List.copyOf(resets);
    }

    /**
     * A RST of the capture.
     *
     * @param frame number of its frame, from 1
     * @param line its line in the scenario
     */
    public record ExpectedReset(int frame, int line, Expectation expectation) {}

    static ScenarioCapture of(Scenario scenario, List<WireSegment> segments) {
        FrameBuilder builder = new FrameBuilder(scenario.setup());
        CaptureFileWriter writer = new CaptureFileWriter(scenario.setup());
        List<ExpectedReset> resets = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            WireSegment segment = segments.get(i);
            int frame = i + 1;
            writer.add(segment.timeNanos(), builder.frame(segment));
            segment.expectation()
                    .ifPresent(expectation ->
                            resets.add(new ExpectedReset(frame, segment.step().line(), expectation)));
        }
        return new ScenarioCapture(writer.toByteArray(), segments.size(), resets);
    }

    /** The bytes of the file. */
    public byte[] file() {
        return file.clone();
    }

    /** How many frames it holds. */
    public int frames() {
        return frames;
    }

    /** Its RSTs in order. */
    public List<ExpectedReset> resets() {
        return resets;
    }
}
