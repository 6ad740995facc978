package dev.whyrst.cli;

import dev.whyrst.incident.KnownTimer;
import java.util.List;

/**
 * What a configuration file says. It names no file and no frames to leave out: it may lie beside a capture, and come from
 * whoever made that.
 *
 * @param timeouts of programs by endpoint, in the file's order
 * @param timers of devices and servers, in the file's order
 * @param settings what stands for options that are not given
 * @param listed timeouts and timers as they are written
 */
record Configuration(
        List<ConfiguredTimeouts.Rule> timeouts, List<KnownTimer> timers, List<Setting> settings, List<Listed> listed) {

    /** What holds without a file. */
    static final Configuration NONE = new Configuration(List.of(), List.of(), List.of(), List.of());

    /** The value of an option, empty text for a flag, and its line in the file. */
    record Setting(Option option, String value, int line) {}

    /** An item of a list in words, and its line in the file. */
    record Listed(String list, String words, int line) {}
}
