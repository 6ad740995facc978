package dev.whyrst.capture;

import java.io.IOException;
import java.util.List;

/** One input, without the cost of merging. */
final class SingleReader implements CaptureReader {

    private final Lineup lineup;
    private final CaptureInput input;

    SingleReader(Lineup lineup) {
        this.lineup = lineup;
        this.input = lineup.runners().get(0).input();
    }

    @Override
    public boolean next(FrameView into) throws IOException {
        return input.next(into);
    }

    @Override
    public List<CaptureFile> files() {
        return lineup.files();
    }

    @Override
    public long bytesRead() {
        return lineup.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return lineup.bytesTotal();
    }

    @Override
    public List<String> notices() {
        return lineup.notices();
    }

    @Override
    public void close() {
        lineup.close();
    }
}
