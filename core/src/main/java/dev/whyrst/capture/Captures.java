package dev.whyrst.capture;

import java.io.IOException;
import java.util.List;

/** Opens captures: the entrance to this package. */
public final class Captures {

    private Captures() {}

    /**
     * Opens the inputs as one stream of frames.
     *
     * @param inputs files, or {@code -} for standard input
     * @throws CaptureException when nothing can be read; the message is for the user
     * @throws IOException when the operating system fails to read
     */
    public static CaptureReader open(List<String> inputs, CaptureOptions options) throws IOException {
        if (inputs.size() != 1) {
            throw new CaptureException("several inputs are not supported yet");
        }
        CaptureInput input = new CaptureInput(inputs.get(0), 0, options.standardInput());
        try {
            input.open();
        } catch (IOException e) {
            input.close();
            throw e;
        }
        return new SingleCaptureReader(input);
    }
}
