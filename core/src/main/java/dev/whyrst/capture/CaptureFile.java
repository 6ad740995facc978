package dev.whyrst.capture;

import java.util.List;

/**
 * What is known of one input after it was read.
 *
 * @param path as the user named it ({@code -} for standard input)
 * @param format for people: {@code pcap (microseconds)}, {@code pcapng}, {@code pcap in gzip} ...
 * @param frames how many frames were read
 * @param firstNanos time of the earliest frame since the epoch, 0 if there is none
 * @param lastNanos time of the latest frame
 * @param problems one sentence for each thing that is wrong with the file, with its byte offset or frame
 */
public record CaptureFile(
        String path,
        String format,
        long frames,
        long firstNanos,
        long lastNanos,
        CaptureEnd end,
        List<String> problems) {}
