package dev.whyrst.net;

/** The nine control bits of a TCP header (RFC 9293 section 3.1, RFC 3540 for NS) as they stand in the header. */
public final class TcpFlags {

    public static final int FIN = 0x001;
    public static final int SYN = 0x002;
    public static final int RST = 0x004;
    public static final int PSH = 0x008;
    public static final int ACK = 0x010;
    public static final int URG = 0x020;
    public static final int ECE = 0x040;
    public static final int CWR = 0x080;
    public static final int NS = 0x100;

    private static final int[] IN_RFC_ORDER = {RST, SYN, FIN, PSH, ACK, URG, ECE, CWR, NS};
    private static final String[] NAMES = {"RST", "SYN", "FIN", "PSH", "ACK", "URG", "ECE", "CWR", "NS"};

    private TcpFlags() {}

    /** Whether all bits of {@code wanted} are set in {@code flags}. */
    public static boolean has(int flags, int wanted) {
        return (flags & wanted) == wanted;
    }

    /**
     * The names of the set bits joined by commas, as people write them: {@code SYN,ACK}, {@code RST,ACK}; {@code none}
     * for none.
     */
    public static String describe(int flags) {
        StringBuilder text = new StringBuilder(16);
        for (int i = 0; i < IN_RFC_ORDER.length; i++) {
            if ((flags & IN_RFC_ORDER[i]) != 0) {
                if (text.length() > 0) {
                    text.append(',');
                }
                text.append(NAMES[i]);
            }
        }
        return text.length() == 0 ? "none" : text.toString();
    }
}
