package dev.whyrst.scenario;

import dev.whyrst.net.IpAddress;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * A host of a scenario.
 *
 * @param port its port where a line names none; -1 if it has none
 * @param ttl TTL or hop limit as it leaves the host; -1 for the stack's
 * @param hops routers between the host and the point of capture
 * @param macTail last byte of the link-layer address under which its frames are captured
 */
record Host(String name, InetAddress address, int port, Stack stack, int ttl, int hops, int macTail) {

    /** The link-layer address under which its frames are captured: locally administered. */
    byte[] mac() {
        return new byte[] {2, 0, 0, 0, 0, (byte) macTail};
    }

    /** The address as the tool knows it. */
    IpAddress ipAddress() {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return bytes.capacity() == Integer.BYTES
                ? IpAddress.ofIpv4(bytes.getInt())
                : new IpAddress(bytes.getLong(), bytes.getLong());
    }

    /** The TTL of its segments at the point of capture. */
    int capturedTtl(boolean answer) {
        int initial = answer ? stack.profile().answerTtl() : stack.profile().ttl();
        return (ttl >= 0 ? ttl : initial) - hops;
    }
}
