package dev.whyrst.cli;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.ReportSink;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.cli.settings.UsageException;
import dev.whyrst.timeline.Timeline;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A frame that users ask about, as {@code trace.pcap:17}.
 *
 * @param capture the file
 * @param number the number of the frame in it, from 1
 */
record ExplainedFrame(String capture, long number) {

    /** Longer numbers are no frames. */
    private static final int MOST_DIGITS = 15;

    private static final int RESETS_NAMED = 10;

    /**
     * The frame that a text names, empty where it does not look like one: then it is the name of a cause.
     *
     * @throws UsageException when the text names a frame of a file that is not there
     */
    static Optional<ExplainedFrame> parse(String text) {
        int colon = text.lastIndexOf(':');
        String digits = text.substring(colon + 1);
        if (colon <= 0
                || digits.isEmpty()
                || digits.length() > MOST_DIGITS
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            if (exists(text)) {
                throw new UsageException("which frame of " + text + "? Write whyrst explain " + text
                        + ":17, or whyrst analyze " + text + " for all");
            }
            return Optional.empty();
        }
        String capture = text.substring(0, colon);
        if (!exists(capture)) {
            throw new UsageException("there is no file '" + capture + "' with a frame " + digits);
        }
        return Optional.of(new ExplainedFrame(capture, Long.parseLong(digits)));
    }

    private static boolean exists(String file) {
        try {
            return Files.isRegularFile(Path.of(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Finds the RST in that frame among all of an analysis. */
    Search search() {
        return new Search(number);
    }

    /** Looks at all RSTs, and keeps the one; of the others what helps those who named a wrong frame. */
    static final class Search implements ReportSink {

        private final long number;
        private final List<Long> first = new ArrayList<>();
        private Attribution found;
        private long ofSameConversation;
        private long resets;

        private Search(long number) {
            this.number = number;
        }

        @Override
        public void begin(AnalysisSummary summary) {}

        @Override
        public void accept(Attribution attribution) {
            long frame = attribution.reset().segment().at().number();
            resets++;
            if (frame == number) {
                found = attribution;
            }
            if (first.size() < RESETS_NAMED) {
                first.add(frame);
            }
            if (ofSameConversation == 0 && holds(attribution.timeline())) {
                ofSameConversation = frame;
            }
        }

        private boolean holds(Timeline timeline) {
            return timeline.segments().stream().anyMatch(segment -> segment.at().number() == number);
        }

        /**
         * The RST.
         *
         * @throws UsageException when the frame holds none
         */
        Attribution found() {
            if (found != null) {
                return found;
            }
            if (ofSameConversation > 0) {
                throw new UsageException("frame " + number + " holds no RST; that of its conversation is in frame "
                        + ofSameConversation);
            }
            String where = resets == 0
                    ? "this capture holds none at all"
                    : "RSTs are in frames "
                            + first.stream().map(String::valueOf).collect(Collectors.joining(", "))
                            + (resets > first.size() ? ", ..." : "");
            throw new UsageException("frame " + number + " holds no RST; " + where);
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }
}
