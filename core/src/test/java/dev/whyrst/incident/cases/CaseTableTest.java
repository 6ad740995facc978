package dev.whyrst.incident.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Harm;
import dev.whyrst.net.Nanos;
import org.junit.jupiter.api.Test;

class CaseTableTest {

    private final CaseRows rows = new CaseRows();
    private final CaseTable cases = rows.cases();

    @Test
    void a_row_holds_what_was_read() {
        rows.row(Behaviour.SERVER_CLOSED)
                .of("10.0.0.80:443")
                .by("10.0.0.9:65535")
                .at(3)
                .endedBefore(2)
                .after(0.5)
                .cause(Cause.DATA_AFTER_CLOSE)
                .farewell(109)
                .name("shop.example")
                .with(Trait.ASKED, Trait.values()[Trait.values().length - 1]);

        assertThat(cases.service(0)).isEqualTo(rows.number("10.0.0.80:443"));
        assertThat(cases.client(0)).isEqualTo(rows.number("10.0.0.9"));
        assertThat(cases.clientPort(0)).isEqualTo(65_535);
        assertThat(cases.first(0)).isEqualTo(3 * Nanos.SECOND);
        assertThat(cases.ended(0)).isEqualTo(Nanos.SECOND);
        assertThat(cases.pause(0)).isEqualTo(500 * Nanos.MILLI);
        assertThat(cases.behaviour(0)).isEqualTo(Behaviour.SERVER_CLOSED);
        assertThat(cases.cause(0)).isEqualTo(Cause.DATA_AFTER_CLOSE);
        assertThat(cases.farewell(0)).isEqualTo(109);
        assertThat(cases.name(0)).isEqualTo("shop.example");
        assertThat(cases.has(0, Trait.ASKED)).isTrue();
        assertThat(cases.has(0, Trait.ANSWERED)).isFalse();
        assertThat(cases.has(0, Trait.values()[Trait.values().length - 1])).isTrue();
    }

    @Test
    void further_resets_widen_the_time_of_a_case() {
        rows.row(Behaviour.LOST).at(3).plain();

        cases.again(0, 2 * Nanos.SECOND, Harm.Level.LIKELY);
        cases.again(0, 7 * Nanos.SECOND, Harm.Level.LIKELY);

        assertThat(cases.resets(0)).isEqualTo(3);
        assertThat(cases.first(0)).isEqualTo(2 * Nanos.SECOND);
        assertThat(cases.last(0)).isEqualTo(7 * Nanos.SECOND);
    }

    @Test
    void all_columns_grow_together() {
        rows.row(Behaviour.REFUSED).cause(Cause.PORT_NOT_LISTENING).times(1000, 1, Trait.PASSIVE);

        assertThat(cases.size()).isEqualTo(1000);
        assertThat(cases.first(999)).isEqualTo(1000 * Nanos.SECOND);
        assertThat(cases.behaviour(999)).isEqualTo(Behaviour.REFUSED);
        assertThat(cases.cause(999)).isEqualTo(Cause.PORT_NOT_LISTENING);
        assertThat(cases.has(999, Trait.PASSIVE)).isTrue();
        assertThat(cases.name(999)).isEmpty();
    }

    @Test
    void a_set_of_traits_has_room_for_all() {
        assertThat(Trait.values()).hasSizeLessThanOrEqualTo(Long.SIZE);
    }
}
