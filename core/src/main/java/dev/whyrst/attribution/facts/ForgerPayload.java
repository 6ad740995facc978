package dev.whyrst.attribution.facts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.whyrst.tables.DataTable;
import dev.whyrst.timeline.Reset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The payload of a RST by which one device was known at one time. A stack has no reason to send such bytes with a RST, but whoever
 * knows them can.
 *
 * @param who the device, and when it was seen
 */
public record ForgerPayload(String who) {

    private static final List<Known> KNOWN =
            DataTable.read("forger-payloads", 4).stream().map(Known::of).toList();

    /** The device whose payload the RST carries, whole and without a byte more. */
    static Optional<ForgerPayload> of(Reset reset) {
        if (!reset.segment().hasPayload()) {
            return Optional.empty();
        }
        for (Known known : KNOWN) {
            if (known.fits(reset)) {
                return Optional.of(new ForgerPayload(known.who));
            }
        }
        return Optional.empty();
    }

    /** A row of the table. */
    private record Known(String bytes, boolean ack, String who) {

        static Known of(List<String> row) {
            String bytes = new String(HexFormat.of().parseHex(row.get(0)), ISO_8859_1);
            return new Known(bytes, row.get(1).equals("RST,ACK"), row.get(2));
        }

        boolean fits(Reset reset) {
            return reset.segment().hasAck() == ack
                    && reset.segment().payloadLength() == bytes.length()
                    && reset.text().equals(bytes);
        }
    }
}
