package dev.whyrst.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A kind of file that is no capture that we read, with what to do about it; recognised by its first bytes.
 *
 * @param offset where the signature stands
 * @param signature the bytes, as ISO 8859-1 text
 * @param title what the file is, with an article
 * @param advice what helps
 */
record ForeignFormat(int offset, String signature, String title, String advice) {

    private static final String EDITCAP = "convert it with: editcap FILE FILE.pcapng";
    private static final String UNPACK = "unpack it first";
    private static final String RECORD_BINARY = "record with: tcpdump -w FILE";
    private static final String ERF = "an ERF capture of an Endace card, which is not supported; " + EDITCAP;
    private static final String COMM_VIEW = "a TamoSoft CommView capture, which is not supported; " + EDITCAP;
    private static final String UNKNOWN = "not a capture in a known format (pcap, pcapng and snoop are read)";
    private static final int LONGEST = 512;
    private static final int EVENT_MARKER = 72;

    private static final List<ForeignFormat> ALL = List.of(
            new ForeignFormat(0, "GMBU", "a Microsoft Network Monitor capture", EDITCAP),
            new ForeignFormat(0, "RTSS", "a Microsoft Network Monitor capture", EDITCAP),
            new ForeignFormat(0, "XCP\0", "a NetXray or Windows Sniffer capture", EDITCAP),
            new ForeignFormat(0, "TRSNIFF data", "a DOS Sniffer capture", EDITCAP),
            new ForeignFormat(0, "\177ver", "an EtherPeek or OmniPeek capture", EDITCAP),
            new ForeignFormat(0, "iptrace ", "an AIX iptrace capture", EDITCAP),
            new ForeignFormat(0, "btsnoop\0", "a Bluetooth log", "it holds no TCP"),
            new ForeignFormat(0, "TR\0d\0", "a HP-UX nettl trace", EDITCAP),
            new ForeignFormat(0, "\u00aa\u00aa\u00aa\u00aa", "an InfoVista 5View capture", EDITCAP),
            new ForeignFormat(0, "\5VNF", "a Visual Networks capture", EDITCAP),
            new ForeignFormat(0, "ObserverPktBuffe", "a Network Instruments Observer capture", EDITCAP),
            new ForeignFormat(6, "Trace Display Trace File", "a Novell LANalyzer capture", EDITCAP),
            new ForeignFormat(0, "+---------+---------------+", "a K12 text capture", EDITCAP),
            new ForeignFormat(0, "-----BEGIN", "text in ASCII armour", "decode it first"),
            new ForeignFormat(
                    0, "version https://git-lfs", "a Git LFS pointer, not the file itself", "run: git lfs pull"),
            new ForeignFormat(0, "PK\3\4", "a zip archive", UNPACK),
            new ForeignFormat(0, "7z\u00bc\u00af", "a 7-Zip archive", UNPACK),
            new ForeignFormat(0, "Rar!", "a RAR archive", UNPACK),
            new ForeignFormat(0, "MSCF", "a cabinet archive", UNPACK),
            new ForeignFormat(257, "ustar", "a tar archive", UNPACK),
            new ForeignFormat(0, "\u001f\u009d", "a file of the old compress", "unpack it with: uncompress"),
            new ForeignFormat(0, "\2!L\30", "a file in the legacy format of lz4", "unpack it with: lz4 -d"),
            new ForeignFormat(0, "LZIP", "a lzip file", "unpack it with: lzip -d"),
            new ForeignFormat(0, "%PDF", "a PDF document", "give the capture itself"),
            new ForeignFormat(0, "\177ELF", "a program", "give the capture itself"),
            new ForeignFormat(0, "SQLite format 3", "a database", "give the capture itself"),
            new ForeignFormat(0, "\n\n\r\n", "a pcapng that a transfer as text has damaged", "transfer it as binary"),
            new ForeignFormat(0, "\n\r\r\n", "a pcapng that a transfer as text has damaged", "transfer it as binary"));

    /** A sentence part about the file that begins at the window's position: what it is and what helps. */
    static String describe(ByteWindow window, String path) throws IOException {
        window.require(LONGEST);
        byte[] bytes = window.bytes;
        int at = window.position;
        int length = Math.min(LONGEST, window.available());
        String start = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
        for (ForeignFormat format : ALL) {
            if (start.startsWith(format.signature, format.offset)) {
                return format.title + ", which is not supported; " + format.advice;
            }
        }
        String lowerCase = start.stripLeading().toLowerCase(Locale.ROOT);
        if (lowerCase.startsWith("<!doctype html") || lowerCase.startsWith("<html")) {
            return "a web page, not a capture; the download may have ended on a login or error page";
        }
        if (lowerCase.startsWith("<?xml") || lowerCase.startsWith("{") || lowerCase.startsWith("[")) {
            return "XML or JSON, not a capture; " + RECORD_BINARY;
        }
        if (isEventTrace(bytes, at, length) || path.toLowerCase(Locale.ROOT).endsWith(".etl")) {
            return "a Windows event trace, which is not supported; convert it with: etl2pcapng FILE FILE.pcapng";
        }
        String content = describeContent(start);
        if (!content.isEmpty()) {
            return content;
        }
        if (isCommView(bytes, at, length)) {
            return COMM_VIEW;
        }
        return isErf(bytes, at, length) ? ERF : UNKNOWN;
    }

    private static String describeContent(String start) {
        boolean zeros = true;
        boolean text = true;
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            zeros &= c == 0;
            text &= c >= ' ' || c == '\n' || c == '\r' || c == '\t';
        }
        if (zeros) {
            return "only zero bytes where a capture should begin; the file was never written or was lost";
        }
        return text ? "text, not a capture; " + RECORD_BINARY : "";
    }

    /**
     * The size of the first buffer, and after its header an event of the trace itself, with the marker of 32 or 64
     * bits.
     */
    private static boolean isEventTrace(byte[] bytes, int from, int available) {
        if (available < EVENT_MARKER + 4) {
            return false;
        }
        int bufferSize = Bytes.i32(bytes, from, false);
        int marker = Bytes.i32(bytes, from + EVENT_MARKER, false) >>> 16;
        return bufferSize > 0 && bufferSize % 1024 == 0 && (marker == 0xc001 || marker == 0xc002);
    }

    /** CommView has no signature: the time of the first frame stands as a date behind its length, or behind two (NCF). */
    private static boolean isCommView(byte[] bytes, int from, int available) {
        if (available < 12) {
            return false;
        }
        boolean twoLengths = Bytes.u16(bytes, from, false) > 0 && bytes[from + 4] == 0;
        return twoLengths && isDate(bytes, from + 5) || isDate(bytes, from + 4);
    }

    /** Year (two bytes, little endian), month, day, hour, minute, second. */
    private static boolean isDate(byte[] bytes, int at) {
        int year = Bytes.u16(bytes, at, false);
        return year >= 1990
                && year < 2100
                && isWithin(bytes, at + 2, 1, 12)
                && isWithin(bytes, at + 3, 1, 31)
                && isWithin(bytes, at + 4, 0, 23)
                && isWithin(bytes, at + 5, 0, 59)
                && isWithin(bytes, at + 6, 0, 59);
    }

    private static boolean isWithin(byte[] bytes, int at, int least, int most) {
        int value = Bytes.u8(bytes, at);
        return value >= least && value <= most;
    }

    /** ERF has no signature: three records must follow each other with known types and possible lengths. */
    private static boolean isErf(byte[] bytes, int from, int available) {
        int at = 0;
        for (int record = 0; record < 3 && at < available; record++) {
            if (available - at < 16) {
                return false;
            }
            int type = Bytes.u8(bytes, from + at + 8) & 0x7f;
            int length = Bytes.u16(bytes, from + at + 10, true);
            int wireLength = Bytes.u16(bytes, from + at + 14, true);
            if (type == 0 || type > 48 || length < 18 || wireLength == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }
}
