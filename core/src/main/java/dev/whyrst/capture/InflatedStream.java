package dev.whyrst.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * What a compressed stream inflates to. Damage of the compressed bytes ends the stream instead of throwing, and is
 * remembered; only a failure of the operating system is thrown.
 */
final class InflatedStream extends InputStream {

    private final Compression compression;
    private final InputStream compressed;
    private final RawStream raw;

    private InputStream inflated;
    private long count;
    private Exception damage;

    /** Inflates {@code compressed}, whose bytes come from {@code raw}, perhaps through other compressions. */
    InflatedStream(Compression compression, InputStream compressed, RawStream raw) {
        this.compression = compression;
        this.compressed = compressed;
        this.raw = raw;
    }

    Compression compression() {
        return compression;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // Libraries fail in many ways on hostile bytes.
    public int read(byte[] into, int offset, int length) throws IOException {
        if (damage != null) {
            return -1;
        }
        try {
            if (inflated == null) {
                inflated = Inflaters.open(compression, compressed);
            }
            int read = inflated.read(into, offset, length);
            count += Math.max(0, read);
            return read;
        } catch (IOException | RuntimeException e) {
            raw.throwFailure();
            damage = e;
            return -1;
        }
    }

    /** Says to {@code findings} what was wrong with the compressed bytes, if anything was. */
    void report(Findings findings) {
        if (damage == null) {
            return;
        }
        String where = " after " + count + " inflated bytes";
        if (endsEarly()) {
            findings.truncated("the " + compression.title() + " data end too early," + where);
        } else {
            findings.damaged("the " + compression.title() + " data are damaged" + where + " (" + reason() + ")");
        }
    }

    @Override
    public void close() throws IOException {
        if (inflated != null) {
            inflated.close();
        }
        compressed.close();
    }

    private boolean endsEarly() {
        if (damage instanceof EOFException) {
            return true;
        }
        String reason = reason().toLowerCase(Locale.ROOT);
        return reason.contains("truncated")
                || reason.contains("prematurely")
                || reason.contains("unexpected end")
                || reason.contains("end of stream");
    }

    private String reason() {
        String message = damage.getMessage();
        return message == null || message.isBlank() ? damage.getClass().getSimpleName() : message;
    }
}
