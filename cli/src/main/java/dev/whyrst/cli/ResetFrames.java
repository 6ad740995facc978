package dev.whyrst.cli;

import dev.whyrst.capture.FrameView;
import dev.whyrst.report.html.FrameBytes;
import dev.whyrst.report.html.RawFrame;
import dev.whyrst.timeline.FrameRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the frames of RSTs as they pass, as far as there is room: RSTs are small, and reading a capture twice takes twice
 * as long, if it can be done at all. The others are asked of somebody else.
 */
final class ResetFrames implements FrameBytes {

    /** Room for more than a hundred thousand RSTs. */
    static final int USUAL_ROOM = 12 << 20;

    private static final int CHUNK = 1 << 16;

    /** What stands before the bytes of a frame: its name, its length as captured and on the wire, its link type. */
    private static final int HEAD = Integer.BYTES + Long.BYTES + 3 * Integer.BYTES;

    private final FrameBytes others;
    private final List<ByteBuffer> full = new ArrayList<>();
    private ByteBuffer chunk = ByteBuffer.allocate(0);
    private long room;

    /**
     * @param others has the frames that there was no room for
     * @param room how many bytes to keep
     */
    ResetFrames(FrameBytes others, int room) {
        this.others = others;
        this.room = room;
    }

    /** Takes a copy of the frame, as long as there is room. */
    void keep(int capture, FrameView frame) {
        int length = HEAD + frame.capturedLength();
        if (length > room) {
            return;
        }
        room -= length;
        if (chunk.remaining() < length) {
            full.add(chunk.flip());
            chunk = ByteBuffer.allocate(Math.max(CHUNK, length));
        }
        chunk.putInt(capture).putLong(frame.number());
        chunk.putInt(frame.capturedLength()).putInt(frame.originalLength()).putInt(frame.linkType());
        chunk.put(frame.bytes(), frame.offset(), frame.capturedLength());
    }

    @Override
    public Map<FrameRef, RawFrame> read(Set<FrameRef> wanted) throws IOException {
        Map<FrameRef, RawFrame> found = new HashMap<>();
        for (ByteBuffer kept : full) {
            search(kept.duplicate(), wanted, found);
        }
        search(chunk.duplicate().flip(), wanted, found);
        if (found.size() < wanted.size()) {
            Set<FrameRef> missing = new HashSet<>(wanted);
            missing.removeAll(found.keySet());
            found.putAll(others.read(missing));
        }
        return found;
    }

    private static void search(ByteBuffer kept, Set<FrameRef> wanted, Map<FrameRef, RawFrame> found) {
        while (kept.hasRemaining()) {
            FrameRef at = new FrameRef(kept.getInt(), kept.getLong());
            int captured = kept.getInt();
            int original = kept.getInt();
            int linkType = kept.getInt();
            byte[] bytes = new byte[captured];
            kept.get(bytes);
            if (wanted.contains(at)) {
                found.put(at, new RawFrame(bytes, original, linkType));
            }
        }
    }
}
