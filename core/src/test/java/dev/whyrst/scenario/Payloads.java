package dev.whyrst.scenario;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The bytes that the word {@code data} stands for, as characters of ISO 8859-1. */
final class Payloads {

    private static final int MAX_LENGTH = 65_000;
    private static final int TLS_HANDSHAKE = 22;
    private static final int TLS_DATA = 23;
    private static final int TLS_HEADER = 5;

    private Payloads() {}

    static String of(Attributes attributes) {
        return attributes
                .text("data")
                .map(text -> new String(bytes(attributes, text), StandardCharsets.ISO_8859_1))
                .orElse("");
    }

    private static byte[] bytes(Attributes attributes, String text) {
        if (text.startsWith("\"")) {
            return quoted(attributes, text);
        }
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        String rest = text.substring(colon + 1);
        return switch (kind) {
            case "hex" -> hex(attributes, rest);
            case "client-hello" -> clientHello(rest);
            case "tls-data" -> tlsData((int) attributes.parse("data=tls-data", rest, TLS_HEADER + 1, MAX_LENGTH));
            case "close-notify" -> hex(attributes, "15030300020100");
            case "tls-alert" -> hex(attributes, "15030300020228");
            default -> noise((int) attributes.parse("data", text, 1, MAX_LENGTH));
        };
    }

    /** Bytes that look like no protocol and like no text, the same for the same length. */
    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        int state = 0x9e3779b9;
        for (int i = 0; i < length; i++) {
            state = state * 1_664_525 + 1_013_904_223;
            bytes[i] = (byte) (state >>> 24 | 0x80);
        }
        return bytes;
    }

    private static byte[] hex(Attributes attributes, String digits) {
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            throw attributes.error("\"" + digits + "\" is not hexadecimal");
        }
    }

    private static byte[] tlsData(int length) {
        byte[] bytes = noise(length);
        header(bytes, TLS_DATA, length - TLS_HEADER);
        return bytes;
    }

    private static void header(byte[] bytes, int type, int length) {
        bytes[0] = (byte) type;
        bytes[1] = 3;
        bytes[2] = 3;
        bytes[3] = (byte) (length >> 8);
        bytes[4] = (byte) length;
    }

    /** A TLS 1.2 ClientHello that offers one cipher suite and names a server. */
    private static byte[] clientHello(String serverName) {
        byte[] name = serverName.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {3, 3});
        body.writeBytes(noise(32));
        body.writeBytes(new byte[] {0, 0, 2, 0x13, 1, 1, 0});
        int extension = name.length + 5;
        put16(body, extension + 4);
        put16(body, 0);
        put16(body, extension);
        put16(body, extension - 2);
        body.write(0);
        put16(body, name.length);
        body.writeBytes(name);
        byte[] record = new byte[TLS_HEADER + 4 + body.size()];
        header(record, TLS_HANDSHAKE, 4 + body.size());
        record[TLS_HEADER] = 1;
        record[TLS_HEADER + 2] = (byte) (body.size() >> 8);
        record[TLS_HEADER + 3] = (byte) body.size();
        System.arraycopy(body.toByteArray(), 0, record, TLS_HEADER + 4, body.size());
        return record;
    }

    private static void put16(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }

    private static byte[] quoted(Attributes attributes, String text) {
        if (text.length() < 2 || !text.endsWith("\"")) {
            throw attributes.error("quoted data ends with a quote");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                out.write(escaped(attributes, text.charAt(++i)));
            } else {
                out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static int escaped(Attributes attributes, char c) {
        return switch (c) {
            case 'r' -> '\r';
            case 'n' -> '\n';
            case 't' -> '\t';
            case '0' -> 0;
            case '"', '\\' -> c;
            default -> throw attributes.error("\"\\" + c + "\" is no escape; known: \\r \\n \\t \\0 \\\" \\\\");
        };
    }
}
