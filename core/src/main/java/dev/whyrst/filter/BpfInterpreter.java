package dev.whyrst.filter;

/**
 * Runs the instructions of a filter on frames, as {@code bpf_filter} of libpcap does: all numbers are unsigned, and a
 * load from beyond the captured bytes, or a division by zero, rejects the frame. For one thread only.
 */
final class BpfInterpreter {

    /** Only expressions with {@code protochain} jump backwards, once for each header that they step over. */
    private static final int MAX_BACKWARD_JUMPS = 1 << 16;

    private static final long OUTSIDE = -1;
    private static final long UNSIGNED = 0xffff_ffffL;

    private final int[] opcodes;
    private final int[] jumpsIfTrue;
    private final int[] jumpsIfFalse;
    private final int[] constants;
    private final int[] scratch = new int[BpfCode.SCRATCH_CELLS];

    BpfInterpreter(BpfCode code) {
        opcodes = code.opcodes;
        jumpsIfTrue = code.jumpsIfTrue;
        jumpsIfFalse = code.jumpsIfFalse;
        constants = code.constants;
    }

    /**
     * Whether the filter accepts the frame in {@code bytes} from {@code offset} on.
     *
     * @param captured how many of its bytes are there
     * @param original how many it had on the wire
     */
    boolean accepts(byte[] bytes, int offset, int captured, int original) {
        int a = 0;
        int x = 0;
        int backwardJumps = 0;
        for (int at = 0; ; at++) {
            int opcode = opcodes[at];
            int constant = constants[at];
            int operand = (opcode & Opcode.FROM_X) == 0 ? constant : x;
            switch (opcode & Opcode.CLASS) {
                case Opcode.LD, Opcode.LDX -> {
                    long loaded = load(opcode, constant, x, bytes, offset, captured, original);
                    if (loaded == OUTSIDE) {
                        return false;
                    }
                    if ((opcode & Opcode.CLASS) == Opcode.LD) {
                        a = (int) loaded;
                    } else {
                        x = (int) loaded;
                    }
                }
                case Opcode.ST -> scratch[constant] = a;
                case Opcode.STX -> scratch[constant] = x;
                case Opcode.ALU -> {
                    if (operand == 0 && divides(opcode)) {
                        return false;
                    }
                    a = compute(opcode, a, operand);
                }
                case Opcode.JMP -> {
                    int jump = jump(at, opcode, a, operand);
                    if (jump < 0 && ++backwardJumps > MAX_BACKWARD_JUMPS) {
                        return false;
                    }
                    at += jump;
                }
                case Opcode.RET -> {
                    return ((opcode & Opcode.RETURN_A) == 0 ? constant : a) != 0;
                }
                default -> {
                    boolean toA = (opcode & Opcode.TXA) != 0;
                    a = toA ? x : a;
                    x = toA ? x : a;
                }
            }
        }
    }

    private long load(int opcode, int constant, int x, byte[] bytes, int offset, int captured, int original) {
        return switch (opcode & Opcode.MODE) {
            case Opcode.ABS -> read(opcode, constant & UNSIGNED, bytes, offset, captured);
            case Opcode.IND -> read(opcode, (constant & UNSIGNED) + (x & UNSIGNED), bytes, offset, captured);
            case Opcode.MSH -> headerLength(constant & UNSIGNED, bytes, offset, captured);
            case Opcode.MEM -> scratch[constant] & UNSIGNED;
            case Opcode.LEN -> original;
            default -> constant & UNSIGNED;
        };
    }

    private static long read(int opcode, long at, byte[] bytes, int offset, int captured) {
        return switch (opcode & Opcode.SIZE) {
            case Opcode.WORD -> at > captured - 4L ? OUTSIDE : word(bytes, offset + (int) at) & UNSIGNED;
            case Opcode.HALF -> at > captured - 2L ? OUTSIDE : half(bytes, offset + (int) at);
            default -> at >= captured ? OUTSIDE : bytes[offset + (int) at] & 0xff;
        };
    }

    /** The length of an IPv4 header, of which the byte gives the lower four bits in words of four bytes. */
    private static long headerLength(long at, byte[] bytes, int offset, int captured) {
        return at >= captured ? OUTSIDE : (bytes[offset + (int) at] & 0xf) << 2;
    }

    private static int word(byte[] bytes, int at) {
        return half(bytes, at) << 16 | half(bytes, at + 2);
    }

    private static int half(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    private static boolean divides(int opcode) {
        int operation = opcode & Opcode.OPERATION;
        return operation == Opcode.DIV || operation == Opcode.MOD;
    }

    private static int compute(int opcode, int a, int operand) {
        return switch (opcode & Opcode.OPERATION) {
            case Opcode.ADD -> a + operand;
            case Opcode.SUB -> a - operand;
            case Opcode.MUL -> a * operand;
            case Opcode.DIV -> Integer.divideUnsigned(a, operand);
            case Opcode.MOD -> Integer.remainderUnsigned(a, operand);
            case Opcode.AND -> a & operand;
            case Opcode.OR -> a | operand;
            case Opcode.XOR -> a ^ operand;
            case Opcode.LSH -> isShift(operand) ? a << operand : 0;
            case Opcode.RSH -> isShift(operand) ? a >>> operand : 0;
            default -> -a;
        };
    }

    /** Java takes shifts modulo 32; here all bits are shifted out. */
    private static boolean isShift(int operand) {
        return operand >= 0 && operand < Integer.SIZE;
    }

    /** How far the instruction at that place jumps. */
    private int jump(int at, int opcode, int a, int operand) {
        if ((opcode & Opcode.OPERATION) == Opcode.JA) {
            return constants[at];
        }
        return holds(opcode, a, operand) ? jumpsIfTrue[at] : jumpsIfFalse[at];
    }

    private static boolean holds(int opcode, int a, int operand) {
        return switch (opcode & Opcode.OPERATION) {
            case Opcode.JEQ -> a == operand;
            case Opcode.JGT -> Integer.compareUnsigned(a, operand) > 0;
            case Opcode.JGE -> Integer.compareUnsigned(a, operand) >= 0;
            default -> (a & operand) != 0;
        };
    }
}
