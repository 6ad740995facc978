package dev.whyrst.cli.check;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How much a broken rule weighs. */
enum Level {
    /** The rule is not looked at. */
    OFF,
    /** It is told, but the check passes. */
    WARN,
    /** The check fails. */
    ERROR;

    /** What stands for it in a policy. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> ids() {
        return Stream.of(values()).map(Level::id).toList();
    }

    static Level byId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
