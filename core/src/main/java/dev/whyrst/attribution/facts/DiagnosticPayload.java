package dev.whyrst.attribution.facts;

import java.util.Optional;

/**
 * The diagnostic payload of a RST (draft-ietf-tcpm-rst-diagnostic-payload), in its fixed form of eight bytes or in the CBOR form of
 * earlier drafts: a sequence or an array of the number 0x33AA and a map of reason code, enterprise number and text.
 *
 * @param code the reason code
 * @param enterprise whose code it is: 0 for IANA's registry, -1 where that was cut off
 * @param text further words, hostile; empty if there are none
 */
record DiagnosticPayload(long code, long enterprise, String text) {

    private static final int FIXED_LENGTH = 8;
    private static final String FIXED_MAGIC = "3\u00aa";

    /** CBOR: an array of two. */
    private static final char CBOR_PAIR = 0x82;

    /** CBOR: the unsigned number 0x33AA in two bytes. */
    private static final String CBOR_MAGIC = "\u00193\u00aa";

    private static final int CODE = 1;
    private static final int ENTERPRISE = 2;
    private static final int TEXT = 3;
    private static final int MOST_ENTRIES = 8;

    /** The payload that the characters of ISO 8859-1 are; empty if they are none, or end before the reason code does. */
    static Optional<DiagnosticPayload> of(String bytes) {
        if (bytes.length() == FIXED_LENGTH && bytes.startsWith(FIXED_MAGIC)) {
            Cbor numbers = new Cbor(bytes, 2);
            return Optional.of(new DiagnosticPayload(numbers.number(2), numbers.number(4), ""));
        }
        int at = !bytes.isEmpty() && bytes.charAt(0) == CBOR_PAIR ? 1 : 0;
        return bytes.startsWith(CBOR_MAGIC, at) ? map(new Cbor(bytes, at + CBOR_MAGIC.length())) : Optional.empty();
    }

    private static Optional<DiagnosticPayload> map(Cbor cbor) {
        int entries = cbor.mapSize();
        long code = -1;
        long enterprise = 0;
        String text = "";
        for (int i = 0; i < Math.min(entries, MOST_ENTRIES); i++) {
            switch ((int) cbor.unsigned()) {
                case CODE -> code = cbor.unsigned();
                case ENTERPRISE -> enterprise = cbor.unsigned();
                case TEXT -> text = cbor.text();
                default -> {
                    return known(code, -1, text);
                }
            }
        }
        return known(code, enterprise, text);
    }

    private static Optional<DiagnosticPayload> known(long code, long enterprise, String text) {
        return code < 0 ? Optional.empty() : Optional.of(new DiagnosticPayload(code, enterprise, text));
    }

    /** Reads the few items of CBOR (RFC 8949) that occur; what is cut off or of another type reads as -1 or as nothing. */
    private static final class Cbor {

        private static final int MAP = 5;
        private static final int TEXT_STRING = 3;
        private static final int UNSIGNED = 0;

        private final String bytes;
        private int at;

        Cbor(String bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        int mapSize() {
            return (int) Math.max(0, argument(MAP));
        }

        long unsigned() {
            return argument(UNSIGNED);
        }

        String text() {
            long length = argument(TEXT_STRING);
            int end = (int) Math.min(bytes.length(), at + Math.max(0, length));
            String text = bytes.substring(Math.min(at, end), end);
            at = end;
            return text;
        }

        /** A number of that many bytes, or -1 where they are cut off. */
        long number(int size) {
            if (at + size > bytes.length()) {
                at = bytes.length();
                return -1;
            }
            long value = 0;
            for (int i = 0; i < size; i++) {
                value = value << 8 | bytes.charAt(at++);
            }
            return value;
        }

        private long argument(int type) {
            int head = (int) number(1);
            if (head < 0 || head >> 5 != type) {
                at = bytes.length();
                return -1;
            }
            int low = head & 0x1f;
            return switch (low) {
                case 24 -> number(1);
                case 25 -> number(2);
                case 26 -> number(4);
                default -> low < 24 ? low : -1;
            };
        }
    }
}
