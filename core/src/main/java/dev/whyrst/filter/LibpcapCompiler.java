package dev.whyrst.filter;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;

/** Compiles filter expressions with libpcap, through pcap4j. Loads libpcap when it is first used. */
final class LibpcapCompiler {

    /** Filters return it for accepted frames; any number but 0 will do. */
    private static final int SNAP_LENGTH = 262_144;

    /** {@code struct bpf_insn}: opcode (2 bytes), jump if true, jump if false (1 each), constant (4). */
    private static final int INSTRUCTION_BYTES = 8;

    private static final int MAGIC = 0xa1b2c3d4;
    private static final int HEADER_BYTES = 24;

    private static final String NO_LIBPCAP = "--filter needs libpcap, which could not be loaded: install it (Debian and"
            + " Ubuntu: apt-get install libpcap0.8; Windows: Npcap), or analyse without --filter";

    private LibpcapCompiler() {}

    /**
     * Compiles the expression for frames of that LINKTYPE.
     *
     * @throws PcapNativeException when libpcap refuses; the message is libpcap's own
     * @throws FilterException when there is no libpcap
     */
    static BpfCode compile(String expression, int linkType) throws PcapNativeException {
        try (PcapHandle handle = open(linkType)) {
            BpfProgram program = handle.compileFilter(expression, BpfCompileMode.OPTIMIZE, noNetmask());
            try {
                return code(program);
            } finally {
                program.free();
            }
        } catch (LinkageError e) {
            throw new FilterException(NO_LIBPCAP, e);
        } catch (NotOpenException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * An empty capture of that LINKTYPE. libpcap compiles some expressions otherwise for files than for this machine's
     * interfaces: the family of IPv6 in BSD's loopback header, and what files do not tell, such as a direction.
     */
    private static PcapHandle open(int linkType) throws PcapNativeException {
        try {
            Path empty = Files.createTempFile("whyrst", ".pcap");
            try {
                Files.write(empty, header(linkType));
                return Pcaps.openOffline(empty.toString());
            } finally {
                Files.delete(empty);
            }
        } catch (IOException e) {
            throw new FilterException(
                    "--filter needs a temporary file, which could not be written: " + e.getMessage(), e);
        }
    }

    private static byte[] header(int linkType) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(MAGIC)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(SNAP_LENGTH)
                .putInt(linkType)
                .array();
    }

    /** A file tells no netmask; only {@code ip broadcast} asks for it, and tcpdump too takes this for files. */
    private static Inet4Address noNetmask() {
        try {
            return (Inet4Address) InetAddress.getByAddress(new byte[4]);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Copies the instructions out of {@code struct bpf_program}: their number, then a pointer to the first. */
    private static BpfCode code(BpfProgram program) {
        Pointer struct = struct(program);
        int length = struct.getInt(0);
        Pointer instructions = struct.getPointer(Native.POINTER_SIZE);
        int[] opcodes = new int[length];
        int[] jumpsIfTrue = new int[length];
        int[] jumpsIfFalse = new int[length];
        int[] constants = new int[length];
        for (int i = 0; i < length; i++) {
            long at = (long) i * INSTRUCTION_BYTES;
            opcodes[i] = instructions.getShort(at) & 0xffff;
            jumpsIfTrue[i] = instructions.getByte(at + 2) & 0xff;
            jumpsIfFalse[i] = instructions.getByte(at + 3) & 0xff;
            constants[i] = instructions.getInt(at + 4);
        }
        return new BpfCode(opcodes, jumpsIfTrue, jumpsIfFalse, constants);
    }

    /** pcap4j keeps the compiled program to itself. */
    private static Pointer struct(BpfProgram program) {
        try {
            Field field = BpfProgram.class.getDeclaredField("program");
            field.setAccessible(true);
            return ((Structure) field.get(program)).getPointer();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this pcap4j does not keep filters as 1.8.2 does", e);
        }
    }
}
