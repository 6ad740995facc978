package dev.whyrst.capture;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One file or standard input: opened, unpacked, recognised, read, and what is known of it. */
final class CaptureInput implements Closeable {

    static final String STANDARD_INPUT = "-";

    /** Deeper nesting is no accident. */
    private static final int MAX_COMPRESSIONS = 4;

    private final String path;
    private final int index;
    private final InputStream standardInput;
    private final Findings findings = new Findings();
    private final List<InflatedStream> compressions = new ArrayList<>();

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
        boolean isFile = !path.equals(STANDARD_INPUT);
        raw = new RawStream(isFile ? openFile() : standardInput, isFile);
        window = new ByteWindow(raw, ByteWindow.DEFAULT_SIZE);
        unpack();
        records = recognise();
        StringBuilder text = new StringBuilder(records.format());
        for (int i = compressions.size() - 1; i >= 0; i--) {
            text.append(" in ").append(compressions.get(i).compression().title());
        }
        format = text.toString();
    }

    boolean next(FrameView into) throws IOException {
        if (records == null) {
            return false;
        }
        if (!records.next(into)) {
            finish();
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
        records = null;
        if (window != null) {
            window.close();
        }
    }

    private void finish() throws IOException {
        for (InflatedStream compression : compressions) {
            compression.report(findings);
        }
        close();
    }

    /** Puts a window over what the input inflates to, filled by a second thread. */
    private void unpack() throws IOException {
        Compression compression = Compression.of(window);
        while (compression != null) {
            if (compressions.size() == MAX_COMPRESSIONS) {
                throw new CaptureException(
                        path + ": compressed more than " + MAX_COMPRESSIONS + " times; unpack it first");
            }
            InflatedStream inflated = new InflatedStream(compression, window.rest(), raw);
            compressions.add(inflated);
            window = new ByteWindow(inflated, ByteWindow.DEFAULT_SIZE);
            compression = Compression.of(window);
        }
        if (!compressions.isEmpty()) {
            findings.countInflatedBytes();
            window = new ByteWindow(new ReadAhead(window.rest()), ByteWindow.DEFAULT_SIZE);
        }
    }

    /** Where compressed data are damaged from the start, that is what the user must hear. */
    private RecordReader recognise() throws IOException {
        try {
            return FormatSniffer.recognise(window, findings, path);
        } catch (CaptureException e) {
            for (InflatedStream compression : compressions) {
                compression.report(findings);
            }
            if (findings.end() == CaptureEnd.COMPLETE) {
                throw e;
            }
            CaptureException damaged =
                    new CaptureException(path + ": " + findings.sentences().get(0));
            damaged.initCause(e);
            throw damaged;
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
