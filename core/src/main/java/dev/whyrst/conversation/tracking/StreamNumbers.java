package dev.whyrst.conversation.tracking;

import dev.whyrst.decode.SegmentView;
import java.util.Arrays;

/** Counts conversations as Wireshark's {@code tcp.stream} does: in each input anew where inputs are kept apart. */
final class StreamNumbers {

    private final boolean filesApart;
    private long[] byFile = new long[1];
    private long total;

    StreamNumbers(boolean filesApart) {
        this.filesApart = filesApart;
    }

    /** Conversations so far, of all inputs. */
    long total() {
        return total;
    }

    /** The number of the conversation that the segment begins. */
    long next(SegmentView segment) {
        long number = total++;
        return filesApart ? nextOf(segment.captureIndex()) : number;
    }

    private long nextOf(int capture) {
        if (capture >= byFile.length) {
            byFile = Arrays.copyOf(byFile, Math.max(capture + 1, byFile.length << 1));
        }
        return byFile[capture]++;
    }
}
