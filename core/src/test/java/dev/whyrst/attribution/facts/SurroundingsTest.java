package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import dev.whyrst.timeline.HostFacts;
import dev.whyrst.timeline.Nearness;
import dev.whyrst.timeline.PortFacts;
import dev.whyrst.timeline.Side;
import org.junit.jupiter.api.Test;

/** What all RSTs of one timeline have in common. */
class SurroundingsTest {
    @Test
    void hosts_and_port_are_known_from_the_whole_capture() {
        Surroundings surroundings = of(Facts.in(40_001, Facts.TALK) + Facts.TALK + "+1s B > A RST,ACK");

        assertThat(surroundings.port()).map(PortFacts::accepted).contains(2L);
        assertThat(surroundings.host(Side.RESPONDER))
                .map(HostFacts::busiestPort)
                .contains(8080);
        assertThat(surroundings.host(Side.INITIATOR))
                .map(HostFacts::busiestPort)
                .contains(-1);
        assertThat(of("+0s A > B SYN\n+10ms B > A RST,ACK answers").port()).isEmpty();
    }

    @Test
    void the_round_trip_is_the_shortest_of_the_host_or_of_the_conversation() {
        String slow = Facts.OPEN.replace("+10ms", "+30ms") + "+1s B > A RST,ACK\n";

        assertThat(of(slow).roundTrip(Side.RESPONDER)).isEqualTo(30_000_000);
        assertThat(of(Facts.in(40_001, Facts.TALK) + slow).roundTrip(Side.RESPONDER))
                .isEqualTo(10_000_000);
        assertThat(of(Facts.in(40_001, slow) + Facts.TALK + "+1s B > A RST,ACK").roundTrip(Side.RESPONDER))
                .isEqualTo(10_000_000);
        assertThat(of("+0s B > A RST,ACK ack=1").roundTrip(Side.RESPONDER)).isEqualTo(-1);
    }

    @Test
    void a_host_that_is_near_in_one_conversation_is_not_so_in_another() {
        String near =
                Facts.in(40_001, Facts.OPEN.replace("+10ms", "+50us").replace("B > A SYN,ACK", "B > A SYN,ACK ttl=64"));

        assertThat(of(near + Facts.TALK + "+1s B > A RST,ACK").nearness(Side.RESPONDER))
                .isEqualTo(Nearness.UNKNOWN);
        assertThat(of(Facts.TALK + "+1s B > A RST,ACK").nearness(Side.RESPONDER))
                .isEqualTo(Nearness.AWAY);
        assertThat(of(near + "+1s A > B:9090 SYN\n+50us B:9090 > A RST,ACK answers")
                        .nearness(Side.RESPONDER))
                .isEqualTo(Nearness.HERE);
    }

    @Test
    void without_a_handshake_the_conversation_alone_is_measured() {
        assertThat(of("+0s A > B PSH,ACK data=100\n+12ms B > A ACK\n+1s B > A RST,ACK")
                        .roundTrip(Side.RESPONDER))
                .isEqualTo(12_000_000);
    }

    private static Surroundings of(String lines) {
        Case story = Case.of(lines);
        return new Surroundings(story.timeline(), story.facts(), story.connectTimeout());
    }
}
