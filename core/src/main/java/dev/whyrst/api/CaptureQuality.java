package dev.whyrst.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One capture, and how far it could be read.
 *
 * @param path as it was given, or found in a directory
 * @param format for people, such as {@code pcapng in gzip}
 * @param frames frames that were read
 * @param tcpSegments how many of them held a TCP segment
 * @param conversations TCP conversations
 * @param resets RSTs
 * @param first time of its earliest frame, where frames have times
 * @param last time of its latest frame
 * @param complete whether it was read to its end, and is neither cut nor damaged
 * @param problems one sentence for each thing that is wrong with it
 */
public record CaptureQuality(
        String path,
        String format,
        long frames,
        long tcpSegments,
        long conversations,
        long resets,
        Optional<Instant> first,
        Optional<Instant> last,
        boolean complete,
        List<String> problems) {}
