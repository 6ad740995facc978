package dev.whyrst.capture;

import java.io.InputStream;

/**
 * How inputs are read.
 *
 * @param standardInput what {@code -} stands for
 * @param order how the frames of several inputs follow each other
 */
public record CaptureOptions(InputStream standardInput, Order order) {

    /** How the frames of several inputs follow each other. */
    public enum Order {
        /**
         * As one trace: by time; frames of one file keep the order of the file, and of equal times the file that begins
         * first has the first.
         */
        BY_TIME,
        /** One file after the other, in the order of the inputs. */
        FILE_BY_FILE
    }

    /** One trace in time order, {@code -} being the standard input of the process. */
    public static CaptureOptions defaults() {
        return new CaptureOptions(System.in, Order.BY_TIME);
    }
}
