package dev.whyrst.decode;

import static dev.whyrst.decode.Bits.hex;
import static dev.whyrst.decode.Bits.join;

import dev.whyrst.net.IpAddress;
import dev.whyrst.net.TcpFlags;

/** Headers around payloads, from the inside out: {@code ethernet(IPV4, ipv4(TCP, tcp(RST)))}. */
final class Packets {

    static final int IPV4 = 0x0800;
    static final int IPV6 = 0x86dd;

    static final int TCP = 6;
    static final int UDP = 17;

    static final int RST = TcpFlags.RST;
    static final int ACK = TcpFlags.ACK;
    static final int SYN = TcpFlags.SYN;

    static final String CLIENT = "c0000201";
    static final String SERVER = "c6336402";
    static final String CLIENT_6 = "20010db8000000000000000000000001";
    static final String SERVER_6 = "20010db8000000000000000000000002";

    static final int CLIENT_PORT = 49152;
    static final int SERVER_PORT = 80;

    static final long SEQ = 0xf0000001L;

    private Packets() {}

    static byte[] ethernet(int type, byte[] payload) {
        return join(hex("020000000002 020000000001"), new Bits().u16(type).bytes(), payload);
    }

    static byte[] vlan(int id, int type, byte[] payload) {
        return new Bits().u16(id).u16(type).raw(payload).bytes();
    }

    static byte[] ipv4(int protocol, byte[] payload) {
        return ipv4(protocol, payload, 20 + payload.length, 0x1234, 0x4000);
    }

    static byte[] ipv4(int protocol, byte[] payload, int totalLength, int id, int fragment) {
        return new Bits()
                .u16(0x4500)
                .u16(totalLength)
                .u16(id)
                .u16(fragment)
                .u8(64)
                .u8(protocol)
                .u16(0)
                .raw(hex(CLIENT + SERVER))
                .raw(payload)
                .bytes();
    }

    static byte[] ipv6(int next, byte[] payload) {
        return new Bits()
                .u32(0x6b0abcdeL)
                .u16(payload.length)
                .u8(next)
                .u8(58)
                .raw(hex(CLIENT_6 + SERVER_6))
                .raw(payload)
                .bytes();
    }

    static byte[] udp(int source, int destination, byte[] payload) {
        return new Bits()
                .u16(source)
                .u16(destination)
                .u16(8 + payload.length)
                .u16(0)
                .raw(payload)
                .bytes();
    }

    /** Without options and payload; the checksum is 0. */
    static byte[] tcp(int flags) {
        return tcp(flags, new byte[0], new byte[0]);
    }

    static byte[] tcp(int flags, byte[] options, byte[] payload) {
        return new Bits()
                .u16(CLIENT_PORT)
                .u16(SERVER_PORT)
                .u32(SEQ)
                .u32(0x01020304)
                .u16((((20 + options.length) / 4) << 12) | flags)
                .u16(29200)
                .u32(0)
                .raw(options)
                .raw(payload)
                .bytes();
    }

    /** The reset that most stories send. */
    static byte[] resetPacket() {
        return ipv4(TCP, tcp(RST | ACK));
    }

    static byte[] resetPacket6() {
        return ipv6(TCP, tcp(RST));
    }

    static IpAddress address(String hex) {
        if (hex.length() == 8) {
            return IpAddress.ofIpv4(Integer.parseUnsignedInt(hex, 16));
        }
        return new IpAddress(
                Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16));
    }
}
