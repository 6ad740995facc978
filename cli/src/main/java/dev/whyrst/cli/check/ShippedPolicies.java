package dev.whyrst.cli.check;

import dev.whyrst.cli.settings.SettingsReader;
import dev.whyrst.cli.settings.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The policies that ship with the tool, by their names. */
final class ShippedPolicies {

    private static final List<String> NAMES =
            List.of("strict", "web-service", "database-pool", "load-test", "security-test");

    private ShippedPolicies() {}

    static List<String> names() {
        return NAMES;
    }

    /** The name as it is written. */
    static String known(String name) {
        return SettingsReader.oneOf(name, NAMES);
    }

    /** What was probably meant, and what there is. */
    static String suggestion(String typed) {
        return Suggestion.of(typed, NAMES) + " (shipped: " + String.join(", ", NAMES) + ")";
    }

    static String text(String name) {
        try (InputStream in = ShippedPolicies.class.getResourceAsStream("policies/" + name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
