package dev.whyrst.cli;

import dev.whyrst.filter.LibpcapVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this build. */
final class Version {

    private Version() {}

    /** The number of the version, such as {@code 0.1.0}. */
    static String text() {
        return line(0);
    }

    /** What was built, on what it runs, and with what it filters: a line each. */
    static String whole() {
        String commit = line(1);
        return "whyrst " + text() + (commit.isEmpty() ? "" : " (" + commit + ")") + "\nJava "
                + System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vm.vendor") + "\n"
                + LibpcapVersion.text().orElse("no libpcap: --filter cannot be used") + "\n";
    }

    private static String line(int index) {
        try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
            String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
            return index < lines.length ? lines[index].strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
