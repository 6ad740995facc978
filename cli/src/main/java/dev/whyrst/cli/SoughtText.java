package dev.whyrst.cli;

import dev.whyrst.analysis.SoughtBytes;
import dev.whyrst.cli.settings.UsageException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** What {@code --find} takes: a text, whose case does not matter, or bytes such as {@code 0x160301}. */
final class SoughtText {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 1024;

    private SoughtText() {}

    /**
     * The bytes to look for.
     *
     * @throws UsageException when there are too few or too many
     */
    static SoughtBytes parse(String text) {
        boolean hex = text.toLowerCase(Locale.ROOT).matches("0x([0-9a-f]{2})+");
        byte[] bytes = hex ? HexFormat.of().parseHex(text.substring(2)) : text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST || bytes.length > LONGEST) {
            throw new UsageException("--find takes " + SHORTEST + " to " + LONGEST + " bytes, not " + bytes.length);
        }
        return new SoughtBytes(text, bytes, hex);
    }
}
