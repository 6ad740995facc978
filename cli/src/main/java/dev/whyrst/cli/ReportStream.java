package dev.whyrst.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A stream into a report whose failures say which report they hit. */
final class ReportStream extends FilterOutputStream {

    private final Path report;

    ReportStream(OutputStream out, Path report) {
        super(out);
        this.report = report;
    }

    @Override
    public void write(int b) throws IOException {
        try {
            out.write(b);
        } catch (IOException e) {
            throw OutputException.of(report, e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw OutputException.of(report, e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } catch (OutputException e) {
            throw e;
        } catch (IOException e) {
            throw OutputException.of(report, e);
        }
    }
}
