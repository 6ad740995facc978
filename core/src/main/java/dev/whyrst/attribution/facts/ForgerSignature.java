package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Thresholds;
import dev.whyrst.tables.DataTable;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * RSTs as one device was seen to make them at one time: RST,ACKs back to back, their windows counting up, at one port and one
 * step of the handshake. What a device did on a day it may do no more, and another may do the same.
 *
 * @param who the device, and when it was seen
 * @param shown the RSTs that bear its windows, at least two different ones
 * @param isWhole whether all its windows were seen
 */
public record ForgerSignature(String who, List<Segment> shown, boolean isWhole) {

    private static final List<Known> KNOWN =
            DataTable.read("forger-signatures", 5).stream().map(Known::of).toList();

    /** The device that the RST and those back to back with it speak of. */
    static Optional<ForgerSignature> of(ObservedRst r) {
        for (Known known : KNOWN) {
            if (known.fits(r, r.rst())) {
                return read(r, known);
            }
        }
        return Optional.empty();
    }

    /** Such as {@code 1980, 1981, 1982}. */
    public String windows() {
        return different(shown).stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** The RSTs that show it. */
    public Segment[] resets() {
        return shown.toArray(new Segment[0]);
    }

    private static Optional<ForgerSignature> read(ObservedRst r, Known known) {
        List<Segment> shown = Volley.of(r).stream()
                .map(Reset::segment)
                .filter(s -> known.fits(r, s))
                .toList();
        int windows = different(shown).size();
        return windows < Thresholds.LEAST_SIGNATURE_WINDOWS
                ? Optional.empty()
                : Optional.of(new ForgerSignature(known.who, shown, windows > known.last - known.first));
    }

    private static TreeSet<Integer> different(List<Segment> resets) {
        return resets.stream().map(Segment::rawWindow).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A row of the table. */
    private record Known(int first, int last, int port, boolean afterSynAck, String who) {

        static Known of(List<String> row) {
            return new Known(
                    Integer.parseInt(row.get(0)),
                    Integer.parseInt(row.get(1)),
                    Integer.parseInt(row.get(2)),
                    row.get(3).equals("SYN,ACK"),
                    row.get(4));
        }

        boolean fits(ObservedRst r, Segment rst) {
            return rst.rawWindow() >= first
                    && rst.rawWindow() <= last
                    && rst.hasAck()
                    && r.timeline().responder().port() == port
                    && r.handshake().synAck().isPresent() == afterSynAck
                    && r.lastPayload(Side.INITIATOR).isEmpty();
        }
    }
}
