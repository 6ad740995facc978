package dev.whyrst.decode;

import dev.whyrst.capture.FrameView;

/**
 * Finds the innermost TCP segment of a frame.
 *
 * <p>Nothing is allocated for a frame, and nothing outside of it is read, whatever its bytes claim. A decoder keeps
 * state between frames (names of encapsulations, fragments that wait for their rest) and belongs to one thread.
 */
public final class FrameDecoder {

    /** Memory for fragments that wait for their rest, where nothing else is asked for. */
    public static final long DEFAULT_FRAGMENT_BYTES = 16L << 20;

    private final Walk walk;

    public FrameDecoder() {
        this(DEFAULT_FRAGMENT_BYTES);
    }

    /**
     * A decoder that puts IP fragments together.
     *
     * @param fragmentBytes memory for fragments that wait for their rest; 0 switches reassembly off: then a first
     *     fragment gives a segment as far as it goes, and the others nothing
     */
    public FrameDecoder(long fragmentBytes) {
        walk = new Walk(new Fragments(fragmentBytes));
    }

    /**
     * Decodes {@code frame} into {@code into}, whose fields hold only after {@link DecodeOutcome#TCP_SEGMENT} and,
     * where they say so, {@link DecodeOutcome#ICMP_QUOTE}.
     */
    public DecodeOutcome decode(FrameView frame, SegmentView into) {
        into.frame = frame.number();
        into.captureIndex = frame.captureIndex();
        into.timeNanos = frame.timeNanos();
        into.macTag = 0;
        walk.begin(frame.bytes(), frame.offset(), frame.capturedLength(), frame.originalLength(), into);
        if (frame.linkType() == Links.ETHERNET) {
            return Ethernet.decode(walk, frame.offset());
        }
        return Links.decode(walk, frame.linkType(), frame.offset());
    }

    /**
     * What {@link SegmentView#encapsulation} stands for, from the outside in: {@code VLAN 12}, {@code VXLAN 5 / VLAN
     * 3}; empty for 0.
     */
    public String encapsulation(int index) {
        return walk.encapsulations.name(index);
    }

    /** The EtherTypes that were met and are not known here, or hide what they carry (MACsec), the most frequent first. */
    public int[] unknownEtherTypes() {
        return walk.unknownTypes.byFrequency();
    }

    /** Whether frames of that EtherType hide what they carry (MACsec, IEEE 802.1AE). */
    public static boolean isEncrypted(int etherType) {
        return etherType == EtherTypes.MACSEC;
    }

    /** How many frames had that unknown EtherType. */
    public long framesOf(int unknownEtherType) {
        return walk.unknownTypes.of(unknownEtherType);
    }
}
