package dev.whyrst.dissect;

import java.util.List;

/**
 * One header of a frame, or bytes that are none.
 *
 * @param name the protocol: {@code Ethernet}, {@code IPv4}, {@code TCP} ...; {@code Data} for bytes after the last
 *     header
 */
public record Layer(String name, List<Field> fields) {}
