package dev.whyrst.report;

import static dev.whyrst.attribution.Evidence.Stance.AGAINST;
import static dev.whyrst.attribution.Evidence.Stance.FOR;
import static dev.whyrst.attribution.Evidence.Weight.DECISIVE;
import static dev.whyrst.attribution.Evidence.Weight.STRONG;
import static dev.whyrst.attribution.Evidence.Weight.WEAK;
import static dev.whyrst.report.ModelFixtures.HOSTILE;
import static dev.whyrst.report.ModelFixtures.MILLI;
import static dev.whyrst.report.ModelFixtures.SECOND;
import static dev.whyrst.report.ModelFixtures.T0;
import static dev.whyrst.report.ModelFixtures.host;
import static dev.whyrst.report.ModelFixtures.ip;
import static dev.whyrst.report.ModelFixtures.ipv6Host;
import static dev.whyrst.report.Story.ACK;
import static dev.whyrst.report.Story.FIN;
import static dev.whyrst.report.Story.PSH;
import static dev.whyrst.report.Story.RST;
import static dev.whyrst.report.Story.SYN;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Shape;
import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.IcmpError;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Standing;

/** Single RSTs as their attribution tells them, one for each cause that reports treat in a way of its own. */
public final class Stories {

    private Stories() {}

    /** The first trace of the article: the SYN,ACK comes after the connect timeout. */
    public static Story handshakeTimeout() {
        return Story.between(host(89, 49660), host(27, 8888))
                .at(0, 1, T0)
                .history("ShR")
                .initiator(SYN, 0, 0, 0)
                .later(161_925_000)
                .responder(SYN | ACK, 0, 1, 0)
                .trigger()
                .later(31_000)
                .initiator(RST, 1, 0, 0)
                .because(Cause.HANDSHAKE_TIMEOUT, Confidence.CERTAIN, Emitter.INITIATOR, Shape.PASSIVE)
                .says(
                        FOR,
                        DECISIVE,
                        "The SYN,ACK came 161.925 ms after the SYN, later than the configured timeout of 100 ms.",
                        1,
                        2)
                .says(
                        FOR,
                        STRONG,
                        "The RST has the form of an answer: SEQ = SEG.ACK of the SYN,ACK, no ACK flag.",
                        2,
                        3)
                .says(FOR, WEAK, "The answer came 31 µs after the SYN,ACK, from the initiator's own TTL of 64.", 3)
                .ruledOut(
                        Cause.SYN_ACK_REJECTED,
                        Confidence.LOW,
                        "The SYN,ACK was not prompt: 161.925 ms against a timeout of 100 ms.",
                        1,
                        2)
                .timeout(100 * MILLI)
                .sees("EINPROGRESS, then its own timeout", "ECONNRESET on accept or first read")
                .lost(0, 0);
    }

    /** The second trace of the article: 5000 bytes sent, 4096 read. */
    public static Story unreadData() {
        return Story.between(host(89, 49660), host(27, 9877))
                .at(0, 10, T0 + 4 * SECOND)
                .inStream(1)
                .initiator(SYN, 0, 0, 0)
                .later(210_000)
                .responder(SYN | ACK, 0, 1, 0)
                .later(40_000)
                .initiator(ACK, 1, 1, 0)
                .later(112_000)
                .initiator(PSH | ACK, 1, 1, 5000)
                .later(18_000)
                .responder(ACK, 1, 5001, 0)
                .later(1_204 * MILLI)
                .responder(RST | ACK, 1, 5001, 0)
                .because(Cause.CLOSE_WITH_UNREAD_DATA, Confidence.MEDIUM, Emitter.RESPONDER, Shape.ACTIVE)
                .says(FOR, STRONG, "5000 bytes were acknowledged and never answered before the RST.", 13, 14, 15)
                .says(FOR, STRONG, "The RST is an abort: RST,ACK with SND.NXT 1 and RCV.NXT 5001.", 15)
                .says(AGAINST, WEAK, "The window had not shrunk, so how much lay unread is not known.", 14)
                .ruledOut(
                        Cause.LINGER_ZERO_ABORT,
                        Confidence.MEDIUM,
                        "The same bytes on the wire; only context differs.",
                        15)
                .settle("On 10.0.0.27, nstat TcpExtTCPAbortOnClose counts this cause and no other.")
                .lost(5000, 0)
                .silence(1_204 * MILLI)
                .sees("ECONNRESET on the next read, EPIPE on the second write", "nothing: it closed by itself");
    }

    public static Story portNotListening() {
        return Story.between(host(14, 51002), host(27, 8888))
                .at(0, 40, T0 + 6 * SECOND)
                .inStream(3)
                .history("Sr")
                .initiator(SYN, 0, 0, 0)
                .trigger()
                .later(92_000)
                .responder(RST | ACK, 0, 1, 0)
                .because(Cause.PORT_NOT_LISTENING, Confidence.CERTAIN, Emitter.RESPONDER, Shape.PASSIVE_NO_ACK)
                .partOf("incident-1")
                .says(FOR, DECISIVE, "RST,ACK with SEQ 0 and ACK = ISN + 1 answers the SYN of frame 40.", 40, 41)
                .says(FOR, STRONG, "The same host refused 12 other SYNs to port 8888 within 4.2 s.", 41)
                .ruledOut(
                        Cause.FIREWALL_REJECT,
                        Confidence.LOW,
                        "TTL 63 and MAC are those of the host's other segments.",
                        41)
                .sees("ECONNREFUSED", "nothing");
    }

    public static Story restarted(int client, long frame, long stream) {
        return Story.between(host(client, 40000 + client), host(27, 8888))
                .at(0, frame, T0 + 5 * SECOND)
                .inStream(stream)
                .initiator(SYN, 0, 0, 0)
                .later(200_000)
                .responder(SYN | ACK, 0, 1, 0)
                .later(30_000)
                .initiator(ACK, 1, 1, 0)
                .later(5 * MILLI)
                .initiator(PSH | ACK, 1, 1, 420)
                .later(9 * MILLI)
                .responder(PSH | ACK, 1, 421, 1380)
                .skip(4_211, 62 * SECOND)
                .initiator(PSH | ACK, 180_421, 655_381, 420)
                .trigger()
                .later(88_000)
                .responder(RST, 655_381, 0, 0)
                .because(Cause.HALF_OPEN_PEER_RESTARTED, Confidence.HIGH, Emitter.RESPONDER, Shape.PASSIVE)
                .partOf("incident-1")
                .says(
                        FOR,
                        DECISIVE,
                        "Both ends had spoken, no FIN was seen, and a stateless RST answers live data.",
                        frame + 4216)
                .says(FOR, STRONG, "312 connections of 10.0.0.27 ended alike between 15:01:27 and 15:02:31.")
                .says(AGAINST, WEAK, "The silence of 58.2 s lies near a known timer of 60 s.", frame + 4216)
                .ruledOut(Cause.IDLE_TIMEOUT, Confidence.LOW, "The RST bears the host's own TTL 63.", frame + 4217)
                .silence(58_200 * MILLI)
                .lost(0, 420)
                .sees("ECONNRESET", "nothing: the process of that time is gone");
    }

    public static Story dataAfterClose() {
        return Story.between(host(90, 35120), host(31, 80))
                .at(1, 6, T0 + 9 * SECOND)
                .inStream(7)
                .of("shop.example", "VLAN 12")
                .initiator(SYN, 0, 0, 0)
                .later(180_000)
                .responder(SYN | ACK, 0, 1, 0)
                .later(20_000)
                .initiator(ACK, 1, 1, 0)
                .later(30 * SECOND)
                .responder(FIN | ACK, 1, 1, 0)
                .later(90_000)
                .initiator(PSH | ACK, 1, 1, 517)
                .trigger()
                .later(44_000)
                .responder(RST, 1, 0, 0)
                .because(Cause.DATA_AFTER_CLOSE, Confidence.CERTAIN, Emitter.RESPONDER, Shape.PASSIVE)
                .says(FOR, DECISIVE, "The responder had sent FIN before; 517 bytes reached it 90 µs later.", 9, 10, 11)
                .says(
                        FOR,
                        STRONG,
                        "The request crossed the close of an idle connection: keep-alive race after 30.0 s.",
                        9,
                        10)
                .elsewhere("The same client met the same race before.", new FrameRef(0, 77), new FrameRef(1, 2))
                .silence(30 * SECOND)
                .lost(0, 517)
                .sees("ECONNRESET on read; EPIPE and SIGPIPE on a second write", "nothing");
    }

    public static Story injected() {
        return Story.between(ipv6Host(9, 52222), ipv6Host(80, 443))
                .at(0, 9_001, T0 + 11 * SECOND)
                .inStream(12)
                .of(HOSTILE, "")
                .history("ShADr")
                .initiator(SYN, 0, 0, 0)
                .later(41 * MILLI)
                .responder(SYN | ACK, 0, 1, 0)
                .later(20_000)
                .initiator(ACK, 1, 1, 0)
                .later(300_000)
                .initiator(PSH | ACK, 1, 1, 517)
                .trigger()
                .later(3 * MILLI)
                .forgedByMiddlebox(Side.RESPONDER, RST | ACK, 1, 518, 121)
                .later(38 * MILLI)
                .responder(ACK, 1, 518, 0)
                .later(MILLI)
                .responder(PSH | ACK, 1, 518, 1380)
                .because(Cause.INJECTED_RST, Confidence.HIGH, Emitter.MIDDLEBOX, Shape.ACTIVE)
                .says(
                        FOR,
                        DECISIVE,
                        "The true responder went on talking 38 ms after the RST in its name.",
                        9_006,
                        9_007)
                .says(FOR, STRONG, "Hop limit 121, where the responder's other segments have 63.", 9_005)
                .says(FOR, STRONG, "It followed a ClientHello for " + HOSTILE, 9_004)
                .ruledOut(Cause.LINGER_ZERO_ABORT, Confidence.LOW, "Faster than the round trip of 41 ms.", 9_005)
                .quotedBy(new IcmpError(
                        new FrameRef(0, 9_008), T0 + 12 * SECOND, ip(192, 0, 2, 1), Side.INITIATOR, false, 3, 13))
                .settle("A capture at the server: without the RST there, it was made on the path.")
                .rstText(HOSTILE)
                .standing(Standing.LINES_UP)
                .lost(-1, -1)
                .sees("ECONNRESET", "nothing until it meets the initiator's own RST");
    }

    public static Story undetermined() {
        return Story.between(host(77, 6000), host(78, 7000))
                .at(0, 12_000, T0 + 13 * SECOND)
                .inStream(15)
                .history("R")
                .initiator(RST, 1, 0, 0)
                .standing(Standing.UNKNOWN)
                .because(Cause.UNDETERMINED, Confidence.LOW, Emitter.UNKNOWN, Shape.OTHER)
                .says(FOR, WEAK, "No other segment of this conversation was captured.", 12_000)
                .settle("A capture that holds the seconds before 15:01:40.")
                .sees("unknown", "unknown");
    }

    public static Story benign() {
        return Story.between(host(50, 6001), host(31, 80))
                .at(0, 12_100, T0 + 14 * SECOND)
                .inStream(16)
                .initiator(FIN | ACK, 900, 4000, 0)
                .later(100_000)
                .responder(FIN | ACK, 4000, 901, 0)
                .trigger()
                .later(20_000)
                .initiator(RST, 901, 0, 0)
                .harmless()
                .because(Cause.BENIGN_AFTER_TEARDOWN, Confidence.CERTAIN, Emitter.INITIATOR, Shape.PASSIVE)
                .says(FOR, DECISIVE, "Both FINs had crossed; nothing was in flight.", 12_100, 12_101)
                .repeats("rst-1")
                .peerFrame(new FrameRef(1, 3))
                .lost(0, 0)
                .sees("nothing", "nothing");
    }
}
