package dev.whyrst.capture;

import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;

/** One file or standard input: opened, unpacked, recognised, read, and what is known of it. */
final class CaptureInput implements Closeable {

    /** Deeper nesting is no accident. */
    private static final int MAX_COMPRESSIONS = 4;

    private final FoundInput found;
    private final InputStream standardInput;
    private final int index;
    private final Findings findings = new Findings();
    private final List<InflatedStream> compressions = new ArrayList<>();

    private RawStream raw;
    private ByteWindow window;
    private RecordReader records;
    private String format = "";
    private boolean open;

    private long frames;
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;

    /** An input that is not opened yet, and whose frames will carry {@code index}. */
    CaptureInput(FoundInput found, InputStream standardInput, int index) {
        this.found = found;
        this.standardInput = standardInput;
        this.index = index;
    }

    String path() {
        return found.path();
    }

    /**
     * Opens the input and recognises its format; closes it again if that fails.
     *
     * @throws CaptureException when it cannot be opened or is no capture
     */
    void open(Opening opening) throws IOException {
        try {
            raw = openRaw(opening);
            window = new ByteWindow(raw, opening.windowSize());
            unpack(opening);
            records = recognise();
            open = true;
        } catch (CaptureException | InterruptedIOException e) {
            close();
            throw e;
        } catch (IOException e) {
            close();
            throw CaptureException.unreadable(found.title(), "cannot be read: " + reasonOf(e), e);
        }
    }

    /** Gives the input up for a reason that its {@link #file} will carry. */
    void fail(String reason) {
        findings.damaged(reason);
    }

    /**
     * Lays {@code into} over the next frame.
     *
     * @return false at the end, and for an input that is not open
     * @throws InterruptedIOException when the thread was interrupted; nothing else is thrown
     */
    boolean next(FrameView into) throws InterruptedIOException {
        if (!open || !readRecord(into)) {
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

    /** What is known so far. */
    CaptureFile file() {
        boolean timed = firstNanos <= lastNanos;
        return new CaptureFile(
                path(),
                records == null ? format : describeFormat(),
                frames,
                timed ? firstNanos : 0,
                timed ? lastNanos : 0,
                findings.end(),
                findings.sentences());
    }

    /** Bytes of the file, packed as they are; -1 for what is no file. */
    long size() {
        return isRegularFile() ? new File(path()).length() : -1;
    }

    long bytesRead() {
        return raw == null ? 0 : raw.count();
    }

    /** Whether the input can be opened a second time. */
    boolean isRegularFile() {
        return !found.isStandardInput() && new File(path()).isFile();
    }

    @Override
    public void close() {
        open = false;
        if (window != null) {
            try {
                window.close();
            } catch (IOException e) {
                findings.damaged("closing the file failed: " + reasonOf(e));
            }
        }
        // There may be thousands of inputs, and each of them is kept for what is known of it.
        format = records == null ? format : describeFormat();
        window = null;
        records = null;
    }

    private boolean readRecord(FrameView into) throws InterruptedIOException {
        boolean more = false;
        try {
            more = records.next(into);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            findings.damaged("reading failed at " + findings.place(window.offset()) + ": " + reasonOf(e));
        }
        if (!more) {
            reportCompressions();
            close();
        }
        return more;
    }

    private void reportCompressions() {
        for (InflatedStream compression : compressions) {
            compression.report(findings);
        }
    }

    private RawStream openRaw(Opening opening) throws IOException {
        if (found.isStandardInput()) {
            return new RawStream(standardInput, false);
        }
        File file = new File(path());
        if (!file.canRead()) {
            String reason = file.exists() ? "no permission to read this file" : "no such file";
            throw CaptureException.unreadable(found.title(), reason, null);
        }
        boolean sparing = !opening.keepOpen() && isRegularFile();
        return new RawStream(sparing ? new SparingFile(file) : new FileInputStream(file), true);
    }

    /** Puts a window over what the input inflates to. */
    private void unpack(Opening opening) throws IOException {
        Compression compression = Compression.of(window);
        while (compression != null) {
            if (compressions.size() == MAX_COMPRESSIONS) {
                String reason = "packed more than " + MAX_COMPRESSIONS + " times; unpack it first";
                throw CaptureException.unreadable(found.title(), reason, null);
            }
            InflatedStream inflated = new InflatedStream(compression, window.rest(), raw);
            compressions.add(inflated);
            window = new ByteWindow(inflated, opening.windowSize());
            compression = Compression.of(window);
        }
        if (!compressions.isEmpty()) {
            findings.countInflatedBytes();
            if (opening.readAhead()) {
                window = new ByteWindow(new ReadAhead(window.rest()), opening.windowSize());
            }
        }
    }

    private RecordReader recognise() throws IOException {
        try {
            return FormatSniffer.recognise(window, findings, found.title());
        } catch (CaptureException e) {
            reportCompressions();
            if (findings.end() == CaptureEnd.COMPLETE) {
                throw e;
            }
            // Where packed data are damaged from the start, that is what the user must hear.
            throw CaptureException.unreadable(
                    found.title(), findings.sentences().get(0), e);
        }
    }

    private String describeFormat() {
        StringBuilder text = new StringBuilder(records.format());
        for (int i = compressions.size() - 1; i >= 0; i--) {
            text.append(" in ").append(compressions.get(i).compression().title());
        }
        return text.toString();
    }

    private static String reasonOf(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
