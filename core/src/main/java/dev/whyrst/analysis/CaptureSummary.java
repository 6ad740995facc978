package dev.whyrst.analysis;

import dev.whyrst.capture.CaptureFile;

/** One input with what was found in it. */
public record CaptureSummary(CaptureFile file, long tcpSegments, long conversations, long resets) {}
