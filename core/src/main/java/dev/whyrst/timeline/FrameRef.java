package dev.whyrst.timeline;

/**
 * Names one frame of the input.
 *
 * @param capture index of the input file, from 0
 * @param number number of the frame in that file, from 1
 */
public record FrameRef(int capture, long number) {

    // Reports look up thousands; what the compiler makes for records is assembled at run time, slowly.

    @Override
    public boolean equals(Object other) {
        return other instanceof FrameRef frame && frame.number == number && frame.capture == capture;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number) * 31 + capture;
    }
}
