package dev.whyrst.decode;

import dev.whyrst.capture.FrameView;
import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import java.util.Arrays;

/** What a decoder made of one frame. */
record Decoded(DecodeOutcome outcome, SegmentView segment, String encapsulation) {

    static final int ETHERNET = 1;
    static final int RAW = 101;

    private static final int AROUND = 64;

    static Decoded ethernet(byte[] frame) {
        return link(ETHERNET, frame);
    }

    static Decoded link(int linkType, byte[] frame) {
        return frame(new FrameDecoder(), linkType, frame, frame.length, 0);
    }

    /** The frame as a snap length of {@code captured} leaves it. */
    static Decoded snapped(byte[] frame, int captured) {
        return frame(new FrameDecoder(), ETHERNET, Arrays.copyOf(frame, captured), frame.length, 0);
    }

    static Decoded frame(FrameDecoder decoder, int linkType, byte[] frame, int originalLength, long nanos) {
        byte[] buffer = new byte[frame.length + 2 * AROUND];
        Arrays.fill(buffer, (byte) 0x5a);
        System.arraycopy(frame, 0, buffer, AROUND, frame.length);
        FrameView view = new FrameView();
        view.wrap(buffer, AROUND, frame.length, originalLength, nanos, 7, linkType);
        SegmentView segment = new SegmentView();
        DecodeOutcome outcome = decoder.decode(view, segment);
        boolean found = outcome == DecodeOutcome.TCP_SEGMENT || outcome == DecodeOutcome.ICMP_QUOTE;
        return new Decoded(outcome, segment, found ? decoder.encapsulation(segment.encapsulation()) : "");
    }

    Endpoint source() {
        return new Endpoint(new IpAddress(segment.srcHigh(), segment.srcLow()), segment.srcPort());
    }

    Endpoint destination() {
        return new Endpoint(new IpAddress(segment.dstHigh(), segment.dstLow()), segment.dstPort());
    }

    boolean isReset() {
        return outcome == DecodeOutcome.TCP_SEGMENT && (segment.flags() & Packets.RST) != 0;
    }
}
