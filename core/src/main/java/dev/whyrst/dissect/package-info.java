/**
 * The anatomy of a frame for people: its headers and their fields, decoded by pcap4j's packet objects.
 *
 * <p>For the few frames that a report shows, never for the stream of all frames: a packet object a header is far too slow
 * for that, and the first use of pcap4j costs about a tenth of a second.
 */
package dev.whyrst.dissect;
