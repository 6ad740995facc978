package dev.whyrst.filter;

/**
 * Instructions of the classic BSD packet filter that cannot leave their own bounds: jumps land inside, the last
 * instruction returns, scratch cells exist, no constant divides by zero.
 */
final class BpfCode {

    static final int SCRATCH_CELLS = 16;

    final int[] opcodes;
    final int[] jumpsIfTrue;
    final int[] jumpsIfFalse;
    final int[] constants;

    /**
     * Takes the arrays, which have one element for each instruction.
     *
     * @throws IllegalArgumentException when an instruction is none, or could leave the bounds
     */
    BpfCode(int[] opcodes, int[] jumpsIfTrue, int[] jumpsIfFalse, int[] constants) {
        this.opcodes = opcodes;
        this.jumpsIfTrue = jumpsIfTrue;
        this.jumpsIfFalse = jumpsIfFalse;
        this.constants = constants;
        for (int at = 0; at < opcodes.length; at++) {
            if (!isSound(at)) {
                throw new IllegalArgumentException("instruction " + at + " of the filter is not sound");
            }
        }
        if (opcodes.length == 0 || (opcodes[opcodes.length - 1] & Opcode.CLASS) != Opcode.RET) {
            throw new IllegalArgumentException("the filter does not end with a return");
        }
    }

    private boolean isSound(int at) {
        int opcode = opcodes[at];
        int constant = constants[at];
        return switch (opcode & Opcode.CLASS) {
            case Opcode.LD, Opcode.LDX -> isSoundLoad(opcode, constant);
            case Opcode.ST, Opcode.STX -> isCell(constant);
            case Opcode.ALU -> isSoundArithmetic(opcode, constant);
            case Opcode.JMP -> isSoundJump(at);
            default -> true;
        };
    }

    private static boolean isSoundLoad(int opcode, int constant) {
        boolean intoX = (opcode & Opcode.CLASS) == Opcode.LDX;
        return switch (opcode & Opcode.MODE) {
            case Opcode.IMM, Opcode.LEN -> true;
            case Opcode.MEM -> isCell(constant);
            case Opcode.ABS, Opcode.IND -> !intoX && (opcode & Opcode.SIZE) != Opcode.SIZE;
            case Opcode.MSH -> intoX;
            default -> false;
        };
    }

    private static boolean isCell(int constant) {
        return constant >= 0 && constant < SCRATCH_CELLS;
    }

    private static boolean isSoundArithmetic(int opcode, int constant) {
        int operation = opcode & Opcode.OPERATION;
        boolean divides = operation == Opcode.DIV || operation == Opcode.MOD;
        boolean byConstant = (opcode & Opcode.FROM_X) == 0;
        return operation <= Opcode.XOR && !(divides && byConstant && constant == 0);
    }

    private boolean isSoundJump(int at) {
        int operation = opcodes[at] & Opcode.OPERATION;
        if (operation == Opcode.JA) {
            return isInside(at + 1L + constants[at]);
        }
        return operation <= Opcode.JSET && isInside(at + 1L + jumpsIfTrue[at]) && isInside(at + 1L + jumpsIfFalse[at]);
    }

    private boolean isInside(long target) {
        return target >= 0 && target < opcodes.length;
    }
}
