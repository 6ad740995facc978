package dev.whyrst.cli;

import dev.whyrst.incident.KnownTimer;
import java.util.List;

/**
 * What a configuration file says.
 *
 * @param timeouts of programs by endpoint, in the file's order
 * @param timers of devices and servers, in the file's order
 */
record Configuration(List<ConfiguredTimeouts.Rule> timeouts, List<KnownTimer> timers) {

    /** What holds without a file. */
    static final Configuration NONE = new Configuration(List.of(), List.of());
}
