package dev.whyrst.timeline;

import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the capture shows of one conversation that was reset: the immutable meeting point of the hot path, the rules and
 * the reports.
 *
 * @param id stream and chapter
 * @param initiator the end that opened the connection
 * @param responder the end that was connected to
 * @param roles what tells the two apart
 * @param segments the kept segments in capture order: the first few, the last before the first RST, and what followed
 *     it
 * @param elided how many segments between the first few and the last were seen but not kept
 * @param elidedBefore index in {@link #segments} of the first that came after the elided ones
 * @param resets the RSTs among the segments, in order
 * @param ofInitiator what the initiator sent
 * @param ofResponder what the responder sent
 * @param history Zeek's history letters
 * @param completeness Wireshark's {@code tcp.completeness}: SYN 1, SYN-ACK 2, ACK 4, DATA 8, FIN 16, RST 32
 * @param encapsulation what carried it (VLAN, tunnel), empty for nothing
 * @param serverName TLS server name or HTTP Host that the initiator asked for; hostile text; empty if none was seen
 * @param icmpErrors ICMP errors that quoted this conversation
 * @param renaming what the connection was called before, if it goes on with the numbers of another one
 * @param previous the earlier connection on the same addresses and ports, if one was seen
 * @param earlierReset trace position of the conversation's first RST where an earlier chapter told it; 0 otherwise
 * @param earlierAbort the side that sent that first RST, where it was an abort; empty otherwise
 * @param end why the tool stopped following it
 */
public record Timeline(
        ConversationId id,
        Endpoint initiator,
        Endpoint responder,
        RoleBasis roles,
        List<Segment> segments,
        int elided,
        int elidedBefore,
        List<Reset> resets,
        SideSummary ofInitiator,
        SideSummary ofResponder,
        String history,
        int completeness,
        String encapsulation,
        String serverName,
        List<IcmpError> icmpErrors,
        Optional<Renaming> renaming,
        Optional<Incarnation> previous,
        long earlierReset,
        Optional<Side> earlierAbort,
        ConversationEnd end) {

    /** Ends a {@link #serverName} whose end was not captured, or is too long to be kept. */
    public static final char NAME_CUT = '\u2026';

    public Endpoint endpoint(Side side) {
        return side == Side.INITIATOR ? initiator : responder;
    }

    public SideSummary of(Side side) {
        return side == Side.INITIATOR ? ofInitiator : ofResponder;
    }

    /** Whether the side had aborted the connection in an earlier chapter, so that what comes to it meets nothing. */
    public boolean abortedEarlier(Side side) {
        return earlierAbort.isPresent() && earlierAbort.get() == side;
    }

    /** The kept segments that came before the reset, oldest first. */
    public List<Segment> before(Reset reset) {
        return segments.subList(0, reset.position());
    }

    /** The kept segments that came after the reset. */
    public List<Segment> after(Reset reset) {
        return segments.subList(reset.position() + 1, segments.size());
    }

    /** The last kept segment before the reset that the side sent and that meets the condition. */
    public Optional<Segment> lastBefore(Reset reset, Side side, Predicate<Segment> condition) {
        for (int i = reset.position() - 1; i >= 0; i--) {
            Segment segment = segments.get(i);
            if (segment.from() == side && condition.test(segment)) {
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }

    /** The first kept segment that the side sent and that meets the condition. */
    public Optional<Segment> first(Side side, Predicate<Segment> condition) {
        for (Segment segment : segments) {
            if (segment.from() == side && condition.test(segment)) {
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }

    /** A display filter that shows this conversation in Wireshark, whatever numbers it gives to streams. */
    public String wiresharkFilter() {
        return wiresharkFilter(IpAddress::toString);
    }

    /**
     * The same with addresses from somebody who remembers how they are written.
     *
     * @param texts gives what an address's {@code toString} gives
     */
    public String wiresharkFilter(Function<IpAddress, String> texts) {
        String ip = initiator.address().isIpv4() ? "ip" : "ipv6";
        return ip + ".addr eq " + texts.apply(initiator.address()) + " and " + ip + ".addr eq "
                + texts.apply(responder.address()) + " and tcp.port eq " + initiator.port() + " and tcp.port eq "
                + responder.port();
    }
}
