package dev.whyrst.capture;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file or standard input: opened, recognised, read, and what is known of it. */
final class CaptureInput implements Closeable {

    static final String STANDARD_INPUT = "-";

    private final String path;
    private final int index;
    private final InputStream standardInput;
    private final Findings findings = new Findings();

    private RawStream raw;
    private ByteWindow window;
    private RecordReader records;
    private String format = "";

    private long frames;
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;

    CaptureInput(String path, int index, InputStream standardInput) {
        this.path = path;
        this.index = index;
        this.standardInput = standardInput;
    }

    /**
     * Opens the input and recognises its format.
     *
     * @throws CaptureException when it cannot be opened or is no capture
     */
    void open() throws IOException {
        raw = new RawStream(path.equals(STANDARD_INPUT) ? standardInput : openFile());
        window = new ByteWindow(raw, ByteWindow.DEFAULT_SIZE);
        records = FormatSniffer.recognise(window, findings, path);
        format = records.format();
    }

    boolean next(FrameView into) throws IOException {
        if (!records.next(into)) {
            return false;
        }
        into.fromCapture(index);
        frames++;
        long time = into.timeNanos();
        if (time != 0) {
            firstNanos = Math.min(firstNanos, time);
            lastNanos = Math.max(lastNanos, time);
        }
        return true;
    }

    CaptureFile file() {
        boolean timed = firstNanos <= lastNanos;
        return new CaptureFile(
                path,
                format,
                frames,
                timed ? firstNanos : 0,
                timed ? lastNanos : 0,
                findings.end(),
                findings.sentences());
    }

    long bytesRead() {
        return raw == null ? 0 : raw.count();
    }

    @Override
    public void close() throws IOException {
        if (window != null) {
            window.close();
        }
    }

    private InputStream openFile() throws IOException {
        Path file = Path.of(path);
        if (!Files.exists(file)) {
            throw new CaptureException(path + ": no such file");
        }
        if (!Files.isReadable(file)) {
            throw new CaptureException(path + ": no permission to read this file");
        }
        return new FileInputStream(file.toFile());
    }
}
