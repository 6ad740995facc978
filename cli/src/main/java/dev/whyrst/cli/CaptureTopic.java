package dev.whyrst.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Places to capture at; each has a page that names the commands. */
enum CaptureTopic {
    LINUX,
    RING,
    BOTH_ENDS,
    DOCKER,
    KUBERNETES,
    REMOTE,
    BUILD,
    WINDOWS,
    MACOS;

    /** What users type for it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<CaptureTopic> byWord(String word) {
        return Stream.of(values())
                .filter(topic -> topic.word().equalsIgnoreCase(word))
                .findFirst();
    }

    /** The first line of the page. */
    String title() {
        return page().lines().findFirst().orElseThrow();
    }

    /** Title, and commands for people to copy. */
    String page() {
        try (InputStream in = CaptureTopic.class.getResourceAsStream("how-to-capture/" + word() + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
