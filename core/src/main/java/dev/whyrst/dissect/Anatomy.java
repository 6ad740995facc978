package dev.whyrst.dissect;

import java.util.List;

/** The layers of one frame, the outermost first. */
public record Anatomy(List<Layer> layers) {}
