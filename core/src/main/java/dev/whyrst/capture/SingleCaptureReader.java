package dev.whyrst.capture;

import java.io.IOException;
import java.util.List;

/** One input, without the cost of merging. */
final class SingleCaptureReader implements CaptureReader {

    private final CaptureInput input;

    SingleCaptureReader(CaptureInput input) {
        this.input = input;
    }

    @Override
    public boolean next(FrameView into) throws IOException {
        return input.next(into);
    }

    @Override
    public List<CaptureFile> files() {
        return List.of(input.file());
    }

    @Override
    public long bytesRead() {
        return input.bytesRead();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
