package dev.whyrst.api;

import dev.whyrst.net.Endpoint;

/**
 * The TCP conversation of a RST.
 *
 * @param stream Wireshark's {@code tcp.stream} where the input is one capture, from 0
 * @param initiator the end that opened it, or is believed to have
 * @param responder the end that was connected to
 * @param serverName TLS server name or HTTP Host that the initiator asked for; empty if none was seen
 * @param wiresharkFilter a display filter that shows it
 */
public record RstConversation(
        long stream, Endpoint initiator, Endpoint responder, String serverName, String wiresharkFilter) {}
