package dev.whyrst.report.html;

/** The bytes of one frame. */
public final class RawFrame {

    private final byte[] bytes;
    private final int originalLength;
    private final int linkType;

    /**
     * @param bytes the frame as far as it was captured
     * @param originalLength how many bytes it had on the wire
     * @param linkType its LINKTYPE_ number
     */
    public RawFrame(byte[] bytes, int originalLength, int linkType) {
        this.bytes = bytes.clone();
        this.originalLength = originalLength;
        this.linkType = linkType;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public int originalLength() {
        return originalLength;
    }

    public int linkType() {
        return linkType;
    }
}
