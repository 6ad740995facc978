package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import org.junit.jupiter.api.Test;

/** What speaks for a third party as the maker of a RST. */
class ForgerySignsTest {
    private static final String REQUEST = Facts.OPEN + "+1ms A > B PSH,ACK data=100 as=request\n";

    @Test
    void an_abort_of_the_host_shows_none() {
        ForgerySigns signs = signs(Facts.TALK + "+1s B > A RST,ACK");

        assertThat(signs.count()).isZero();
        assertThat(signs.independent()).isZero();
        assertThat(signs.fromElsewhere()).isFalse();
    }

    @Test
    void another_distance_is_a_sign() {
        ForgerySigns signs = signs(Facts.TALK + "+1s B > A RST,ACK ttl=63 ipid=0");

        assertThat(signs.ttl()).isEqualTo(TtlFit.NEARER);
        assertThat(signs.fromElsewhere()).isTrue();
        assertThat(signs.count()).isEqualTo(1);
    }

    @Test
    void another_link_layer_address_is_a_sign() {
        String near = "host M 10.0.5.3 mac=77 ttl=61\n";

        assertThat(signs(near + Facts.TALK + "+1s B > A RST,ACK by=M").otherMac())
                .isTrue();
        assertThat(signs(Facts.TALK + "+1s B > A RST,ACK").otherMac()).isFalse();
    }

    @Test
    void the_number_and_the_window_of_the_peer_are_signs() {
        assertThat(signs(REQUEST + "+10ms B > A RST,ACK by=M ttl=61 ipid=mirror")
                        .mirrorsIpId())
                .isTrue();
        assertThat(signs(REQUEST + "+10ms B > A RST,ACK by=M ttl=61 ipid=1").mirrorsIpId())
                .isFalse();
        String request = Facts.OPEN + "+1ms A > B PSH,ACK data=100 win=777\n";
        assertThat(signs(request + "+10ms B > A RST,ACK win=777").mirrorsWindow())
                .isTrue();
        assertThat(signs(request + "+10ms B > A RST,ACK win=778").mirrorsWindow())
                .isFalse();
        assertThat(signs(request + "+5ms B > A ACK win=777\n+5ms B > A RST,ACK win=777")
                        .mirrorsWindow())
                .isFalse();
    }

    @Test
    void a_number_of_the_peer_that_is_near_the_own_ones_is_chance() {
        String request = Facts.OPEN + "+1ms A > B PSH,ACK data=100 ipid=500\n+10ms B > A ACK ipid=%d\n";

        assertThat(signs(request.formatted(437) + "+1ms B > A RST,ACK ipid=500").mirrorsIpId())
                .isFalse();
        assertThat(signs(request.formatted(436) + "+1ms B > A RST,ACK ipid=500").mirrorsIpId())
                .isTrue();
    }

    @Test
    void an_abort_without_the_timestamps_of_its_connection_is_a_sign_and_an_answer_is_none() {
        assertThat(signs(Facts.TALK + "+1s B > A RST,ACK no-ts").lacksTimestamps())
                .isTrue();
        assertThat(signs(Facts.TALK + "+1s B > A RST,ACK").lacksTimestamps()).isFalse();
        assertThat(signs(Facts.TALK + "+1s A > B PSH,ACK data=9\n+10ms B > A RST answers")
                        .lacksTimestamps())
                .isFalse();
    }

    @Test
    void a_flow_label_of_zero_is_a_sign_where_the_host_has_labels() {
        String six = "host A 2001:db8::1 port=40000\nhost B 2001:db8::2 port=8080 hops=3\n";

        assertThat(signs(six + Facts.TALK + "+1s B > A RST,ACK flow=0").flowLabelZero())
                .isTrue();
        assertThat(signs(six + Facts.TALK + "+1s B > A RST,ACK flow=connection").flowLabelZero())
                .isFalse();
        assertThat(signs(Facts.TALK + "+1s B > A RST,ACK ipid=0").flowLabelZero())
                .isFalse();
    }

    @Test
    void an_answer_sooner_than_its_host_can_give_is_a_sign() {
        assertThat(signs(REQUEST + "+1ms B > A RST answers").tooFast()).isTrue();
        assertThat(signs(REQUEST + "+10ms B > A RST answers").tooFast()).isFalse();
    }

    @Test
    void a_reset_to_the_other_end_at_the_same_moment_is_a_sign() {
        Case both = Case.of(Facts.TALK + "+1s B > A RST,ACK by=M\n+20ms A > B RST,ACK by=M");
        Case late = Case.of(Facts.TALK + "+1s B > A RST,ACK by=M\n+21ms A > B RST,ACK by=M");

        assertThat(Facts.of(both.about(0)).forgerySigns().bothEnds()).contains(both.reset(1));
        assertThat(Facts.of(late.about(0)).forgerySigns().bothEnds()).isEmpty();
    }

    @Test
    void a_reset_that_answers_the_other_one_or_what_came_before_is_none() {
        Case answered = Case.of(Facts.TALK + "+1s B > A RST,ACK\n+1ms A > B RST seq=+0");

        assertThat(Facts.of(answered.about(0)).forgerySigns().bothEnds()).isEmpty();
    }

    @Test
    void a_fin_that_acknowledges_what_was_never_sent_closes_the_other_end() {
        String fin = "+1ms A > B FIN,ACK by=M ack=%d as=fin";
        Case forged = Case.of(Facts.TALK + "+1s B > A RST,ACK by=M\n" + fin.formatted(203));
        Case natural = Case.of(Facts.TALK + "+1s B > A RST,ACK by=M\n" + fin.formatted(202));

        assertThat(Facts.of(forged).forgerySigns().forgedClose()).contains(forged.segment("fin"));
        assertThat(Facts.of(natural).forgerySigns().forgedClose()).isEmpty();
    }

    @Test
    void numbers_that_the_sender_had_never_reached_are_sprayed() {
        String first = Facts.TALK + "+1s B > A RST by=M\n";
        Case sprayed = Case.of(first + "+40us B > A RST by=M seq=+1460\n+40us B > A RST by=M seq=+2920");

        assertThat(Facts.of(sprayed.about(0)).forgerySigns().sprayed())
                .containsExactly(sprayed.reset(1), sprayed.reset(2));
        assertThat(Facts.of(Case.of(first + "+40us B > A RST by=M seq=+1").about(0))
                        .forgerySigns()
                        .sprayed())
                .isEmpty();
        assertThat(Facts.of(Case.of(first + "+3s B > A RST by=M seq=+1460").about(0))
                        .forgerySigns()
                        .sprayed())
                .isEmpty();
    }

    @Test
    void life_after_the_reset_and_the_mark_of_a_device_are_signs() {
        Case story = Case.of(REQUEST + "+1ms B > A RST,ACK ttl=61\n+9ms B > A PSH,ACK data=200 as=response");

        assertThat(Facts.of(story).forgerySigns().afterlife()).contains(story.segment("response"));
        assertThat(Facts.of(story).forgerySigns().signature()).isEmpty();
    }

    @Test
    void a_detour_of_the_path_shows_in_several_signs_that_count_as_one() {
        String counted = Facts.OPEN + "+1ms B > A ACK ipid=100\n+1ms B > A ACK ipid=101\n";
        ForgerySigns signs = signs("host M 10.0.5.3 mac=77 ttl=63\n" + counted + "+1s B > A RST,ACK by=M ipid=9000");

        assertThat(signs.ipId()).isEqualTo(IpIdFit.OFF);
        assertThat(signs.ttl()).isEqualTo(TtlFit.NEARER);
        assertThat(signs.otherMac()).isTrue();
        assertThat(signs.count()).isEqualTo(3);
        assertThat(signs.independent()).isEqualTo(1);
    }

    @Test
    void distance_and_link_layer_address_alone_count_as_one_too() {
        ForgerySigns signs = signs("host M 10.0.5.3 mac=77 ttl=63\n" + Facts.TALK + "+1s B > A RST,ACK by=M ipid=0");

        assertThat(signs.count()).isEqualTo(2);
        assertThat(signs.independent()).isEqualTo(1);
    }

    @Test
    void a_host_without_labels_resets_without_one() {
        String plain = "host A 2001:db8::1 port=40000\nhost B 2001:db8::2 port=8080 hops=3 stack=windows\n";

        assertThat(signs(plain + Facts.TALK + "+1s B > A RST,ACK").flowLabelZero())
                .isFalse();
    }

    @Test
    void fields_that_are_empty_on_both_sides_mirror_nothing() {
        String request = Facts.OPEN + "+1ms A > B PSH,ACK data=100 ipid=0 win=0\n";

        assertThat(signs(request + "+10ms B > A RST answers").mirrorsIpId()).isFalse();
        assertThat(signs(request + "+10ms B > A RST answers").mirrorsWindow()).isFalse();
    }

    @Test
    void without_link_layer_addresses_none_is_another() {
        assertThat(signs("capture link=raw\n" + Facts.TALK + "+1s B > A RST,ACK by=M")
                        .otherMac())
                .isFalse();
    }

    @Test
    void an_acknowledgment_alone_closes_nothing_and_without_a_handshake_nobody_knows_what_was_sent() {
        String acknowledged = "+1s B > A RST,ACK by=M\n+1ms A > B ACK by=M ack=203";
        String middle = "+0s A > B PSH,ACK data=100\n+10ms B > A PSH,ACK data=200\n";

        assertThat(signs(Facts.TALK + acknowledged).forgedClose()).isEmpty();
        assertThat(signs(middle + acknowledged.replace("ACK by=M ack=203", "FIN,ACK by=M ack=+9"))
                        .forgedClose())
                .isEmpty();
    }

    @Test
    void some_stacks_answer_a_reset_with_its_numbers_turned_round() {
        String turned = Facts.TALK + "+1s B > A RST by=M\n+1ms A > B RST seq=raw:0 ack=%d";
        Case foreign = Case.of(turned.formatted(202));

        assertThat(Facts.of(Case.of(turned.formatted(201)).about(0))
                        .forgerySigns()
                        .bothEnds())
                .isEmpty();
        assertThat(Facts.of(foreign.about(0)).forgerySigns().bothEnds()).contains(foreign.reset(1));
    }

    private static ForgerySigns signs(String story) {
        return Facts.of(story).forgerySigns();
    }
}
