package dev.whyrst.capture;

/**
 * One frame of a capture, laid over the reader's buffer: valid until the next call of {@link CaptureReader#next}.
 *
 * <p>The fields are public to the packages of the hot path through short getters; nothing is copied.
 */
public final class FrameView {

    private static final byte[] NOTHING = new byte[0];

    byte[] bytes = NOTHING;
    int offset;
    int capturedLength;
    int originalLength;
    long timeNanos;
    long number;
    int linkType;
    int captureIndex;

    /** The buffer in which the frame lies, from {@link #offset} on; its other bytes mean nothing. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the frame's first byte lies in {@link #bytes}. */
    public int offset() {
        return offset;
    }

    /** How many bytes of the frame the file holds. */
    public int capturedLength() {
        return capturedLength;
    }

    /** How many bytes the frame had on the wire; at least {@link #capturedLength} in a sound file. */
    public int originalLength() {
        return originalLength;
    }

    /** Capture time in nanoseconds since 1970-01-01T00:00:00Z; 0 where the file has no time for the frame. */
    public long timeNanos() {
        return timeNanos;
    }

    /** The frame's number in its own file, from 1, as Wireshark counts. */
    public long number() {
        return number;
    }

    /** The LINKTYPE_ number of the frame's interface. */
    public int linkType() {
        return linkType;
    }

    /** Which of the inputs the frame came from, from 0, in the order of {@link CaptureReader#files()}. */
    public int captureIndex() {
        return captureIndex;
    }

    /** Lays the view over a frame; readers and tests call it. */
    public void wrap(byte[] buffer, int at, int captured, int original, long nanos, long frameNumber, int link) {
        bytes = buffer;
        offset = at;
        capturedLength = captured;
        originalLength = original;
        timeNanos = nanos;
        number = frameNumber;
        linkType = link;
    }

    /** Lets go of the buffer. */
    void forget() {
        bytes = NOTHING;
        offset = 0;
        capturedLength = 0;
    }

    /** Says which input the frame came from. */
    public void fromCapture(int index) {
        captureIndex = index;
    }

    /** Lays the view over the frame that another one lies over. */
    void copyOf(FrameView other) {
        wrap(
                other.bytes,
                other.offset,
                other.capturedLength,
                other.originalLength,
                other.timeNanos,
                other.number,
                other.linkType);
        captureIndex = other.captureIndex;
    }
}
