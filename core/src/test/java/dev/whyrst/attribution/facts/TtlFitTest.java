package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The TTL of a RST against those of the host that it names. */
class TtlFitTest {
    @Test
    void a_ttl_within_those_of_the_conversation_is_the_same() {
        assertThat(fit("host B 10.0.9.2 port=8080 hops=3\n" + Facts.TALK + "+1s B > A RST,ACK"))
                .isEqualTo(TtlFit.SAME);
        assertThat(fit(Facts.TALK + "+1s B > A ACK ttl=59\n+1s B > A RST,ACK ttl=59"))
                .isEqualTo(TtlFit.SAME);
    }

    @Test
    void fewer_or_more_hops_are_another_distance() {
        assertThat(fit(Facts.TALK + "+1s B > A RST,ACK ttl=62 ipid=0")).isEqualTo(TtlFit.NEARER);
        assertThat(fit(Facts.TALK + "+1s B > A RST,ACK ttl=60 ipid=0")).isEqualTo(TtlFit.FARTHER);
    }

    @Test
    void a_hop_tells_nothing_where_the_hosts_counter_goes_on() {
        assertThat(fit(Facts.TALK + "+1s B > A RST,ACK ttl=62")).isEqualTo(TtlFit.UNKNOWN);
        assertThat(fit(Facts.TALK + "+1s B > A RST,ACK ttl=50")).isEqualTo(TtlFit.FARTHER);
    }

    @Test
    void a_hop_more_than_in_another_conversation_is_another_path_and_a_hop_less_a_device() {
        String elsewhere = Facts.in(40_001, Facts.TALK);
        String refused = "+1s A > B:9090 SYN\n+10ms B:9090 > A RST,ACK answers ttl=%d";

        assertThat(fit(elsewhere + refused.formatted(60))).isEqualTo(TtlFit.UNKNOWN);
        assertThat(fit(elsewhere + refused.formatted(50))).isEqualTo(TtlFit.FARTHER);
        assertThat(fit(elsewhere + refused.formatted(62))).isEqualTo(TtlFit.NEARER);
    }

    @Test
    void another_initial_value_with_as_many_hops_is_the_same_distance() {
        assertThat(fit(Facts.TALK + "+1s B > A RST,ACK ttl=125")).isEqualTo(TtlFit.SAME_DISTANCE);
        assertThat(fit(Facts.TALK + "+1s B > A RST,ACK ttl=252")).isEqualTo(TtlFit.SAME_DISTANCE);
    }

    @Test
    void a_path_that_varies_tells_nothing_of_what_is_outside() {
        String varies = Facts.TALK + "+1s B > A ACK ttl=%d\n+1s B > A RST,ACK ttl=50";

        assertThat(fit(varies.formatted(59))).isEqualTo(TtlFit.FARTHER);
        assertThat(fit(varies.formatted(58))).isEqualTo(TtlFit.UNKNOWN);
    }

    @Test
    void a_host_that_is_silent_here_is_known_from_elsewhere() {
        String elsewhere = Facts.in(40_001, Facts.TALK);

        assertThat(fit(elsewhere + "+1s A > B:9090 SYN\n+10ms B:9090 > A RST,ACK answers"))
                .isEqualTo(TtlFit.SAME);
        assertThat(fit(elsewhere + "+1s A > B:9090 SYN\n+10ms B:9090 > A RST,ACK answers ttl=63"))
                .isEqualTo(TtlFit.NEARER);
        assertThat(fit("+1s A > B:9090 SYN\n+10ms B:9090 > A RST,ACK answers")).isEqualTo(TtlFit.UNKNOWN);
    }

    @Test
    void several_machines_behind_one_address_have_no_distance() {
        String several = Facts.in(40_001, Facts.TALK)
                + Facts.in(40_002, Facts.TALK.replace("B > A SYN,ACK", "B > A SYN,ACK ttl=50"));

        assertThat(fit(several + "+1s A > B:9090 SYN\n+10ms B:9090 > A RST,ACK answers ttl=55"))
                .isEqualTo(TtlFit.UNKNOWN);
    }

    @Test
    void a_ttl_that_a_program_chose_is_none_of_the_stack() {
        assertThat(fit(Facts.TALK
                                .replace("B > A SYN,ACK", "B > A SYN,ACK ttl=4")
                                .replace("data=200", "data=200 ttl=4") + "+1s B > A RST,ACK ttl=61"))
                .isEqualTo(TtlFit.UNKNOWN);
    }

    @Test
    void scanners_make_their_syns_by_hand() {
        assertThat(
                        fit(
                                "host A 10.0.0.1 port=40000 stack=scanner\n+0s A > B SYN\n+10ms B > A SYN,ACK\n+40us A > B RST answers"))
                .isEqualTo(TtlFit.UNKNOWN);
    }

    @Test
    void on_its_own_host_a_program_may_have_chosen_the_ttl_of_the_connection() {
        String local = "host B 10.0.9.2 port=8080 hops=0\n" + Facts.TALK.replace("+10ms", "+50us");

        assertThat(fit(local + "+1s A > B PSH,ACK data=9\n+50us B > A RST answers ttl=255"))
                .isEqualTo(TtlFit.SAME_DISTANCE);
        assertThat(fit(local + "+1s A > B PSH,ACK data=9\n+50us B > A RST answers ttl=200"))
                .isEqualTo(TtlFit.FARTHER);
    }

    @Test
    void what_is_compared_can_be_told() {
        RstContext nearer = Facts.of(Facts.TALK + "+1s B > A RST,ACK ttl=63");

        assertThat(TtlFit.usual(nearer)).isEqualTo(61);
        assertThat(TtlFit.hopsNearer(nearer)).isEqualTo(2);
        assertThat(TtlFit.usual(Facts.of("+0s A > B SYN\n+10ms B > A RST,ACK answers")))
                .isEqualTo(-1);
    }

    @Test
    void hops_are_counted_from_the_next_initial_value() {
        assertThat(TtlFit.hops(64)).isZero();
        assertThat(TtlFit.hops(65)).isEqualTo(63);
        assertThat(TtlFit.hops(250)).isEqualTo(5);
        assertThat(TtlFit.hops(30)).isEqualTo(2);
    }

    @Test
    void nearer_and_farther_differ_and_the_others_do_not() {
        assertThat(TtlFit.NEARER.differs()).isTrue();
        assertThat(TtlFit.FARTHER.differs()).isTrue();
        assertThat(TtlFit.SAME.differs()).isFalse();
        assertThat(TtlFit.SAME_DISTANCE.differs()).isFalse();
        assertThat(TtlFit.UNKNOWN.differs()).isFalse();
    }

    @Test
    void an_initial_value_shows_that_its_host_is_here_and_of_a_host_that_is_away_it_is_another_distance() {
        String local = Facts.TALK.replace("+10ms", "+50us");
        String known = Facts.in(40_001, local.replace("B > A SYN,ACK", "B > A SYN,ACK ttl=64"));
        String chosen = "host B 10.0.9.2 port=8080 hops=0 ttl=50\n";

        assertThat(fit(chosen + known + local + "+1s A > B PSH,ACK data=9\n+50us B > A RST answers ttl=64"))
                .isEqualTo(TtlFit.SAME_DISTANCE);
        assertThat(fit(Facts.TALK + "+1s A > B PSH,ACK data=9\n+10ms B > A RST answers ttl=64"))
                .isEqualTo(TtlFit.NEARER);
    }

    private static TtlFit fit(String story) {
        return Facts.of(story).ttlFit();
    }
}
