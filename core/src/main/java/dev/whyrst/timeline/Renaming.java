package dev.whyrst.timeline;

/**
 * What a connection was called before an address translation on the path gave it another port.
 *
 * @param port the port that the RST's peer had had
 * @param lastNanos when the connection was last seen under that name
 */
public record Renaming(int port, long lastNanos) {}
