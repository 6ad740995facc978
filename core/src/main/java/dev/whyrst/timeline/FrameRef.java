package dev.whyrst.timeline;

/**
 * Names one frame of the input.
 *
 * @param capture index of the input file, from 0
 * @param number number of the frame in that file, from 1
 */
public record FrameRef(int capture, long number) {}
