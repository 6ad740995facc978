package dev.whyrst.timeline;

import dev.whyrst.net.IpAddress;
import java.util.List;

/**
 * What the whole input tells of one host.
 *
 * @param ttls TTLs of its segments other than RSTs
 * @param resetTtls TTLs of RSTs that carry its address
 * @param conversations conversations that it took part in
 * @param resets RSTs that carry its address
 * @param refusals RSTs of its that answered a SYN
 * @param bareAnswers conversations that it had closed with FIN and reset for the first time by a RST without ACK
 * @param bareToStrays RSTs without ACK by which it answered segments for which it can have had no connection
 * @param ackedToStrays the same with ACK
 * @param firstNanos when it was first seen as the source of a segment other than a RST; 0 if never
 * @param lastNanos when it was last seen so
 * @param minRttNanos the shortest time from a handshake segment to this host to its answer, as captured; -1 if none was
 *     seen
 * @param busiestPort the port on which it accepted the most connections; -1 if it accepted none
 * @param answerWindows the first few different windows, 0 apart, of RSTs with its address that have the form of an
 *     answer: no ACK, or SEQ 0
 */
public record HostFacts(
        IpAddress address,
        TtlCounts ttls,
        TtlCounts resetTtls,
        long conversations,
        long resets,
        long refusals,
        long bareAnswers,
        int bareToStrays,
        int ackedToStrays,
        long firstNanos,
        long lastNanos,
        long minRttNanos,
        int busiestPort,
        List<Integer> answerWindows) {

    /** So many RSTs at least, and devices that make them: host, firewall, another firewall. */
    private static final int FEW = 3;

    /**
     * Whether what comes in the host's name comes from one place. Where it does not, several machines share the address
     * or several paths lead to it, and the distance of one more RST says nothing.
     */
    public boolean isInOnePlace() {
        boolean resetsScatter = resets >= FEW && resetTtls.count(resetTtls.usual()) * FEW <= resets;
        return ttls.areSteady() && !resetsScatter;
    }

    /** Whether its stack sets ACK in its answers to segments of no connection, as far as it was seen to answer such. */
    public boolean answersWithAck() {
        return ackedToStrays > 0 && !answersWithoutAck();
    }

    /** Whether it was seen to answer segments of no connection, or of one that it had closed, without ACK. */
    public boolean answersWithoutAck() {
        return bareToStrays > 0 || bareAnswers > 0;
    }

    /** Where the host stands, seen from the capture point. */
    public Nearness nearness() {
        return Nearness.of(ttls, minRttNanos);
    }
}
