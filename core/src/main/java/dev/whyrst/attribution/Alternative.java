package dev.whyrst.attribution;

import java.util.List;

/** A cause that was considered and lost, with what speaks against it (and for it). */
public record Alternative(Cause cause, Confidence confidence, List<Evidence> evidence) {}
