package dev.whyrst.filter;

/**
 * The parts of an opcode of the classic BSD packet filter (S. McCanne and V. Jacobson, "The BSD Packet Filter", 1993;
 * MOD and XOR came later with libpcap).
 */
final class Opcode {

    /** Which bits tell the class of an instruction, and the classes. */
    static final int CLASS = 0x07;

    static final int LD = 0x00;
    static final int LDX = 0x01;
    static final int ST = 0x02;
    static final int STX = 0x03;
    static final int ALU = 0x04;
    static final int JMP = 0x05;
    static final int RET = 0x06;
    static final int MISC = 0x07;

    /** Which bits tell how much a load takes: a word of 4 bytes, a half of 2, or a byte. */
    static final int SIZE = 0x18;

    static final int WORD = 0x00;
    static final int HALF = 0x08;
    static final int BYTE = 0x10;

    /** Which bits tell from where a load takes it. */
    static final int MODE = 0xe0;

    static final int IMM = 0x00;
    static final int ABS = 0x20;
    static final int IND = 0x40;
    static final int MEM = 0x60;
    static final int LEN = 0x80;
    static final int MSH = 0xa0;

    /** Which bits tell what to compute or to compare. */
    static final int OPERATION = 0xf0;

    static final int ADD = 0x00;
    static final int SUB = 0x10;
    static final int MUL = 0x20;
    static final int DIV = 0x30;
    static final int OR = 0x40;
    static final int AND = 0x50;
    static final int LSH = 0x60;
    static final int RSH = 0x70;
    static final int NEG = 0x80;
    static final int MOD = 0x90;
    static final int XOR = 0xa0;

    static final int JA = 0x00;
    static final int JEQ = 0x10;
    static final int JGT = 0x20;
    static final int JGE = 0x30;
    static final int JSET = 0x40;

    /** The second operand is X; without it, the constant of the instruction. */
    static final int FROM_X = 0x08;

    /** A RET that returns A; without it, the constant. */
    static final int RETURN_A = 0x10;

    /** A MISC that copies X to A; without it, A to X. */
    static final int TXA = 0x80;

    private Opcode() {}
}
