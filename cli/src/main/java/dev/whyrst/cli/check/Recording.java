package dev.whyrst.cli.check;

import java.time.Duration;
import java.util.List;

/**
 * A capture as its report describes it.
 *
 * @param span from its first frame to its last
 * @param whole whether all of it could be read
 * @param problems what is wrong with it, for people
 */
record Recording(
        String path,
        long frames,
        long tcpSegments,
        long conversations,
        Duration span,
        boolean whole,
        List<String> problems) {}
